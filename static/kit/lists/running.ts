import { type Listed, type Where } from './listed';
import { searchActive } from './search-listed';
import { type Running } from './similar';

/** An incident that runs, as Jira shows it to the viewer. */
export type RunningIncident = Running & Pick<Listed, 'severity' | 'since'>;

/** The incidents that run, newest first, in one search by the viewer. Drills are left out. */
export async function runningIncidents(
  where: Where,
): Promise<readonly RunningIncident[] | 'failed'> {
  const found = await searchActive({ where, jql: null, resolvedHours: 0 });
  if ('why' in found) return 'failed';
  return found.incidents
    .filter(({ isDrill }) => !isDrill)
    .map(({ key, summary, service, severity, since }) => ({
      key,
      summary,
      severity,
      since,
      service: service?.name ?? null,
    }));
}
