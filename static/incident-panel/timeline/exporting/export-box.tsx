import { useId, useState } from 'react';
import { type IncidentView, type LogCheckView } from '../../../../src/contract';
import { Button } from '../../../kit/controls/button';
import { FailureNote, type Told } from '../../../kit/page/failure';
import { namesOf } from '../../../kit/jira/people';
import { useViewer } from '../../../kit/texts/texts';
import { askToCheck } from '../asking';
import { FileReady, type Format, FORMATS } from './export-file';
import { jsonOf, markdownOf, tableOf } from './exports';
import { peopleIn, rowsOf } from '../rows';
import { type Telling } from '../telling';
import { wholeLog } from '../use-timeline';

type Props = {
  readonly incident: IncidentView;
  readonly telling: Telling;
  readonly onClose: () => void;
};

type State =
  | { readonly is: 'reading'; readonly done: number; readonly of: number }
  | { readonly is: 'ready'; readonly format: Format; readonly text: string }
  | { readonly is: 'checking' }
  | { readonly is: 'checked'; readonly check: LogCheckView }
  | { readonly is: 'failed'; readonly failure: Told };

/** The whole timeline as a file, and whether its chain is right. */
export function ExportBox({ incident, telling, onClose }: Props) {
  const { t } = useViewer();
  const id = useId();
  const [state, setState] = useState<State>();
  const isBusy = state?.is === 'reading' || state?.is === 'checking';
  const make = async (format: Format) => {
    setState({ is: 'reading', done: 0, of: incident.response.seq });
    const entries = await wholeLog((done, of) => {
      setState({ is: 'reading', done, of });
    });
    if ('code' in entries) {
      setState({ is: 'failed', failure: entries });
      return;
    }
    const people = await namesOf(peopleIn(rowsOf(entries)), t);
    const told = { ...telling, names: { ...telling.names, ...people } };
    const text = {
      markdown: () => markdownOf(incident, entries, told),
      csv: () => tableOf(entries, told),
      json: () => jsonOf(incident, entries, { people, exportedAt: telling.now }),
    }[format]();
    setState({ is: 'ready', format, text });
  };
  const check = async () => {
    setState({ is: 'checking' });
    const answer = await askToCheck();
    setState(
      'code' in answer ? { is: 'failed', failure: answer } : { is: 'checked', check: answer },
    );
  };
  return (
    <section className="ask export" aria-labelledby={id}>
      <h2 id={id}>{t('timeline.export.title')}</h2>
      <div className="choices">
        {FORMATS.map((format) => (
          <Button key={format} disabled={isBusy} onClick={() => void make(format)}>
            {t(`timeline.export.${format}`)}
          </Button>
        ))}
        <Button disabled={isBusy} onClick={() => void check()}>
          {t('timeline.export.check')}
        </Button>
      </div>
      <Outcome state={state} incident={incident} />
      <div className="form-buttons">
        <Button appearance="link" onClick={onClose}>
          {t('timeline.export.close')}
        </Button>
      </div>
    </section>
  );
}

function Outcome({ state, incident }: { state: State | undefined; incident: IncidentView }) {
  const { t } = useViewer();
  return (
    <>
      <div role="status">
        {state?.is === 'reading' &&
          t('timeline.export.progress', { done: state.done, of: state.of })}
        {state?.is === 'checking' && t('timeline.export.checking')}
        {state?.is === 'checked' && <CheckText {...state.check} />}
      </div>
      {state?.is === 'failed' && <FailureNote failure={state.failure} />}
      {state?.is === 'ready' && <FileReady key={state.format} {...state} name={incident.key} />}
    </>
  );
}

function CheckText({ entries, fault }: LogCheckView) {
  const { t } = useViewer();
  return (
    <p className={fault ? 'note note-error' : 'note note-done'}>
      {fault
        ? t(`timeline.export.fault.${fault.why}`, { seq: fault.seq })
        : t('timeline.export.whole', { entries })}
    </p>
  );
}
