import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Phase } from '../../domain/incident/lifecycle';
import { type Instant } from '../../domain/time';
import { type Certainty } from '../../domain/clocks/notes';
import { type Incidents } from '../../ports/incident/incidents';
import { setTimes, type TimesSetting } from '../clocks/set-times';

/**
 * Current and imminent business impact is over, and has been since a moment: the recovery is set, then the incident
 * goes to Resolved. When only the first half is done, the error says so; to repeat it does the rest.
 *
 * @throws {IncidentError} `impossible-times`, `time-in-future`: nothing was done; `not-moved`: the times were kept;
 *   `refused` when it was cancelled; and as `Incidents.get`
 */
export async function resolveIncident(
  deps: TimesSetting,
  id: IncidentId,
  said: {
    readonly person: PersonId;
    readonly recovered: Instant;
    readonly certainty?: Certainty;
  },
): Promise<void> {
  const { phase } = await deps.incidents.get(id);
  if (phase === 'cancelled') {
    throw new IncidentError('refused', 'An incident that was cancelled cannot be resolved');
  }
  const { person, recovered, certainty } = said;
  await setTimes(deps, id, {
    person,
    change: { impactRecovered: recovered },
    certainty: { impactRecovered: certainty },
  });
  await move(deps.incidents, id, 'resolved');
}

/** Moves it, as the second half of something. @throws {IncidentError} `not-moved`, `details.subject` Jira's reason */
async function move(incidents: Incidents, id: IncidentId, phase: Phase): Promise<void> {
  try {
    await incidents.moveTo(await incidents.get(id), phase);
  } catch (cause) {
    if (!(cause instanceof IncidentError)) throw cause;
    const { subject } = cause.details;
    throw new IncidentError('not-moved', `Not moved to ${phase}: ${cause.message}`, {
      subject,
      cause,
    });
  }
}
