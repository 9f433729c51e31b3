import { type IncidentId } from '../domain/incident';
import { type Instant } from '../domain/time';

/** When Jira last changed an issue, as one identity sees it. */
export interface LastChanges {
  /** @throws {IncidentError} `not-found` when there is no such issue or it may not be seen, `unavailable` */
  of(id: IncidentId): Promise<Instant>;
}
