import { IncidentError } from '../../domain/errors';
import { type Instant } from '../../domain/time';
import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { type KnownDoor } from '../../ports/declaring/alert-doors';
import { type Alert, type Alerts } from '../../ports/declaring/alerts';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { isOverNow } from './alert-course';
import { type Stand, standOf } from './stand-of';

type Deps = {
  readonly alerts: Alerts;
  readonly incidents: Pick<Incidents, 'get'>;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/** What a recovery is about: the alert, and how its incident stands; `unknown`: Jira does not say. */
export type Recovery = { readonly alert?: Alert; readonly stands: Stand | 'unknown' | 'none' };

/**
 * Keeps that an alert is over, as its tool says. Its incident hears of it from a job, and goes on: what is told of a
 * recovery ends nothing. May be repeated.
 *
 * @throws {IncidentError} `unavailable`; the tool is to tell it again
 */
export async function recoverAlert(
  deps: Deps,
  door: KnownDoor,
  { declaration, recoveredAt, link }: Pick<ReadAlert, 'declaration' | 'recoveredAt' | 'link'>,
): Promise<Recovery> {
  const alert = await deps.alerts.called(door.id, declaration.alertId);
  if (!alert) return { stands: 'none' };
  const now = deps.now();
  const moment = recoveredAt !== undefined && recoveredAt <= now ? recoveredAt : now;
  const after = await isOverNow(deps, alert, moment, {
    name: declaration.summary,
    ...(door.name !== null && { from: door.name }),
    ...(link !== undefined && { link }),
  });
  return { alert: after, stands: await standIfKnown(deps, after) };
}

/** Kept it is in any case. */
async function standIfKnown({ incidents }: Deps, { incident }: Alert): Promise<Recovery['stands']> {
  if (incident === undefined) return 'none';
  try {
    return await standOf(incidents, incident);
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    return 'unknown';
  }
}
