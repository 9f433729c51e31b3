import { makeInvoke } from '@forge/bridge';
import { type PortalContract } from '../../src/contract';
import { worstFirst } from '../kit/listed';
import { type RunningIncident, runningIncidents } from '../kit/running';

const invoke = makeInvoke<PortalContract>();

/** Asked for while the page itself is still starting. */
const first = invoke('getWhatRuns');
first.catch(() => undefined); // told where it is awaited

/** What is shown of an incident: key and summary to those who see it in Jira. */
export type Shown = Pick<RunningIncident, 'service' | 'severity' | 'since'> &
  Partial<Pick<RunningIncident, 'key' | 'summary'>>;

/**
 * The incidents that run, as far as this visitor may know of them.
 *
 * @returns `elsewhere` on the form of anything but incidents, `closed` for somebody who may know of none
 */
export async function whatRuns(): Promise<readonly Shown[] | 'elsewhere' | 'closed' | 'failed'> {
  const reply = await first.catch(() => undefined);
  if (!reply?.ok) return 'failed';
  if (reply.value === null) return 'elsewhere';
  const { where, running } = reply.value;
  if (where) {
    const found = await runningIncidents(where);
    return found === 'failed' ? found : found.toSorted(worstFirst);
  }
  return running ?? 'closed';
}
