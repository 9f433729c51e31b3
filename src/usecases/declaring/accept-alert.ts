import { type Declaration } from '../../domain/declaring/declaration';
import { type DoorId } from '../../domain/declaring/doors';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { MINUTE_MS, type Instant } from '../../domain/time';
import { type Alert, type Alerts, type Kept, type Told } from '../../ports/declaring/alerts';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { isStillOpen } from './is-still-open';

type Deps = {
  readonly alerts: Alerts;
  readonly incidents: Pick<Incidents, 'get'>;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/** After so long, an alert that is told again and is no incident yet gets another job, in case the first was lost. */
const PATIENCE_MS = MINUTE_MS;

/**
 * Keeps what a tool declares and has it worked on. May be repeated, also at the same time: the same alert at the same
 * door is kept once and is one incident as long as that is open. Told after that, it is an incident of its own.
 *
 * @throws {IncidentError} `unavailable`; kept or not, the tool is to tell it again
 */
export async function acceptAlert(
  deps: Deps,
  door: DoorId,
  declaration: Declaration & { readonly alertId: string },
): Promise<Alert> {
  const at = deps.now();
  const told = { door, declaration, at };
  const { alert, isNew } = await keptOf(deps, told);
  const isLate = alert.state !== 'raised' && at - alert.receivedAt > PATIENCE_MS;
  if (isNew || isLate) await deps.jobs.handOver({ kind: 'raise', alert: alert.id });
  return alert;
}

async function keptOf({ alerts, incidents }: Deps, told: Told): Promise<Kept> {
  const kept = await alerts.accept(told);
  const { state, incident } = kept.alert;
  if (kept.isNew || state !== 'raised') return kept;
  const stands = await standOf(incidents, incident);
  if (stands === 'open') return kept;
  const anew = ofThisRound(told, kept.alert.receivedAt);
  // Where Jira does not say, the alert is safe with us, and its job asks again.
  return alerts.acceptAgain(kept.alert, anew, stands === 'unknown' ? incident : undefined);
}

async function standOf(
  incidents: Deps['incidents'],
  incident: IncidentId | undefined,
): Promise<'open' | 'over' | 'unknown'> {
  if (incident === undefined) return 'over';
  try {
    return (await isStillOpen(incidents, incident)) ? 'open' : 'over';
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    return 'unknown';
  }
}

/** Tools say since when they have been telling; what lies before the last time belongs to that incident. */
function ofThisRound({ declaration, ...rest }: Told, before: Instant): Told {
  const { impactStart, detected, ...words } = declaration;
  const isOld = (moment: Instant | undefined) => moment === undefined || moment <= before;
  return {
    ...rest,
    declaration: {
      ...words,
      ...(!isOld(impactStart) && { impactStart }),
      ...(!isOld(detected) && { detected }),
    },
  };
}
