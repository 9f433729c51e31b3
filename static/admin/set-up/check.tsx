import { useState } from 'react';
import { ERROR_CODES, type Fault, NATIVE_FIELD_NAMES, PHASES } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { FailureNote, failureText, type Told } from '../../kit/page/failure';
import { type Texts, useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import { Question } from './question';

type State =
  | { readonly at: 'rest' | 'looking' }
  | { readonly at: 'found'; readonly faults: readonly Fault[] }
  | { readonly at: 'failed'; readonly failure: Told };

/** Tries everything that incidents need, whenever somebody asks. */
export function Check() {
  const { t } = useViewer();
  const [state, setState] = useState<State>({ at: 'rest' });
  const look = async (call: 'checkSetUp' | 'nameType' = 'checkSetUp') => {
    setState({ at: 'looking' });
    const reply = await ask(call);
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
        {state.at === 'found' && state.faults.length > 0 && (
          <Faults faults={state.faults} onRename={() => void look('nameType')} />
        )}
      </div>
      {state.at === 'failed' && <FailureNote failure={state.failure} />}
    </section>
  );
}

type FaultsProps = { readonly faults: readonly Fault[]; readonly onRename: () => void };

function Faults({ faults, onRename }: FaultsProps) {
  const { t } = useViewer();
  return (
    <ul className="faults">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.subject}`} className={`fault fault-${fault.weight}`}>
          <strong>{t(`admin.check.weight.${fault.weight}`)}</strong> {faultText(fault, t)}
          {fault.code === 'type-untold' && <Rename name={fault.subject} onRename={onRename} />}
        </li>
      ))}
    </ul>
  );
}

/** Asks first: the type may belong to other projects too. */
function Rename({ name, onRename }: { readonly name: string; readonly onRename: () => void }) {
  const { t } = useViewer();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <div className="buttons">
        <Button
          onClick={() => {
            setAsked(true);
          }}
        >
          {t('admin.check.rename.button')}
        </Button>
      </div>
    );
  }
  return (
    <Question
      label={t('admin.check.rename.button')}
      text={t('admin.check.rename.text', { name })}
      yes={t('admin.check.rename.yes')}
      no={t('admin.check.rename.no')}
      busy={false}
      onYes={onRename}
      onNo={() => {
        setAsked(false);
      }}
    />
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
