import { useState, type FormEvent, type ReactNode } from 'react';
import { messageOf } from '../site/http';
import { addFault, clearFault, type FaultOn } from '../site/sandbox';
import { useText } from '../text/text';
import { rowsOf, type Row, shown } from './rows';
import { useLive } from './use-live';

const TARGETS =
  'slack pagerduty statuspage zoom jira confluence kvs event-duplicate event-reorder event-drop'.split(
    ' ',
  );
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
const ANSWERS = ['500', '429', '503', '403', 'timeout', 'reset'];

/** Faults in force, and a form for another. */
export function FaultsTab() {
  const text = useText();
  const [answer, again] = useLive('faults');
  const [error, setError] = useState<string>();
  const run = async (work: Promise<unknown>) => {
    try {
      await work;
      setError(undefined);
    } catch (cause) {
      setError(messageOf(cause));
    }
    await again();
  };
  const faults = answer.state === 'ready' ? rowsOf(answer.value) : [];
  return (
    <>
      {faults.length === 0 && <p className="empty-note">{text('back.noFaults')}</p>}
      <ul className="entries">
        {faults.map((fault) => (
          <li key={callsOf(fault)} className="fault">
            <strong>{callsOf(fault)}</strong> {shown(fault.status)} · {shown(fault.rate)}
            {typeof fault.left === 'number' && ` · ${text('back.left', { count: fault.left })}`}
            <button
              type="button"
              className="link"
              onClick={() => void run(clearFault(faultOn(fault)))}
            >
              {text('remove')}
            </button>
          </li>
        ))}
      </ul>
      <FaultForm onAdd={(fault) => void run(addFault(fault))} />
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </>
  );
}

const faultOn = ({ target, method, path }: Row): FaultOn => ({
  target: shown(target),
  ...(typeof method === 'string' ? { method } : {}),
  ...(typeof path === 'string' ? { path } : {}),
});

/** For example `jira POST /rest/api/3/field`. */
function callsOf(fault: Row): string {
  const { target, method, path } = faultOn(fault);
  return [target, method, path].filter(Boolean).join(' ');
}

function FaultForm({ onAdd }: { readonly onAdd: (fault: Record<string, unknown>) => void }) {
  const text = useText();
  return (
    <form
      className="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(sentBy(event));
      }}
    >
      <Labelled id="target" label={text('back.target')}>
        <input id="target" name="target" list="targets" className="input" required />
        <datalist id="targets">
          {TARGETS.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </Labelled>
      <Labelled id="method" label={text('back.method')}>
        <select id="method" name="method" className="input">
          <option value="">{text('back.anyMethod')}</option>
          {METHODS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Labelled>
      <Labelled id="path" label={text('back.path')}>
        <input id="path" name="path" className="input" placeholder="/rest/api/3/field" />
      </Labelled>
      <Labelled id="status" label={text('back.faultStatus')}>
        <select id="status" name="status" className="input">
          {ANSWERS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Labelled>
      <Labelled id="rate" label={text('back.rate')}>
        <input
          id="rate"
          name="rate"
          className="input"
          type="number"
          min="0"
          max="1"
          step="any"
          defaultValue="1"
        />
      </Labelled>
      {(['retryAfter', 'times', 'after'] as const).map((name) => (
        <Labelled key={name} id={name} label={text(`back.${name}`)}>
          <input id={name} name={name} className="input" type="number" min="0" />
        </Labelled>
      ))}
      <button type="submit" className="button button-primary">
        {text('back.addFault')}
      </button>
    </form>
  );
}

/** The fault that the form says; an empty place is left out. */
function sentBy(event: FormEvent<HTMLFormElement>): Record<string, unknown> {
  const filled = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
  );
  const numbers = /^(rate|retryAfter|times|after)$/;
  return Object.fromEntries(
    filled.map(([name, value]) => {
      const isNumber = numbers.test(name) || (name === 'status' && /^\d+$/.test(value));
      return [name, isNumber ? Number(value) : value];
    }),
  );
}

type LabelledProps = { readonly id: string; readonly label: string; readonly children: ReactNode };

function Labelled({ id, label, children }: LabelledProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}
