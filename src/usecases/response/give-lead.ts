import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Incidents } from '../../ports/incident/incidents';
import { takeIncident } from './take-incident';

/**
 * Makes somebody the incident manager, as whoever gives it: the issue is assigned to them and goes to Fixing.
 * May be repeated.
 *
 * @param from the incident manager whom the giver saw, `null` for nobody. Is it another by now, nothing is changed.
 * @throws {IncidentError} as `takeIncident`
 */
export function giveLead(
  deps: { incidents: Incidents },
  id: IncidentId,
  { person, from }: { readonly person: PersonId; readonly from: PersonId | null },
): Promise<void> {
  return takeIncident(deps, id, { person, from });
}
