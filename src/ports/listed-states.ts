import { type IncidentId, type Listed } from '../domain/incident';

/** Where lists, boards and filters read how an incident stands. */
export interface ListedStates {
  /** Overwrites it. May be repeated. @throws {IncidentError} `not-found`, `unavailable` */
  write(id: IncidentId, listed: Listed): Promise<void>;
}
