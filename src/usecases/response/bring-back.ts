import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Jobs } from '../../ports/jobs';
import { settleIncident, type Settling } from '../clocks/settle-incident';

/**
 * It came back: a resolved incident goes back to Fixing, loses its recovery (the notes keep it), and its clock runs
 * again. May be repeated: one that is in Fixing already is only settled.
 *
 * @throws {IncidentError} `refused` when it is new or cancelled, or with Jira's reason; and as `settleIncident`
 */
export async function bringBack(
  { jobs, ...deps }: Settling & { readonly jobs: Jobs },
  id: IncidentId,
): Promise<void> {
  const incident = await deps.incidents.get(id);
  if (incident.phase !== 'resolved' && incident.phase !== 'fixing') {
    throw new IncidentError('refused', `An incident that is ${incident.phase} cannot come back`);
  }
  await deps.incidents.moveTo(incident, 'fixing');
  await Promise.all([
    settleIncident(deps, id),
    jobs.handOver({ kind: 'look-after', incident: id }),
  ]);
}
