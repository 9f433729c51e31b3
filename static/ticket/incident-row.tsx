import { Button } from '../kit/controls/button';
import { spanText } from '../kit/texts/durations';
import { useServerNow } from '../kit/texts/server-clock';
import { SeveritySign } from '../kit/incident/signs';
import { useViewer } from '../kit/texts/texts';
import { type Incident } from './marks';

type Props = {
  readonly incident: Incident;
  /** Key of the incident that something is being done with. */
  readonly busy: string | undefined;
  readonly onPress: (incident: Incident) => void;
};

/** The page asks no server for the time: "for 2 h" may be wrong by as much as the agent's clock is. */
const OPENED = Date.now();

/** One incident: how bad, which, for how long; and the one thing to do with it here. */
export function IncidentRow({ incident, busy, onPress }: Props) {
  const { t } = useViewer();
  const now = useServerNow(OPENED, 30_000);
  const { key, summary, severity, since, isActive, link } = incident;
  const text = link === null ? t('ticket.mark', { key }) : t('ticket.remove', { key });
  return (
    <li className="ticket-row">
      <div className="ticket-what">
        <SeveritySign severity={severity} />
        <span>
          <strong>{key}</strong> {summary}
        </span>
        {isActive && (
          <span className="ticket-hint">
            {t('ticket.since', { duration: spanText(now - since, t) })}
          </span>
        )}
      </div>
      <Button
        appearance={link === null ? 'primary' : 'default'}
        disabled={busy !== undefined}
        onClick={() => {
          onPress(incident);
        }}
      >
        {busy === key ? t('ticket.marking') : text}
      </Button>
    </li>
  );
}
