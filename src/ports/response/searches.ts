import { type SystemChange, type Window } from '../../domain/response/changes';

/** Searches that administrators wrote, seen through the eyes of the person who asks. */
export interface Searches {
  /**
   * Changes that a query finds, by when they were resolved, or last updated where they are not resolved: the newest
   * fifty. `more`: there are others. A few lie just outside of the window.
   *
   * @throws {IncidentError} `refused` with Jira's own sentence where it is no query, `forbidden`, `unavailable`
   */
  changes(
    jql: string,
    window: Window,
  ): Promise<{ readonly found: readonly SystemChange[]; readonly more: boolean }>;
  /** How many issues a query finds, about. @throws {IncidentError} as `changes` */
  count(jql: string): Promise<number>;
}
