import { type ReadIncidents } from '../../domain/incident/unread';

/** Incidents by when they were last changed, in whatever way. */
export interface ChangedIncidents {
  /**
   * What was changed in the last so many minutes. Page by page, in no sure order; one may be missing that is changed meanwhile, and come the next time.
   * @throws {IncidentError} `not-set-up`, `unavailable`
   */
  within(minutes: number): AsyncIterable<ReadIncidents>;
}
