import { type BackfillView } from '../../contract/admin';
import {
  hoursFor,
  needsAPush,
  nextHour,
  POINTS_PER_HOUR,
  pointsLeft,
} from '../../domain/figures/backfill';
import { type Instant, iso } from '../../domain/time';
import { type BackfillState } from '../../usecases/figures/order-backfill';

/**
 * Where the backfill stands, in the contract's plain JSON.
 *
 * @param total how many incidents there are, where no run has counted them.
 */
export function backfillView(
  { wish, progress }: BackfillState,
  now: Instant,
  total?: number,
): BackfillView {
  const counted = progress?.total ?? total;
  const resumesAt = resumesAtOf(progress, now);
  return {
    state: stateOf({ wish, progress }, resumesAt),
    total: counted ?? null,
    looked: progress?.looked ?? 0,
    written: progress?.written ?? 0,
    points: {
      perHour: POINTS_PER_HOUR,
      left: progress ? pointsLeft(progress, now) : POINTS_PER_HOUR,
    },
    hours: counted === undefined ? null : hoursFor(counted),
    resumesAt: resumesAt === undefined ? null : iso(resumesAt),
    at: progress ? iso(progress.at) : null,
    lost: progress?.state === 'running' && needsAPush(wish, progress, now),
    now: iso(now),
    failure: failureOf(progress),
  };
}

function stateOf(
  { wish, progress }: BackfillState,
  resumesAt: Instant | undefined,
): BackfillView['state'] {
  if (!wish) return 'never';
  const state = progress?.state ?? 'running';
  if (state !== 'running' && state !== 'waiting') return state;
  if (wish.state === 'paused') return 'paused';
  return resumesAt === undefined ? state : 'waiting';
}

function failureOf(progress: BackfillState['progress']): BackfillView['failure'] {
  if (progress?.state !== 'failed' || !progress.failure) return null;
  return { code: progress.failure.code, subject: progress.failure.subject ?? null };
}

function resumesAtOf(progress: BackfillState['progress'], now: Instant): Instant | undefined {
  if (progress?.state === 'waiting') return nextHour(progress.hour);
  const { notBefore } = progress ?? {};
  return notBefore !== undefined && notBefore > now ? notBefore : undefined;
}
