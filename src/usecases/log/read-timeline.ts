import { type IncidentId } from '../../domain/incident/incident';
import { type Entry } from '../../domain/log/entry';
import { type Incidents } from '../../ports/incident/incidents';
import { type IncidentLogs } from '../../ports/log/incident-logs';

/** As many entries as are read at once. */
const PAGE = 100;

/**
 * A stretch of an incident's log, oldest first: the newest entries before a number, or the newest there are.
 * Jira's answer to reading the issue as this person decides whether they get any of it.
 *
 * @returns the entries and the number of the newest entry there is
 * @throws {IncidentError} as `Incidents.get` and `IncidentLogs.entries`
 */
export async function readTimeline(
  { incidents, logs }: { incidents: Incidents; logs: IncidentLogs },
  id: IncidentId,
  { before }: { readonly before: number | null },
): Promise<{ readonly entries: readonly Entry[]; readonly seq: number }> {
  const [, { seq }] = await Promise.all([incidents.get(id), logs.head(id)]);
  const to = before === null ? seq : Math.min(before - 1, seq);
  return { entries: await logs.entries(id, to - PAGE + 1, to), seq };
}
