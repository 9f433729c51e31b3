import { type IncidentAlerts } from '../declaring/incident-alerts';
import { type Incident, type PersonId } from '../incident/incident';
import { type Head } from '../log/head';
import { type Skippable } from '../log/what';
import { type Instant } from '../time';

/**
 * The one thing that is due now, in the handbook's order.
 *
 * - `correct-times`: two times contradict each other
 * - `take`: nobody leads this incident
 * - `accept-hand-over`: a hand-over waits for whoever looks
 * - `say-severity`: how bad it is has not been said
 * - `write-update`: the promised update is due in ten minutes or less, or overdue
 * - `say-start`: when customers began to feel it is not known
 * - `tell-internal`, `tell-external`: the first words are due
 * - `confirm-severity`: nobody stands by the severity yet
 * - `give-communications`, `give-tech-lead`: nobody has the role in a major incident
 * - `offer-role`: somebody joined and has no role
 * - `assess`: questions of the assessment have no answer
 * - `promise-update`: no next update is promised
 * - `hand-over`: somebody has been in it for too long
 * - `discipline`: nobody has gone through the checklist for a while
 * - `alerts-recovered`: all its alerts are over, and whether the impact is has not been said
 * - `say-recovered`: it is resolved, and when the impact was over is not known
 * - `confirm-recovered`: it is resolved, and the moment of the transition stands in for when the impact was over
 * - `final-update`: it is resolved, and those who were told have not been told that
 * - `clean-up`, `review`: what follows after an incident
 * - `mend-held`: Jira did not keep a time, and somebody has to mend why
 */
type NextStep =
  | Skippable
  | 'correct-times'
  | 'take'
  | 'accept-hand-over'
  | 'say-severity'
  | 'write-update'
  | 'say-start'
  | 'say-recovered'
  | 'confirm-recovered'
  | 'mend-held';

/** What is due, and whom or when it is about. */
export type Next = {
  readonly step: NextStep;
  /** Who joined, who has been in it for too long, or who plans the hand-over. */
  readonly person?: PersonId;
  /** Of `tell-internal`: they have been told that it was over, and not that it came back. */
  readonly isAgain?: true;
  /** When it is or was due; of `alerts-recovered`: when the last alert was over. */
  readonly due?: Instant;
};

/** Everything that decides what is due. */
export type Situation = {
  readonly incident: Incident;
  readonly head: Head;
  /** Absent: no alert belongs to it. */
  readonly alerts?: IncidentAlerts;
  readonly now: Instant;
  /** Who looks; a hand-over waits for one person and not for another. */
  readonly viewer?: PersonId;
  /** Minutes between updates that are agreed for it; absent: none are promised. */
  readonly cadenceMinutes?: number;
  /** Hours in an incident after which a hand-over is due. */
  readonly handOverHours?: number;
};
