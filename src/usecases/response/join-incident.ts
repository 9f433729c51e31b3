import { IncidentError } from '../../domain/errors';
import { incidentId, type PersonId } from '../../domain/incident/incident';
import { type EntryId } from '../../domain/log/what';
import { type Incidents } from '../../ports/incident/incidents';
import { type Permissions } from '../../ports/incident/permissions';
import { say, type SayDeps } from '../log/say';

/** Who joins, the saying's own id, and the time zone they are in. */
type Joining = { readonly person: PersonId; readonly id: EntryId; readonly zone?: string };

/**
 * Joins an incident that is not the one whose page is open: whoever was about to raise it once more helps with this one.
 * May be repeated.
 *
 * @param incidents as the person sees them
 * @param permissions of the person
 * @throws {IncidentError} `not-found` for one that they may not see, `forbidden` where they may only read, and as `say`
 */
export async function joinIncident(
  deps: SayDeps & {
    readonly incidents: Pick<Incidents, 'get'>;
    readonly permissions: Pick<Permissions, 'of'>;
  },
  key: string,
  { person, id, zone }: Joining,
): Promise<void> {
  const incident = await deps.incidents.get(incidentId(key));
  if (!(await deps.permissions.of(incident.id)).has('edit')) {
    throw new IncidentError('forbidden', 'Needs the right to edit');
  }
  const saying = { kind: 'joined', ...(zone !== undefined && { zone }) } as const;
  await say(deps, incident.id, { person, all: [{ id, saying }] });
}
