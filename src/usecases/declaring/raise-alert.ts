import {
  afterRefusal,
  type Attempt,
  firstAttempt,
  type Refused,
} from '../../domain/declaring/declaration';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import {
  type Alert,
  type AlertGroups,
  type AlertLists,
  type Alerts,
} from '../../ports/declaring/alerts';
import { type Raising } from '../../ports/declaring/raising';
import { countAlert } from './count-alert';
import { leadGroup, placeInGroup } from './group-of';
import { type Declaring, noteDeclared } from './note-declared';
import { standOf } from './stand-of';

type Deps = Declaring & {
  readonly alerts: Alerts;
  readonly alertLists: Pick<AlertLists, 'count'>;
  readonly alertGroups: AlertGroups;
  readonly raising: Raising;
};

/** Its tool may tell something in the very moment in which it is worked on. */
const TRIES = 3;

/**
 * Makes an incident of an alert: with everything where Jira takes it, else without what Jira refuses, which is kept in
 * the notes. Where Jira takes not even a summary, the alert waits, with the reason. May be repeated: an issue that an
 * earlier try has made is found again. Nothing is made of one whose incident from before is still open, nor of one whose
 * outage is an open incident already: it is counted there. So is what becomes of it later.
 *
 * @throws {IncidentError} `unavailable`, and as {@link noteDeclared}, {@link placeInGroup} and {@link countAlert}
 */
export async function raiseAlert(deps: Deps, id: string): Promise<void> {
  for (let n = 0; n < TRIES; n += 1) {
    const alert = await deps.alerts.get(id);
    if (!alert) return;
    const { incident, state } = alert;
    const place = state === 'raised' ? incident && { incident } : await placeOf(deps, alert);
    if (!place) return;
    // What was written on the way is read anew.
    const now = 'isMade' in place ? await deps.alerts.get(id) : alert;
    if (!now || (await countAlert(deps, now, place))) return;
  }
  throw new IncidentError('unavailable', 'The alert was told again and again');
}

/** Where an alert belongs; `isMade`: to an incident that was made of it. */
type Place =
  | { readonly incident: IncidentId; readonly isOpen: true }
  | { readonly incident: IncidentId; readonly isMade: true };

/** @returns undefined where it waits */
async function placeOf(deps: Deps, alert: Alert): Promise<Place | undefined> {
  const { before, tried, incident } = alert;
  if (!tried && incident === undefined) {
    if (before !== undefined && (await standOf(deps.incidents, before)) === 'open') {
      return { incident: before, isOpen: true };
    }
    const place = await placeInGroup(deps, alert);
    if (place.is === 'joins') return { incident: place.incident, isOpen: true };
    if (place.is === 'waits') return waits(deps, alert, place.reason);
  }
  const made = await issueFor(deps, alert);
  if ('waits' in made) return waits(deps, alert, made.waits);
  await noteDeclared(deps, made.incident, alert.declaration, made.refused);
  await leadGroup(deps.alertGroups, alert, made.incident);
  return { incident: made.incident, isMade: true };
}

async function waits({ alerts }: Deps, { id }: Alert, reason: Alert['reason']): Promise<undefined> {
  await alerts.change(id, (now) => ({ ...now, state: 'waiting', ...(reason && { reason }) }));
}

type Made =
  | { readonly incident: IncidentId; readonly refused: Refused }
  | { readonly waits: NonNullable<Alert['reason']> };

async function issueFor({ alerts, raising }: Deps, alert: Alert): Promise<Made> {
  const { id, incident, tried, mark } = alert;
  try {
    const before = incident ?? (tried ? await raising.find(mark) : undefined);
    if (before !== undefined) return { incident: before, refused: {} };
    await alerts.change(id, (now) => ({ ...uncounted(now), tried: true }));
    const made = await raise(raising, alert);
    // At once, so that whatever fails from here on goes on with this one.
    if ('incident' in made) {
      await alerts.change(id, (now) => ({ ...now, incident: made.incident }));
    }
    return made;
  } catch (error) {
    if (!(error instanceof IncidentError) || error.code === 'unavailable') throw error;
    return { waits: { code: error.code, said: error.details.subject ?? null } };
  }
}

/** A new incident has counted nothing of it yet. */
function uncounted(alert: Alert): Alert {
  if (!alert.course) return alert;
  const { counted: _, ...course } = alert.course;
  return { ...alert, course };
}

async function raise(raising: Raising, { mark, declaration }: Alert): Promise<Made> {
  let attempt: Attempt | undefined = firstAttempt(declaration);
  let said: string | null = null;
  while (attempt) {
    const { refused }: Attempt = attempt;
    const answer = await raising.raise(attempt, mark);
    if ('id' in answer) return { incident: answer.id, refused };
    said = answer.refusal.said;
    attempt = afterRefusal(attempt, answer.refusal);
  }
  return { waits: { code: 'refused', said } };
}
