import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { isOver } from '../../domain/incident/lifecycle';
import { type Incidents } from '../../ports/incident/incidents';

/** `gone`: deleted, turned into another kind of issue or hidden from the app. */
export type Stand = 'open' | 'over' | 'gone';

/**
 * Whether somebody is at work on this incident, or ought to be. One that is `over` or `gone` is nobody's: whoever is
 * told of it would look at nothing.
 *
 * @throws {IncidentError} as `Incidents.get`, but for `not-found` and `not-an-incident`
 */
export async function standOf(incidents: Pick<Incidents, 'get'>, id: IncidentId): Promise<Stand> {
  try {
    return isOver((await incidents.get(id)).phase) ? 'over' : 'open';
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    if (error.code !== 'not-found' && error.code !== 'not-an-incident') throw error;
    return 'gone';
  }
}
