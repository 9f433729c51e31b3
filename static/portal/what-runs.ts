import { type PortalContract } from '../../src/contract';
import { worstFirst } from '../kit/lists/listed';
import { type RunningIncident, runningIncidents } from '../kit/lists/running';
import { invokerOf } from '../kit/jira/invoke';

const invoke = invokerOf<PortalContract>();

/** Asked for while the page itself is still starting. */
const first = invoke('getWhatRuns', { searchFailed: false });
first.catch(() => undefined); // told where it is awaited

/** What is shown of an incident: key and summary to those who see it in Jira. */
export type Shown = Pick<RunningIncident, 'service' | 'severity' | 'since'> &
  Partial<Pick<RunningIncident, 'key' | 'summary'>>;

type Told = {
  readonly runs: readonly Shown[] | 'closed' | 'failed';
  /** Where everybody looks what is going on. */
  readonly statusPage: string | null;
};

/**
 * The incidents that run, as far as this visitor may know of them.
 *
 * @returns `elsewhere` on the form of anything but incidents; `closed` for somebody who may know of none
 */
export async function whatRuns(): Promise<Told | 'elsewhere'> {
  const reply = await first.catch(() => undefined);
  if (!reply?.ok) return { runs: 'failed', statusPage: null };
  if (reply.value === null) return 'elsewhere';
  const { where, running, statusPage } = reply.value;
  if (where === null) return { runs: running ?? 'closed', statusPage };
  const found = await runningIncidents(where);
  if (found !== 'failed') return { runs: found.toSorted(worstFirst), statusPage };
  // Their frame may not ask Jira, though the app may: what anybody may know is better than nothing.
  const again = await invoke('getWhatRuns', { searchFailed: true }).catch(() => undefined);
  const runs = again?.ok ? (again.value?.running ?? 'failed') : 'failed';
  return { runs, statusPage };
}
