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
  const state = wish ? (progress?.state ?? 'running') : 'never';
  const isOpen = state === 'running' || state === 'waiting';
  const waits = isOpen && resumesAt !== undefined;
  return {
    state: isOpen && wish?.state === 'paused' ? 'paused' : waits ? 'waiting' : state,
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
    failure:
      progress?.state === 'failed' && progress.failure
        ? { code: progress.failure.code, subject: progress.failure.subject ?? null }
        : null,
  };
}

function resumesAtOf(progress: BackfillState['progress'], now: Instant): Instant | undefined {
  if (progress?.state === 'waiting') return nextHour(progress.hour);
  const { notBefore } = progress ?? {};
  return notBefore !== undefined && notBefore > now ? notBefore : undefined;
}
