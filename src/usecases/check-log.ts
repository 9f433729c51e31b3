import { type IncidentId } from '../domain/incident';
import { type Fault, faultIn, type Hash, type Tip } from '../domain/log/entry';
import { type Incidents } from '../ports/incidents';
import { type IncidentLogs } from '../ports/incident-logs';

/** As many entries as are held at once. */
const STRETCH = 500;

/** How many entries a log should have, and the first thing that is wrong with it. */
export type LogCheck = { readonly entries: number; readonly fault: Fault | null };

/**
 * Checks the whole chain of an incident's log up to where its head stands, in stretches. Jira's answer to reading the
 * issue as this person decides whether they may ask.
 *
 * @throws {IncidentError} as `Incidents.get` and `IncidentLogs.entries`
 */
export async function checkLog(
  { incidents, logs, hash }: { incidents: Incidents; logs: IncidentLogs; hash: Hash },
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
  const isWhole = tip.hash === head.hash;
  return { entries: head.seq, fault: isWhole ? null : { seq: head.seq, why: 'broken-link' } };
}
