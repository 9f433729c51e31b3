import { spanOf, wrongPair } from './clocks';
import { type Incident } from '../incident/incident';
import { isOver } from '../incident/lifecycle';
import { type Instant, instantAt } from '../time';

/** The big figure: how long this has been going on, or went on. */
export type RunningClock = {
  readonly since: Instant;
  /** Where it counts from; detection stands in while nobody knows the start. */
  readonly from: 'impactStart' | 'impactDetected';
  /** Absent while it runs. */
  readonly until?: Instant;
};

/**
 * The clock a tired reader looks at first: since impact start, or since detection when the start is unknown; it
 * stops at recovery, whatever the status says. An incident that is over without a recovery has no honest figure, so it has no clock.
 */
export function runningClock({ times, phase, created }: Incident): RunningClock | undefined {
  if (wrongPair(times)) return undefined;
  const { impactStart, impactDetected = created, impactRecovered } = times;
  if (impactRecovered === undefined && isOver(phase)) return undefined;
  const from = impactStart === undefined ? 'impactDetected' : 'impactStart';
  const since = impactStart ?? impactDetected;
  if (impactRecovered === undefined) return { since, from };
  // Within one minute the end may seem to come first.
  return { since, from, until: instantAt(since + spanOf(since, impactRecovered)) };
}
