import { router } from '@forge/bridge';
import { type ChangesView, type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { spanText } from '../../kit/texts/durations';
import { FailureNote } from '../../kit/page/failure';
import { momentText } from '../../kit/texts/moments';
import { Skeleton } from '../../kit/page/skeleton';
import { type Texts, useViewer } from '../../kit/texts/texts';
import { useChanges } from './use-changes';

type Change = ChangesView['changes'][number];

/** What was changed near the impact start, whoever told it: a rollback may fix it. */
export function Changes({ incident }: { readonly incident: IncidentView }) {
  const { t } = useViewer();
  const { value, failure, reload } = useChanges(incident);
  const of = value?.around.of ?? (incident.times.impactStart ? 'impactStart' : 'impactDetected');
  return (
    <section aria-labelledby="changes-title">
      <div className="section-head">
        <h2 id="changes-title">{t(`now.changes.${of}`)}</h2>
        <span className="zone">{t('now.changes.window')}</span>
        {value && (
          <Button appearance="link" onClick={reload}>
            {t('now.changes.again')}
          </Button>
        )}
      </div>
      {!value && !failure && <Skeleton lines={3} label={t('now.changes.loading')} />}
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {value && <Found value={value} now={Date.parse(incident.now)} />}
    </section>
  );
}

function Found({ value, now }: { readonly value: ChangesView; readonly now: number }) {
  const { t } = useViewer();
  const { issues, isConnected, changes, around } = value;
  return (
    <>
      {issues.state === 'failed' && (
        <div className="note note-warning" role="alert">
          <p>
            {t(`now.changes.${issues.code === 'refused' ? 'refused' : 'failed'}`, {
              reason: issues.subject ?? '',
            })}
          </p>
        </div>
      )}
      {changes.length === 0 ? (
        <p className="now-empty">{t('now.changes.none')}</p>
      ) : (
        <ul className="changes-list">
          {changes.map((change) => (
            <Line key={`${change.kind} ${change.id}`} change={change} around={around} now={now} />
          ))}
        </ul>
      )}
      {issues.state === 'searched' && issues.more && (
        <p className="now-meta">{t('now.changes.more')}</p>
      )}
      {issues.state === 'notConfigured' && <p className="now-meta">{t('now.changes.noJql')}</p>}
      {!isConnected && <p className="now-meta">{t('now.changes.noDoor')}</p>}
    </>
  );
}

type LineProps = {
  readonly change: Change;
  readonly around: ChangesView['around'];
  readonly now: number;
};

function Line({ change, around, now }: LineProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { kind, id, name, at, isFaultyService, service, environment, by } = change;
  const address = kind === 'issue' ? `/browse/${id}` : change.address;
  const from = [...(kind === 'issue' ? [id] : [service]), environment, by].filter(
    (word) => word !== null,
  );
  return (
    <li>
      <div className="change-what">
        {address === null ? (
          <span>{name}</span>
        ) : (
          <Button
            appearance="link"
            className="change-link"
            onClick={() => void router.open(address)}
          >
            {name}
          </Button>
        )}
        {isFaultyService && (
          <span className="lozenge lozenge-marked">{t('now.changes.faulty')}</span>
        )}
        <p className="now-meta">{[t(`now.changes.${kind}`), ...from].join(' · ')}</p>
      </div>
      <div className="change-when">
        <strong>{distanceText(at - around.at, around.of, t)}</strong>
        <p className="now-meta">
          <time dateTime={new Date(at).toISOString()}>{momentText(at, viewer, now)}</time>
        </p>
      </div>
    </li>
  );
}

const MINUTE = 60_000;

/** "12 min before the impact start", "4 min after the impact start". */
function distanceText(ms: number, of: ChangesView['around']['of'], t: Texts): string {
  if (Math.abs(ms) < MINUTE) return t(`now.distance.${of}.at`);
  const duration = spanText(Math.abs(ms), t);
  return t(`now.distance.${of}.${ms < 0 ? 'before' : 'after'}`, { duration });
}
