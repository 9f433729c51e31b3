import { type IncidentId, type Listed } from '../../domain/incident/incident';

/** Where lists, boards, filters and open pages read how an incident stands, each as whoever looks. */
export interface ListedStates {
  /** Overwrites it. May be repeated. @throws {IncidentError} `not-found`, `unavailable` */
  write(id: IncidentId, listed: Listed): Promise<void>;
  /**
   * How far the log is, so that an open page sees by one cheap question of its own that it has grown. May be repeated.
   * @throws {IncidentError} `not-found`, `unavailable`
   */
  mark(id: IncidentId, seq: number): Promise<void>;
}
