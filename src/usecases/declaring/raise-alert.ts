import {
  afterRefusal,
  type Attempt,
  firstAttempt,
  type Refused,
} from '../../domain/declaring/declaration';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Alert, type Alerts } from '../../ports/declaring/alerts';
import { type Raising } from '../../ports/declaring/raising';
import { isStillOpen } from './is-still-open';
import { type Declaring, noteDeclared } from './note-declared';

type Deps = Declaring & { readonly alerts: Alerts; readonly raising: Raising };

/**
 * Makes an incident of an alert: with everything where Jira takes it, else without what Jira refuses, which is kept in
 * the notes. Where Jira takes not even a summary, the alert waits, with the reason. May be repeated: an issue that an
 * earlier try has made is found again. Nothing is made of one whose incident from before is still open.
 *
 * @throws {IncidentError} `unavailable`, and as {@link noteDeclared} and {@link isStillOpen}
 */
export async function raiseAlert(deps: Deps, id: string): Promise<void> {
  const alert = await deps.alerts.get(id);
  if (!alert || alert.state === 'raised') return;
  const { before, tried } = alert;
  if (before !== undefined && !tried && (await isStillOpen(deps.incidents, before))) {
    await deps.alerts.save({ ...alert, state: 'raised', incident: before });
    return;
  }
  const made = await issueFor(deps, alert);
  if ('waits' in made) {
    await deps.alerts.save({ ...alert, tried: true, state: 'waiting', reason: made.waits });
    return;
  }
  await noteDeclared(deps, made.incident, alert.declaration, made.refused);
  await deps.alerts.save({ ...alert, state: 'raised', incident: made.incident });
}

type Made =
  | { readonly incident: IncidentId; readonly refused: Refused }
  | { readonly waits: NonNullable<Alert['reason']> };

async function issueFor(deps: Deps, alert: Alert): Promise<Made> {
  try {
    const before =
      alert.incident ?? (alert.tried ? await deps.raising.find(alert.mark) : undefined);
    if (before !== undefined) return { incident: before, refused: {} };
    await deps.alerts.save({ ...alert, tried: true });
    const made = await raise(deps.raising, alert);
    // At once, so that whatever fails from here on goes on with this one.
    if ('incident' in made) {
      await deps.alerts.save({ ...alert, tried: true, incident: made.incident });
    }
    return made;
  } catch (error) {
    if (!(error instanceof IncidentError) || error.code === 'unavailable') throw error;
    return { waits: { code: error.code, said: error.details.subject ?? null } };
  }
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
