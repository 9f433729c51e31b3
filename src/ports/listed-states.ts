import { type IncidentId } from '../domain/incident';
import { type Listed } from '../domain/listed';

/** Where lists, boards and filters read how an incident stands. */
export interface ListedStates {
  /** Overwrites it. May be repeated. @throws {IncidentError} `not-found`, `unavailable` */
  write(id: IncidentId, listed: Listed): Promise<void>;
}
