import { type BackfillView, type FindingCounts } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { failureText } from '../../kit/page/failure';
import { momentText } from '../../kit/texts/moments';
import { type NameUnder, type Texts, useViewer } from '../../kit/texts/texts';
import { Before } from './before';
import { countText } from './use-counts';
import { type Backfill } from './use-backfill';

type Props = {
  readonly backfill: Backfill;
  readonly view: BackfillView;
  readonly counts: FindingCounts | undefined;
};

/** What the backfill does, how far it is, and what can be done about it. */
export function BackfillPart({ backfill, view, counts }: Props) {
  if (view.state === 'never') return <Before backfill={backfill} view={view} />;
  return (
    <div className="stack">
      <Standing view={view} state={view.state} />
      {view.state !== 'done' && <Progress view={view} />}
      <Facts view={view} counts={counts} />
      <Orders backfill={backfill} state={view.state} />
    </div>
  );
}

const NOTE = { done: 'note note-good', failed: 'note note-error' } as const;
type StandingProps = {
  readonly view: BackfillView;
  readonly state: Exclude<BackfillView['state'], 'never'>;
};

/** In words what is so now; told to screen readers when it changes, and at each quarter. */
function Standing({ view, state }: StandingProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { failure, resumesAt, at, looked, total } = view;
  const text = (moment: string) => momentText(moment, viewer, Date.parse(view.now));
  const time = resumesAt === null ? '' : text(resumesAt);
  const percent = total ? Math.floor((looked / total) * 4) * 25 : 0;
  const note = state === 'done' || state === 'failed' ? NOTE[state] : undefined;
  return (
    <div className={note} role={state === 'failed' ? 'alert' : 'status'}>
      {failure && <p>{whyText(failure, t)}</p>}
      <p>{t(`history.state.${state}`, { time })}</p>
      {view.lost && at !== null && <p>{t('history.quiet', { time: text(at) })}</p>}
      {state === 'running' && (
        <p className="visually-hidden">
          {t('history.spoken', { percent: Math.min(percent, 100) })}
        </p>
      )}
    </div>
  );
}

/** What the app itself may not do is not for the person who looks to be allowed. */
function whyText(failure: NonNullable<BackfillView['failure']>, t: Texts): string {
  return failure.code === 'forbidden' ? t('history.appForbidden') : failureText(failure, t);
}

function Progress({ view: { looked, total } }: { view: BackfillView }) {
  const { t, locale } = useViewer();
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return (
    <div className="progress">
      <progress
        max={Math.max(total ?? 1, 1)}
        value={Math.min(looked, total ?? 1)}
        aria-label={t('history.progressLabel')}
      />
      <span>
        {total === null
          ? t('history.progressUncounted')
          : t('history.progress', { looked: number(looked), total: number(total) })}
      </span>
    </div>
  );
}

function Facts({ view, counts }: { view: BackfillView; counts: FindingCounts | undefined }) {
  const { t, locale } = useViewer();
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const { points, state } = view;
  const facts: readonly (readonly [NameUnder<'history.fact'>, string])[] = [
    ['looked', number(view.looked)],
    ['written', number(view.written)],
    ...(counts
      ? [
          ['found', countText(counts.all, locale, t)] as const,
          ['impossible', countText(counts.impossible, locale, t)] as const,
        ]
      : []),
    ...(state === 'done'
      ? []
      : [
          [
            'points',
            t('history.points', { left: number(points.left), perHour: number(points.perHour) }),
          ] as const,
        ]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{t(`history.fact.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Orders({ backfill, state }: { backfill: Backfill; state: BackfillView['state'] }) {
  const { t } = useViewer();
  const { pressed } = backfill;
  if (state === 'running' || state === 'waiting') {
    return (
      <div className="buttons">
        <Button onClick={backfill.pause} isBusy={pressed === 'pauseBackfill'}>
          {t('history.action.pause')}
        </Button>
      </div>
    );
  }
  const again = state === 'done';
  return (
    <div className="buttons">
      <Button
        appearance={again ? 'default' : 'primary'}
        onClick={again ? backfill.start : backfill.resume}
        isBusy={pressed !== undefined}
      >
        {again ? t('history.action.again') : t('history.action.resume')}
      </Button>
    </div>
  );
}
