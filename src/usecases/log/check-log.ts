import { type IncidentId } from '../../domain/incident/incident';
import { type Fault, faultIn, type Hash, type Tip } from '../../domain/log/entry';
import { type Incidents } from '../../ports/incident/incidents';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type Jobs } from '../../ports/jobs';

/** As many entries as are held at once. */
const STRETCH = 500;

/** How many entries a log should have, and the first thing that is wrong with it. */
export type LogCheck = { readonly entries: number; readonly fault: Fault | null };

/**
 * Checks the whole chain of an incident's log up to where its head stands, in stretches. Jira's answer to reading the
 * issue as this person decides whether they may ask. Where the chain is whole and only the head does not fit it, the head
 * is made anew by a job.
 *
 * @throws {IncidentError} as `Incidents.get`, `IncidentLogs.entries` and `Jobs.handOver`
 */
export async function checkLog(
  {
    incidents,
    logs,
    hash,
    jobs,
  }: { incidents: Incidents; logs: IncidentLogs; hash: Hash; jobs: Jobs },
  id: IncidentId,
): Promise<LogCheck> {
  const [, head] = await Promise.all([incidents.get(id), logs.head(id)]);
  let tip: Tip = { seq: 0, hash: '' };
  while (tip.seq < head.seq) {
    const to = Math.min(tip.seq + STRETCH, head.seq);
    const stretch = await logs.entries(id, tip.seq + 1, to);
    const fault = faultIn(stretch, tip, hash);
    if (fault) return { entries: head.seq, fault };
    const last = stretch.at(-1) ?? tip;
    if (last.seq < to) return { entries: head.seq, fault: { seq: last.seq + 1, why: 'gap' } };
    tip = { seq: last.seq, hash: last.hash };
  }
  // The head names the last entry as each entry names the one before.
  if (tip.hash === head.hash) return { entries: head.seq, fault: null };
  await jobs.handOver({ kind: 'new-head', incident: id });
  return { entries: head.seq, fault: { seq: head.seq, why: 'broken-link' } };
}
