import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { isOver } from '../../domain/incident/lifecycle';
import { type Incidents } from '../../ports/incident/incidents';

/**
 * A person becomes the incident manager: the issue is assigned to them and goes to Fixing, in one action.
 * May be repeated.
 *
 * @param from the incident manager this person saw when they pressed the button, `null` for nobody. If it is
 *   somebody else by now, nothing is changed: two people who press at once must not both believe they lead.
 * @throws {IncidentError} `already-taken`, `details.subject` the name of who leads; `refused` when it is over, or
 *   with Jira's reason; and as `Incidents.get`
 */
export async function takeIncident(
  { incidents }: { incidents: Incidents },
  id: IncidentId,
  { person, from }: { person: PersonId; from: PersonId | null },
): Promise<void> {
  const incident = await incidents.get(id);
  const leader = incident.incidentManager;
  if (leader && leader.id !== from && leader.id !== person) {
    throw new IncidentError('already-taken', 'Somebody else leads this incident', {
      subject: leader.name,
    });
  }
  if (isOver(incident.phase)) {
    throw new IncidentError('refused', `An incident that is ${incident.phase} cannot be taken`);
  }
  if (leader?.id !== person) await incidents.assign(incident, person);
  await incidents.moveTo(incident, 'fixing');
}
