import { router } from '@forge/bridge';
import { Button } from '../kit/controls/button';
import { momentText, timeText } from '../kit/texts/moments';
import { type Listed } from '../kit/lists/listed';
import { jqlOf } from '../kit/lists/listed-jql';
import { type NotFound } from '../kit/lists/search-listed';
import { spanText } from '../kit/texts/durations';
import { IssueKey } from '../kit/jira/issue-key';
import { useServerNow } from '../kit/texts/server-clock';
import { Skeleton } from '../kit/page/skeleton';
import { type Texts, useViewer } from '../kit/texts/texts';
import { type ListConfig } from './config';
import { ActiveTable } from './active-table';
import { type Active, useActive } from './use-active';

/** The active incidents that the viewer may see, worst first, then the longest. */
export function ActiveList({ config }: { readonly config: ListConfig }) {
  const { t } = useViewer();
  const active = useActive(config);
  const { found, failure, reload } = active;
  if (!found) {
    if (!failure) return <Skeleton lines={3} label={t('active.loading')} />;
    return <NotShown failure={failure} onRetry={reload} />;
  }
  return (
    <div className="active">
      <Head active={active} />
      {failure && <NotShown failure={failure} since={found.at} onRetry={reload} />}
      {found.incidents.length > 0 ? (
        <ActiveTable columns={config.columns} incidents={found.incidents} at={found.at} />
      ) : (
        <Calm {...active} config={config} />
      )}
      {found.isMore && (
        <p className="active-note">
          {t('active.more')} <InJira config={config} />
        </p>
      )}
    </div>
  );
}

function Head({ active: { found, busy, reload } }: { readonly active: Active }) {
  const viewer = useViewer();
  const { t } = viewer;
  const incidents = found?.incidents ?? [];
  const running = incidents.filter(({ phase }) => phase !== 'resolved').length;
  return (
    <div className="active-head">
      <div role="status">
        <h2 className={running > 0 ? 'active-count' : 'active-count active-calm'}>
          {countText(running, t)}
        </h2>
      </div>
      <span className="active-age">
        {t('active.asOf', { time: timeText(found?.at ?? 0, viewer) })}
        <Button
          appearance="link"
          aria-disabled={busy}
          aria-label={t('active.refreshLabel')}
          onClick={() => {
            if (!busy) reload();
          }}
        >
          {t('active.refresh')}
        </Button>
      </span>
    </div>
  );
}

function countText(n: number, t: Texts): string {
  if (n === 0) return t('active.none');
  return t('active.running', { count: n });
}

/** Nothing is going on: what was last, so that the list is seen to work. */
function Calm({ found, last, config }: Active & { readonly config: ListConfig }) {
  const { t } = useViewer();
  const now = useServerNow(found?.at ?? 0, 60_000);
  const isNarrowed = config.severities.length + config.services.length > 0;
  return (
    <p className="active-note">
      {last ? <Last last={last} now={now} /> : t('active.never')}{' '}
      {isNarrowed && t('active.narrowed')}
    </p>
  );
}

function Last({ last, now }: { readonly last: Listed; readonly now: number }) {
  const viewer = useViewer();
  const { t } = viewer;
  const { key, until } = last;
  const [before = '', after = ''] = t('active.last', {
    key: '{key}', // stays: the key is a link
    ago: until === null ? '' : spanText(now - until, t),
  }).split('{key}');
  if (until === null) return <IssueKey issue={key} />;
  return (
    <span title={momentText(until, viewer, now)}>
      {before}
      <IssueKey issue={key} />
      {after}
    </span>
  );
}

function InJira({ config }: { readonly config: ListConfig }) {
  const { t } = useViewer();
  const address = `/issues/?jql=${encodeURIComponent(jqlOf(config))}`;
  return (
    <Button appearance="link" onClick={() => void router.open(address)}>
      {t('active.inJira')}
    </Button>
  );
}

type NotShownProps = {
  readonly failure: NotFound;
  /** When the list that still stands was read. */
  readonly since?: number;
  readonly onRetry: () => void;
};

/** Why there is no list, or none that is new; and what to do. */
function NotShown({ failure, since, onRetry }: NotShownProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const isOurs = failure.why === 'failed';
  const text =
    failure.why === 'bad-jql' && failure.reason !== null
      ? t('active.badJqlReason', { reason: failure.reason })
      : t(`active.why.${failure.why}`);
  return (
    <div className={isOurs ? 'note note-error' : 'active-note'} role="alert">
      <p>
        {text} {since !== undefined && t('active.old', { time: timeText(since, viewer) })}
      </p>
      {isOurs && <Button onClick={onRetry}>{t('state.retry')}</Button>}
    </div>
  );
}
