import { useState } from 'react';
import { Dialog } from '../shell/dialog';
import { useZone } from '../shell/session';
import { messageOf } from '../site/http';
import { useText } from '../text/text';
import { countOf, pretty, rowsOf, shown, type Row } from './rows';
import { timeOf } from './time-of';
import { useLive } from './use-live';

/** More would make the page slow, and nobody reads them. */
const NEWEST = 200;

/** Every run of one of the app's functions, newest first. */
export function InvocationsTab() {
  const text = useText();
  const [answer] = useLive('invocations');
  const [open, setOpen] = useState<Row>();
  if (answer.state === 'loading') return <p role="status">{text('loading')}</p>;
  if (answer.state === 'failed') return <p role="alert">{messageOf(answer.error)}</p>;
  const rows = rowsOf(answer.value).slice(-NEWEST).reverse();
  return (
    <>
      <p className="subtle">{text('back.live')}</p>
      {rows.length === 0 && <p className="empty-note">{text('back.empty')}</p>}
      {rows.length > 0 && (
        <div
          className="table-scroll"
          tabIndex={0}
          role="region"
          aria-label={text('back.invocations')}
        >
          <table className="table">
            <thead>
              <tr>
                {(['at', 'function', 'trigger', 'ms', 'calls', 'ops', 'result'] as const).map(
                  (name) => (
                    <th key={name} scope="col">
                      {text(`back.${name}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <RunRow key={shown(row.id) || at} row={row} onOpen={setOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open && (
        <Dialog
          title={text('back.detail', { name: shown(open.function) })}
          className="dialog-form"
          closeOnOverlayClick
          onClose={() => {
            setOpen(undefined);
          }}
        >
          <Detail row={open} />
        </Dialog>
      )}
    </>
  );
}

type RunProps = { readonly row: Row; readonly onOpen: (row: Row) => void };

function RunRow({ row, onOpen }: RunProps) {
  const { locale, timeZone } = useZone();
  return (
    <tr>
      <td>{timeOf(row.at, locale, timeZone)}</td>
      <td>
        <button
          type="button"
          className="link"
          onClick={() => {
            onOpen(row);
          }}
        >
          {shown(row.function)}
        </button>
      </td>
      <td>{[shown(row.kind), shown(row.trigger)].filter(Boolean).join(': ')}</td>
      <td className="number">{ms(row.ms)}</td>
      <td className="number">{countOf(row.productCalls)}</td>
      <td className="number">{storageOps(row.kvs)}</td>
      <td>
        <span className={`lozenge result-${shown(row.result)}`}>{shown(row.result)}</span>
      </td>
    </tr>
  );
}

function Detail({ row }: { readonly row: Row }) {
  const text = useText();
  const logs = Array.isArray(row.logs) ? row.logs : [];
  const { error, ...rest } = row;
  return (
    <div className="dialog-body">
      {error !== undefined && (
        <>
          <h3>{text('back.error')}</h3>
          <pre className="code">{pretty(error)}</pre>
        </>
      )}
      {logs.length > 0 && (
        <>
          <h3>{text('back.logs')}</h3>
          <pre className="code">{logs.map(shown).join('\n')}</pre>
        </>
      )}
      <pre className="code">{pretty({ ...rest, logs: undefined })}</pre>
    </div>
  );
}

function ms(value: unknown): string {
  return typeof value === 'number' ? String(Math.round(value)) : '';
}

function storageOps(kvs: unknown): string {
  const { reads, writes } = (kvs ?? {}) as { reads?: unknown; writes?: unknown };
  return reads === undefined ? '' : `${shown(reads)}/${shown(writes)}`;
}
