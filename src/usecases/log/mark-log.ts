import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type ListedStates } from '../../ports/incident/listed-states';
import { type Log } from '../../ports/log';

/**
 * Lets whoever has the incident open see that its log has grown, with a question of their own that costs the app
 * nothing. What was said is in the log already: where Jira does not take the mark, a warning says so, and the others
 * hear by realtime or with the next mark. May be repeated.
 *
 * @throws {IncidentError} as `IncidentLogs.head`
 */
export async function markLog(
  deps: {
    readonly logs: Pick<IncidentLogs, 'head'>;
    readonly listedStates: Pick<ListedStates, 'mark'>;
    readonly log: Log;
  },
  id: IncidentId,
): Promise<void> {
  const { seq } = await deps.logs.head(id);
  try {
    await deps.listedStates.mark(id, seq);
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    deps.log.warn('others see a change late', { incident: id, code: error.code });
  }
}
