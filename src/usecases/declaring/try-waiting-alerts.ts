import { MINUTE_MS, type Instant } from '../../domain/time';
import { type Alerts } from '../../ports/declaring/alerts';
import { type Jobs } from '../../ports/jobs';
import { workOn } from './alert-course';

/** A younger one has a job of its own under way. */
const OWN_JOB_MS = 5 * MINUTE_MS;
/** A queue takes so many in a minute, and others need it too. */
const AT_ONCE = 100;

/**
 * Has every alert tried again that is no incident yet, the oldest first. May be repeated.
 *
 * @returns how many. @throws {IncidentError} as `Alerts.open` and `Jobs.handOver`
 */
export async function tryWaitingAlerts({
  alerts,
  jobs,
  now,
}: {
  readonly alerts: Alerts;
  readonly jobs: Jobs;
  readonly now: () => Instant;
}): Promise<number> {
  const at = now();
  const waiting = (await alerts.open())
    .filter(({ receivedAt }) => at - receivedAt > OWN_JOB_MS)
    .toSorted((a, b) => a.receivedAt - b.receivedAt)
    .slice(0, AT_ONCE);
  for (const alert of waiting) await workOn(jobs, alert);
  return waiting.length;
}
