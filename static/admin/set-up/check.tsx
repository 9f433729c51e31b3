import { useState } from 'react';
import { ERROR_CODES, type Fault, NATIVE_FIELD_NAMES, PHASES } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, failureText, type Told } from '../../kit/page/failure';
import { type Texts, useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';

type State =
  | { readonly at: 'rest' | 'looking' }
  | { readonly at: 'found'; readonly faults: readonly Fault[] }
  | { readonly at: 'failed'; readonly failure: Told };

/** Tries everything that incidents need, whenever somebody asks. */
export function Check() {
  const { t } = useViewer();
  const [state, setState] = useState<State>({ at: 'rest' });
  const look = async () => {
    setState({ at: 'looking' });
    const reply = await ask('checkSetUp');
    setState(reply.ok ? { at: 'found', faults: reply.value } : { at: 'failed', failure: reply });
  };
  return (
    <section className="stack" aria-labelledby="check-title">
      <h3 id="check-title">{t('admin.check.title')}</h3>
      <p className="hint">{t('admin.check.hint')}</p>
      <div className="buttons">
        <Button disabled={state.at === 'looking'} onClick={() => void look()}>
          {state.at === 'looking' ? t('admin.check.looking') : t('admin.check.button')}
        </Button>
      </div>
      <div role="status">
        {state.at === 'found' && state.faults.length === 0 && (
          <p className="note note-good">{t('admin.check.fine')}</p>
        )}
        {state.at === 'found' && state.faults.length > 0 && <Faults faults={state.faults} />}
      </div>
      {state.at === 'failed' && <FailureNote failure={state.failure} />}
    </section>
  );
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const { t } = useViewer();
  return (
    <ul className="faults">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.subject}`} className={`fault fault-${fault.weight}`}>
          <strong>{t(`admin.check.weight.${fault.weight}`)}</strong> {faultText(fault, t)}
        </li>
      ))}
    </ul>
  );
}

function faultText({ code, subject }: Fault, t: Texts): string {
  if (code !== 'alerts-waiting') {
    return t(`admin.check.fault.${code}`, { subject: subjectText(code, subject, t) });
  }
  const [count = '', why = '', ...said] = subject.split('|');
  const reason = said.join('|');
  const known = ERROR_CODES.find((one) => one === why) ?? 'unexpected';
  return t('admin.check.fault.alerts-waiting', {
    count: Number(count),
    reason: reason === '' ? failureText({ code: known, subject: null }, t) : `Jira: ${reason}`,
  });
}

/** A field that is gone has no name on the site any more. */
function subjectText(code: Fault['code'], subject: string, t: Texts): string {
  if (code === 'no-field') {
    const field = NATIVE_FIELD_NAMES.find((one) => one === subject);
    return field ? t(`names.fields.${field}.name`) : subject;
  }
  if (code === 'no-way') {
    const [from = '', to = ''] = subject.split(' → ');
    const phase = PHASES.find((one) => one === to);
    return `${from} → ${phase ? t(`phase.${phase}`) : to}`;
  }
  return subject;
}
