import { type Incident, type IncidentId } from '../domain/incident';
import { type Incidents } from '../ports/incidents';
import { type Permissions, type Right } from '../ports/permissions';

/** An incident, and what the person who looks at it may do. */
export type OpenedIncident = { readonly incident: Incident; readonly rights: ReadonlySet<Right> };

/**
 * What a person sees when they open an incident. Everything is asked for at once; Jira's answer to reading the
 * issue as this person decides whether they get any of it.
 *
 * @throws {IncidentError} as `Incidents.get`
 */
export async function openIncident(
  { incidents, permissions }: { incidents: Incidents; permissions: Permissions },
  id: IncidentId,
): Promise<OpenedIncident> {
  const [incident, rights] = await Promise.all([incidents.get(id), permissions.of(id)]);
  return { incident, rights };
}
