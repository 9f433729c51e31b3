import { wrongPair } from './clocks';
import { type Incident } from '../incident/incident';
import { isOver } from '../incident/lifecycle';
import { type Instant } from '../time';

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
 * stops at recovery. An incident that is over without a recovery has no honest figure, so it has no clock.
 */
export function runningClock({ times, phase, created }: Incident): RunningClock | undefined {
  if (wrongPair(times)) return undefined;
  const { impactStart, impactDetected = created, impactRecovered } = times;
  if (impactRecovered === undefined && isOver(phase)) return undefined;
  return impactStart === undefined
    ? { since: impactDetected, from: 'impactDetected', until: impactRecovered }
    : { since: impactStart, from: 'impactStart', until: impactRecovered };
}
