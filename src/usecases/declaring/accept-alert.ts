import { fingerprintOf, isLeftOut } from '../../domain/declaring/alert-rule';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { MINUTE_MS, type Instant } from '../../domain/time';
import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import { type KnownDoor } from '../../ports/declaring/alert-doors';
import {
  type Alert,
  type AlertGroups,
  type AlertLists,
  type Alerts,
  type Kept,
  type Told,
} from '../../ports/declaring/alerts';
import { type LeftAlert, type LeftAlerts } from '../../ports/declaring/left-alerts';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { type Stand, standOf } from './stand-of';
import { firesAgain, isUncounted, workOn } from './alert-course';
import { countAlert } from './count-alert';
import { touchGroup } from './group-of';

type Deps = {
  readonly alerts: Alerts;
  readonly alertGroups: AlertGroups;
  readonly alertLists: Pick<AlertLists, 'count'>;
  readonly leftAlerts: Pick<LeftAlerts, 'keep'>;
  readonly incidents: Pick<Incidents, 'get'>;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/** An alert that fires. */
export type Firing = Pick<ReadAlert, 'declaration' | 'name' | 'labels' | 'link'>;

/** Its tool may tell something else in the very moment in which it is kept. */
const TRIES = 3;

/** After so long, an alert that is told again and that no incident has counted yet gets another job, in case the first was lost. */
const PATIENCE_MS = MINUTE_MS;

/**
 * Keeps what a tool declares and has it worked on. May be repeated, also at the same time: the same alert at the same
 * door is kept once and is one incident as long as that is open. Told after that, it is an incident of its own. One that
 * the door's rule leaves out is kept apart, unless it is an incident already.
 *
 * @throws {IncidentError} `unavailable`; kept or not, the tool is to tell it again
 */
export async function acceptAlert(
  deps: Deps,
  door: KnownDoor,
  firing: Firing,
): Promise<{ readonly alert: Alert } | { readonly left: LeftAlert }> {
  const at = deps.now();
  const told = toldAt(door, firing, at);
  const left = leftAt(door, firing, at);
  if (left !== undefined && !(await isIncidentAlready(deps, told))) {
    await deps.leftAlerts.keep(door.id, told.declaration.alertId, left);
    return { left };
  }
  const { alert, isNew } = await keptOf(deps, told);
  const isUnderWay = alert.state !== 'raised' || isUncounted(alert);
  const isLate = isUnderWay && at - alert.receivedAt > PATIENCE_MS;
  if (isNew || isLate) await workOn(deps.jobs, alert);
  if (isNew) return { alert };
  const after = await firesAgain(deps, alert, told);
  if (after.state === 'raised' && !after.course?.recovered) {
    await touchGroup(deps.alertGroups, after, at);
  }
  return { alert: after };
}

function toldAt({ id, name, rule }: KnownDoor, firing: Firing, at: Instant): Told {
  const fingerprint = fingerprintOf(rule, firing);
  const { declaration, link } = firing;
  return {
    door: id,
    declaration,
    at,
    ...(name !== null && { from: name }),
    ...(link !== undefined && { link }),
    ...(fingerprint !== undefined && { fingerprint, windowMinutes: rule.windowMinutes }),
  };
}

function leftAt({ rule }: KnownDoor, { declaration }: Firing, at: Instant): LeftAlert | undefined {
  const { severity, summary: name } = declaration;
  const { leaveBelow: below } = rule;
  if (!isLeftOut(rule, declaration) || severity === undefined || below === null) return undefined;
  return { name, severity, below, at };
}

/** What has become an incident when it was worse, or by an older rule, stays that. */
async function isIncidentAlready({ alerts, incidents }: Deps, told: Told): Promise<boolean> {
  const there = await alerts.called(told.door, told.declaration.alertId);
  if (there?.state !== 'raised') return there !== undefined;
  return there.incident !== undefined && (await standOf(incidents, there.incident)) === 'open';
}

async function keptOf(deps: Deps, told: Told): Promise<Kept> {
  let kept = await deps.alerts.accept(told);
  for (let n = 0; !kept.isNew && kept.alert.state === 'raised'; n += 1) {
    if (n === TRIES) throw new IncidentError('unavailable', 'The alert was told again and again');
    const { incident, receivedAt } = kept.alert;
    const stands = await standIfKnown(deps.incidents, incident);
    if (stands === 'open') return kept;
    const anew = ofThisRound(told, receivedAt);
    // Where Jira does not say, the alert is safe with us, and its job asks again.
    const before = stands === 'unknown' ? incident : undefined;
    const isOver = incident !== undefined && stands === 'over';
    const alert = isOver ? await countedLast(deps, kept.alert, incident) : kept.alert;
    kept = await deps.alerts.acceptAgain(alert, anew, before);
  }
  return kept;
}

/** What its tool has told of it and its last incident has not counted yet is counted there before it is taken away. */
async function countedLast(deps: Deps, alert: Alert, incident: IncidentId): Promise<Alert> {
  const { turn, counted } = alert.course ?? {};
  if (turn === undefined || counted?.turn === turn) return alert;
  await countAlert(deps, alert, { incident });
  return (await deps.alerts.get(alert.id)) ?? alert;
}

async function standIfKnown(
  incidents: Deps['incidents'],
  incident: IncidentId | undefined,
): Promise<Stand | 'unknown'> {
  if (incident === undefined) return 'gone';
  try {
    return await standOf(incidents, incident);
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
