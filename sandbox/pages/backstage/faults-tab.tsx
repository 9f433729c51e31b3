import { useState, type FormEvent, type ReactNode } from 'react';
import { messageOf } from '../site/http';
import { addFault, clearFault } from '../site/sandbox';
import { useText } from '../text/text';
import { rowsOf, shown } from './rows';
import { useLive } from './use-live';

const TARGETS =
  'slack pagerduty statuspage zoom jira confluence kvs event-duplicate event-reorder event-drop'.split(
    ' ',
  );
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
          <li key={shown(fault.target)} className="fault">
            <strong>{shown(fault.target)}</strong> {shown(fault.status)} · {shown(fault.rate)}
            {typeof fault.left === 'number' && ` · ${text('back.left', { count: fault.left })}`}
            <button
              type="button"
              className="link"
              onClick={() => void run(clearFault(shown(fault.target)))}
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

function FaultForm({ onAdd }: { readonly onAdd: (fault: Record<string, unknown>) => void }) {
  const text = useText();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== '' ? { [name]: Number(value) } : {};
    };
    const chosen = form.get('status');
    const status = typeof chosen === 'string' ? chosen : '';
    onAdd({
      target: form.get('target'),
      status: /^\d+$/.test(status) ? Number(status) : status,
      ...number('rate'),
      ...number('retryAfter'),
      ...number('times'),
    });
  };
  return (
    <form className="row-form" onSubmit={submit}>
      <Labelled id="target" label={text('back.target')}>
        <input id="target" name="target" list="targets" className="input" required />
        <datalist id="targets">
          {TARGETS.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
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
      <Labelled id="retryAfter" label={text('back.retryAfter')}>
        <input id="retryAfter" name="retryAfter" className="input" type="number" min="0" />
      </Labelled>
      <Labelled id="times" label={text('back.times')}>
        <input id="times" name="times" className="input" type="number" min="1" />
      </Labelled>
      <button type="submit" className="button button-primary">
        {text('back.addFault')}
      </button>
    </form>
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
