import { Button } from '../controls/button';
import { type Failure } from '../incident/incident';
import { type Texts, useViewer } from '../texts/texts';
import { pairText, timeText } from '../texts/times';

/** Why there is no answer: an error that the back end names, or `unexpected`. */
export type Told = Pick<Failure, 'code' | 'subject'>;

/** What went wrong and what to do, in the viewer's words. */
export function FailureNote({ failure, onRetry }: { failure: Told; onRetry?: () => void }) {
  const { t } = useViewer();
  return (
    <div className="note note-error" role="alert">
      <p>{failureText(failure, t)}</p>
      {onRetry && <Button onClick={onRetry}>{t('state.retry')}</Button>}
    </div>
  );
}

export function failureText({ code, subject }: Told, t: Texts): string {
  if (code === 'unexpected') return t('state.unexpected');
  if (code === 'impossible-times') return t('error.impossible-times', pairText(subject ?? '', t));
  if (code === 'time-in-future') {
    return t('error.time-in-future', { time: timeText(subject ?? '', t) });
  }
  if (code === 'severity-changed') return severityChanged(subject ?? '', t);
  const silent = SILENT.get(code);
  if (!subject && silent) return t(silent);
  return t(`error.${code}`, { subject: subject ?? '' });
}

/** What is said where Jira gave no reason. */
const SILENT = new Map<
  string,
  | 'error.notMovedSilently'
  | 'error.notToldSilently'
  | 'error.refusedSilently'
  | 'error.teamNotToldSilently'
>([
  ['not-moved', 'error.notMovedSilently'],
  ['not-told', 'error.notToldSilently'],
  ['refused', 'error.refusedSilently'],
  ['team-not-told', 'error.teamNotToldSilently'],
]);

function severityChanged(subject: string, t: Texts): string {
  const [name, level] = subject.split('>');
  if (!name || !level) return t('error.severityChangedUnknown');
  return t('error.severity-changed', { name, level });
}
