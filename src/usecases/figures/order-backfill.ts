import {
  type BackfillProgress,
  type BackfillWish,
  needsAPush,
} from '../../domain/figures/backfill';
import { type PersonId } from '../../domain/incident/incident';
import { type Instant, iso } from '../../domain/time';
import { type BackfillStore } from '../../ports/figures/backfill-store';
import { type Jobs } from '../../ports/jobs';

type Deps = {
  readonly backfill: BackfillStore;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/** What is wanted of the backfill and how far it is. */
export type BackfillState = {
  readonly wish: BackfillWish | undefined;
  /** Of the run that is wanted. */
  readonly progress: BackfillProgress | undefined;
};

/** Reads both records. @throws {IncidentError} `unavailable` */
export async function lookAtBackfill({ backfill }: Pick<Deps, 'backfill'>): Promise<BackfillState> {
  const [wish, progress] = await Promise.all([backfill.wish(), backfill.progress()]);
  return { wish, progress: progress?.run === wish?.run ? progress : undefined };
}

/**
 * Begins a run from the start, unless one is under way. May be repeated.
 * @throws {IncidentError} `unavailable`; what was wanted is kept all the same, and the hourly run goes on with it
 */
export async function startBackfill(deps: Deps, by: PersonId): Promise<void> {
  const { wish, progress } = await lookAtBackfill(deps);
  const isOver = progress?.state === 'done' || progress?.state === 'failed';
  if (wish && !isOver) return;
  await order(deps, { state: 'run', run: iso(deps.now()), by, at: deps.now() }, 0);
}

/** Lets it stop at the next page. May be repeated; nothing to pause is left as it is. @throws `unavailable` */
export async function pauseBackfill(
  { backfill, now }: Pick<Deps, 'backfill' | 'now'>,
  by: PersonId,
): Promise<void> {
  const wish = await backfill.wish();
  if (wish?.state === 'run') await backfill.saveWish({ ...wish, state: 'paused', by, at: now() });
}

/** Goes on where it was paused or failed. May be repeated. @throws {IncidentError} as {@link startBackfill} */
export async function resumeBackfill(deps: Deps, by: PersonId): Promise<void> {
  const { wish, progress } = await lookAtBackfill(deps);
  if (!wish || progress?.state === 'done') return;
  await order(deps, { ...wish, state: 'run', by, at: deps.now() }, progress?.ticket ?? 0);
}

async function order({ backfill, jobs }: Deps, wish: BackfillWish, ticket: number): Promise<void> {
  await backfill.saveWish(wish);
  await jobs.handOver({ kind: 'backfill', run: wish.run, ticket, inARow: 0 });
}

/**
 * Every hour: goes on with a run that waits for points that are there again, or whose job was lost. May be repeated.
 * @throws {IncidentError} `unavailable`
 */
export async function pushBackfillOn(deps: Deps): Promise<void> {
  const { wish, progress } = await lookAtBackfill(deps);
  if (!wish || !needsAPush(wish, progress, deps.now())) return;
  await deps.jobs.handOver({
    kind: 'backfill',
    run: wish.run,
    ticket: progress?.ticket ?? 0,
    inARow: 0,
  });
}
