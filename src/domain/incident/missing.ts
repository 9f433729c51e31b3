import { type Incident } from './incident';
import { effectiveTimes, type Notes } from '../clocks/notes';

/** What an incident can lack. Each is said on it, with the way to mend it. */
export type Missing = 'severity' | 'faultyService' | 'affectedProducts' | 'impactStart';

/**
 * What has not been said of an incident and should be, whoever raised it and however. Declaring never fails for want
 * of any of it. A field that the site does without is not missed, and nothing is once it is cancelled.
 */
export function missingOf(incident: Incident, notes: Notes): Missing[] {
  const { phase, severity, faultyService, affectedProducts } = incident;
  if (phase === 'cancelled') return [];
  const lacks: Readonly<Record<Missing, boolean>> = {
    severity: severity === undefined,
    faultyService: faultyService === null,
    affectedProducts: affectedProducts?.length === 0,
    impactStart: effectiveTimes(incident, notes).impactStart === undefined,
  };
  return (Object.keys(lacks) as Missing[]).filter((what) => lacks[what]);
}
