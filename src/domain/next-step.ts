import { wrongPair } from './clocks';
import { type Incident } from './incident';

/**
 * The one thing that is due now, in the handbook's order. `undefined`: nothing that this app asks for.
 *
 * - `correct-times`: two times contradict each other
 * - `take`: nobody leads this incident
 * - `say-start`: when customers began to feel it is not known
 * - `say-recovered`: it is resolved, and when the impact was over is not known
 */
export type NextStep = 'correct-times' | 'take' | 'say-start' | 'say-recovered';

export function nextStep({ phase, incidentManager, times }: Incident): NextStep | undefined {
  if (phase === 'cancelled') return undefined;
  if (wrongPair(times)) return 'correct-times';
  if (phase !== 'resolved' && (phase === 'new' || !incidentManager)) return 'take';
  if (times.impactStart === undefined) return 'say-start';
  if (phase === 'resolved' && times.impactRecovered === undefined) return 'say-recovered';
  return undefined;
}
