import { type IncidentView } from '../../../src/contract';
import { spanText } from '../texts/durations';
import { useServerNow } from '../texts/server-clock';
import { useViewer } from '../texts/texts';

const SOON_MS = 10 * 60_000;

/** The promised next update, counted down; says how long it is overdue. Nothing where none is promised. */
export function UpdateDue({ incident }: { incident: IncidentView }) {
  const { t } = useViewer();
  const now = useServerNow(Date.parse(incident.now), 1000);
  const due = incident.response.promises.open?.due;
  if (due === undefined) return null;
  const left = due - now;
  const urgency = left < 0 ? 'overdue' : left < SOON_MS ? 'soon' : 'later';
  const duration = spanText(Math.abs(left), t, { seconds: Math.abs(left) < SOON_MS });
  return (
    <p className={`update-due update-${urgency}`}>
      {t(left < 0 ? 'updateDue.overdue' : 'updateDue.in', { duration })}
    </p>
  );
}
