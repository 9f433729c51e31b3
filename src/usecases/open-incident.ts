import { type Incident, type IncidentId } from '../domain/incident';
import { type Notes } from '../domain/time-notes';
import { type Incidents } from '../ports/incidents';
import { type Permissions, type Right } from '../ports/permissions';
import { type TimeNotes } from '../ports/time-notes';

/** An incident, what is noted of it, and what the person who looks at it may do. */
export type OpenedIncident = {
  readonly incident: Incident;
  readonly notes: Notes;
  readonly rights: ReadonlySet<Right>;
};

/**
 * What a person sees when they open an incident. Everything is asked for at once; Jira's answer to reading the
 * issue as this person decides whether they get any of it.
 *
 * @throws {IncidentError} as `Incidents.get`
 */
export async function openIncident(
  {
    incidents,
    permissions,
    timeNotes,
  }: { incidents: Incidents; permissions: Permissions; timeNotes: TimeNotes },
  id: IncidentId,
): Promise<OpenedIncident> {
  const [incident, rights, notes] = await Promise.all([
    incidents.get(id),
    permissions.of(id),
    timeNotes.get(id),
  ]);
  return { incident, notes, rights };
}
