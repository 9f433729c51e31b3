import { router } from '@forge/bridge';
import { type AlertsView, type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';

type Alert = AlertsView['listed'][number];

/** As many stand in the tab itself; the others are a press away. */
const SHOWN = 5;

/** What tools have told of this outage: those that still fire first. Nothing where nobody but people raised it. */
export function Alerts({ incident }: { readonly incident: IncidentView }) {
  const { t } = useViewer();
  const { alerts } = incident;
  if (!alerts) return null;
  const { count, recovered, listed } = alerts;
  const sorted = [...listed.filter(isFiring), ...listed.filter((one) => !isFiring(one))];
  const now = Date.parse(incident.now);
  const more = sorted.length - SHOWN;
  return (
    <section aria-labelledby="alerts-title">
      <div className="section-head">
        <h2 id="alerts-title">{t('now.alerts.title')}</h2>
        <span className="zone">
          {t('now.alerts.counted', { firing: count - recovered, recovered })}
        </span>
      </div>
      <Lines alerts={sorted.slice(0, SHOWN)} now={now} />
      {more > 0 && (
        <details className="alerts-more">
          <summary>{t('now.alerts.more', { count: more })}</summary>
          <Lines alerts={sorted.slice(SHOWN)} now={now} />
        </details>
      )}
      {count > listed.length && (
        <p className="now-meta">{t('now.alerts.unlisted', { count: count - listed.length })}</p>
      )}
    </section>
  );
}

function isFiring({ recovered }: Alert): boolean {
  return recovered === null;
}

type LinesProps = { readonly alerts: readonly Alert[]; readonly now: number };

function Lines({ alerts, now }: LinesProps) {
  return (
    <ul className="changes-list">
      {alerts.map((alert) => (
        <Line key={alert.id} alert={alert} now={now} />
      ))}
    </ul>
  );
}

function Line({ alert, now }: { readonly alert: Alert; readonly now: number }) {
  const viewer = useViewer();
  const { t } = viewer;
  const { name, from, link, since, recovered } = alert;
  const began = momentText(since, viewer, now);
  const time =
    recovered === null
      ? t('now.alerts.since', { time: began })
      : t('now.alerts.span', { since: began, until: momentText(recovered, viewer, now) });
  return (
    <li>
      <div className="change-what">
        {link === null ? (
          <span>{name}</span>
        ) : (
          <Button appearance="link" className="change-link" onClick={() => void router.open(link)}>
            {name}
          </Button>
        )}
        {from !== null && <p className="now-meta">{from}</p>}
      </div>
      <div className="change-when">
        <strong>{t(recovered === null ? 'now.alerts.firing' : 'now.alerts.recovered')}</strong>
        <p className="now-meta">{time}</p>
      </div>
    </li>
  );
}
