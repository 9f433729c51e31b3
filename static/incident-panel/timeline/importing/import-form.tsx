import { useId } from 'react';
import { type IncidentView } from '../../../../src/contract';
import { Button } from '../../../kit/controls/button';
import { TextArea, TextField } from '../../../kit/controls/fields';
import { FailureNote } from '../../../kit/page/failure';
import { type Failure, type Said } from '../../../kit/incident/incident';
import { useServerNow } from '../../../kit/texts/server-clock';
import { useViewer } from '../../../kit/texts/texts';
import { isUnclear } from './import-lines';
import { ImportPreview } from './import-preview';
import { LIMIT, useImport } from './use-import';

type Props = {
  readonly incident: IncidentView;
  readonly failure?: Failure;
  readonly onAdd: (all: readonly Said[]) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Notes that were kept elsewhere become entries: pasted, looked at, added. */
export function ImportForm({ incident, failure, onAdd, onClose }: Props) {
  const { t } = useViewer();
  const id = useId();
  const now = useServerNow(Date.parse(incident.now), 15_000);
  const notes = useImport(now, onAdd);
  const { lines, next, progress } = notes;
  const isAdding = progress?.is === 'running';
  return (
    <section className="ask import" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('timeline.import.title')}</h2>
      <ImportFields {...notes} />
      <ImportPreview
        lines={lines}
        now={now}
        isAdding={isAdding}
        limit={LIMIT}
        onChoose={notes.choose}
      />
      <p role="status">
        {isAdding && t('timeline.import.progress', { done: progress.done, of: progress.of })}
        {progress?.is === 'done' && t('timeline.import.done', { count: progress.done })}
      </p>
      {progress?.is === 'unclear' && next.some(isUnclear) && (
        <p role="alert" className="field-wrong">
          {t('timeline.import.unclear')}
        </p>
      )}
      {progress?.is === 'failed' && (
        <FailureNote failure={failure ?? { code: 'unexpected', subject: null }} />
      )}
      <div className="form-buttons">
        {next.length > 0 && (
          <Button appearance="primary" disabled={isAdding} onClick={() => void notes.add()}>
            {t('timeline.import.add', { count: next.length })}
          </Button>
        )}
        <Button onClick={onClose}>{t('timeline.import.close')}</Button>
      </div>
    </section>
  );
}

type FieldsProps = Pick<ReturnType<typeof useImport>, 'text' | 'change' | 'day' | 'setDay'>;

function ImportFields({ text, change, day, setDay }: FieldsProps) {
  const { t } = useViewer();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('timeline.import.paste')}</label>
        <TextArea
          id={`${id}-text`}
          className="area"
          rows={6}
          value={text}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            change(event.currentTarget.value);
          }}
        />
        <p id={`${id}-help`} className="field-help">
          {t('timeline.import.help')}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('timeline.import.day')}</label>
        <TextField
          id={`${id}-day`}
          type="date"
          className="input-day"
          value={day}
          aria-describedby={`${id}-dayHelp`}
          onChange={(event) => {
            if (event.currentTarget.value !== '') setDay(event.currentTarget.value);
          }}
        />
        <p id={`${id}-dayHelp`} className="field-help">
          {t('timeline.import.dayHelp')}
        </p>
      </div>
    </>
  );
}
