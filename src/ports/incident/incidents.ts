import { type ImpactTimes } from '../../domain/clocks/clocks';
import { type Incident, type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Phase } from '../../domain/incident/lifecycle';
import { type Severity } from '../../domain/incident/severity';

/**
 * Incidents as one identity sees them: the person who asks, or the app itself. What Jira keeps from a person
 * stays kept from them here.
 *
 * Every call throws {IncidentError} `not-found` when there is no such issue or this identity may not see it,
 * `not-an-incident` when it is another kind of issue, `not-set-up` when the site lacks what we need,
 * `unavailable` when Jira did not answer or asked us to wait.
 */
export interface Incidents {
  get(id: IncidentId): Promise<Incident>;
  /**
   * Overwrites the times that differ. May be repeated.
   * @throws {IncidentError} `refused` with Jira's reason, for example when a field is not on the edit screen.
   */
  setTimes(incident: Incident, times: ImpactTimes): Promise<void>;
  /** Sets the level. May be repeated. @throws {IncidentError} `refused` with Jira's reason */
  setSeverity(incident: Incident, severity: Severity): Promise<void>;
  /** Makes this person the assignee, whoever it was. May be repeated. @throws {IncidentError} `refused` */
  assign(incident: Incident, person: PersonId): Promise<void>;
  /**
   * Moves it to a status of this phase; does nothing when it is in one. May be repeated.
   * @throws {IncidentError} `refused` when the workflow or this identity's rights allow no such move.
   */
  moveTo(incident: Incident, phase: Phase): Promise<void>;
}
