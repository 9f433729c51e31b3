import { router } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { spanText } from '../kit/texts/durations';
import { useServerNow } from '../kit/texts/server-clock';
import { SeveritySign } from '../kit/incident/signs';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';
import { type Shown, whatRuns } from './what-runs';

/** On the portal's form: when to raise an incident, and what is running already. */
export function PortalPanel() {
  const { t } = useViewer();
  const [told, setTold] = useState<Awaited<ReturnType<typeof whatRuns>>>();
  useEffect(() => {
    let current = true;
    void whatRuns().then((answer) => {
      if (current) setTold(answer);
    });
    return () => {
      current = false;
    };
  }, []);
  if (told === 'elsewhere') return <div className="portal-nothing" />;
  return (
    <main className="portal-panel">
      <h2>{t('portal.title')}</h2>
      <p>{t('portal.help')}</p>
      <div role="status">
        {told === undefined && <Skeleton lines={2} label={t('portal.loading')} />}
        {told?.runs === 'failed' && <p>{t('portal.failed')}</p>}
        {typeof told?.runs === 'object' && <List incidents={told.runs} />}
      </div>
      {told?.statusPage && <StatusPage address={told.statusPage} />}
    </main>
  );
}

/** The known place, for whoever wants to look again later. */
function StatusPage({ address }: { readonly address: string }) {
  const { t } = useViewer();
  return (
    <p>
      <a
        href={address}
        onClick={(event) => {
          event.preventDefault();
          void router.open(address);
        }}
      >
        {t('portal.statusPage')}
      </a>
    </p>
  );
}

function List({ incidents }: { readonly incidents: readonly Shown[] }) {
  const { t } = useViewer();
  if (incidents.length === 0) return <p>{t('portal.none')}</p>;
  return (
    <>
      <p>{t('portal.running')}</p>
      <ul className="portal-list">
        {incidents.map((incident, at) => (
          <Row key={incident.key ?? at} incident={incident} />
        ))}
      </ul>
    </>
  );
}

/** The page asks no server for the time: "for 2 h" may be wrong by as much as the visitor's clock is. */
const OPENED = Date.now();

function Row({ incident }: { readonly incident: Shown }) {
  const { t } = useViewer();
  const now = useServerNow(OPENED, 30_000);
  const { key, summary, service, severity, since } = incident;
  return (
    <li className="portal-row">
      <SeveritySign severity={severity} />
      <span className="portal-what">
        {key !== undefined && (
          <a
            href={`/browse/${key}`}
            onClick={(event) => {
              event.preventDefault();
              void router.open(`/browse/${key}`);
            }}
          >
            {key} {summary}
          </a>
        )}
        <span>{service ?? t('portal.noService')}</span>
      </span>
      <span className="portal-since">
        {t('portal.since', { duration: spanText(now - since, t) })}
      </span>
    </li>
  );
}
