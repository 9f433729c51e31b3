import { type ErrorCode, IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { isOver } from '../../domain/incident/lifecycle';
import { type Incidents } from '../../ports/incident/incidents';

const CLOSED: readonly ErrorCode[] = [
  'not-found',
  'not-an-incident',
  'status-unknown',
  'unreadable',
];

/**
 * Somebody is at work on this incident, or ought to be. One that is resolved, cancelled, deleted, turned into another
 * kind of issue or hidden from the app is not: whoever is told of it would look at nothing. Nor is one of which nobody
 * can say how it stands.
 *
 * @throws {IncidentError} `not-set-up`, `unavailable`
 */
export async function isStillOpen(
  incidents: Pick<Incidents, 'get'>,
  id: IncidentId,
): Promise<boolean> {
  try {
    return !isOver((await incidents.get(id)).phase);
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    if (!CLOSED.includes(error.code)) throw error;
    return false;
  }
}
