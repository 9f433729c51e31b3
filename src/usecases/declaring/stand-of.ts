import { type ErrorCode, IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { isOver } from '../../domain/incident/lifecycle';
import { type Incidents } from '../../ports/incident/incidents';

/**
 * `gone`: deleted, turned into another kind of issue or hidden from the app; or nobody can say how it stands, as its
 * status stands for no phase or Jira's answer cannot be read.
 */
export type Stand = 'open' | 'over' | 'gone';

const GONE: readonly ErrorCode[] = ['not-found', 'not-an-incident', 'status-unknown', 'unreadable'];

/**
 * Whether somebody is at work on this incident, or ought to be. One that is `over` or `gone` is nobody's: whoever is
 * told of it would look at nothing.
 *
 * @throws {IncidentError} `not-set-up`, `unavailable`
 */
export async function standOf(incidents: Pick<Incidents, 'get'>, id: IncidentId): Promise<Stand> {
  try {
    return isOver((await incidents.get(id)).phase) ? 'over' : 'open';
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    if (!GONE.includes(error.code)) throw error;
    return 'gone';
  }
}
