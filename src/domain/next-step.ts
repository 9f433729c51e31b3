import { wrongPair } from './clocks';
import { type Incident } from './incident';
import { effectiveTimes, heldTimes, type Notes, toConfirm } from './time-notes';

/**
 * The one thing that is due now, in the handbook's order. `undefined`: nothing that this app asks for.
 *
 * - `correct-times`: two times contradict each other
 * - `take`: nobody leads this incident
 * - `say-severity`: how bad it is has not been said
 * - `say-start`: when customers began to feel it is not known
 * - `say-recovered`: it is resolved, and when the impact was over is not known
 * - `confirm-recovered`: it is resolved, and the moment of the transition stands in for when the impact was over
 * - `mend-held`: Jira did not keep a time, and somebody has to mend why
 */
export type NextStep =
  | 'correct-times'
  | 'take'
  | 'say-severity'
  | 'say-start'
  | 'say-recovered'
  | 'confirm-recovered'
  | 'mend-held';

export function nextStep(incident: Incident, notes: Notes): NextStep | undefined {
  const { phase, incidentManager, severity } = incident;
  const times = effectiveTimes(incident, notes);
  if (phase === 'cancelled') return undefined;
  if (wrongPair(times)) return 'correct-times';
  if (phase !== 'resolved' && (phase === 'new' || !incidentManager)) return 'take';
  if (severity === undefined) return 'say-severity';
  if (times.impactStart === undefined) return 'say-start';
  if (phase === 'resolved' && times.impactRecovered === undefined) return 'say-recovered';
  if (phase === 'resolved' && toConfirm(incident, notes)) return 'confirm-recovered';
  return heldTimes(incident, notes).length > 0 ? 'mend-held' : undefined;
}
