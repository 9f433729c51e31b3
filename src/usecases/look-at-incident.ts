import { type IncidentId } from '../domain/incident';
import { iso } from '../domain/time';
import { type IncidentLogs } from '../ports/incident-logs';
import { type LastChanges } from '../ports/last-changes';

/**
 * Whether anything has changed: the number of the last entry, and when Jira last changed the issue. Asked again and
 * again by everybody who looks, so it reads as little as it can.
 *
 * @throws {IncidentError} as `LastChanges.of`
 */
export async function lookAtIncident(
  { lastChanges, logs }: { lastChanges: LastChanges; logs: IncidentLogs },
  id: IncidentId,
): Promise<{ readonly seq: number; readonly updated: string }> {
  const [updated, { seq }] = await Promise.all([lastChanges.of(id), logs.head(id)]);
  return { seq, updated: iso(updated) };
}
