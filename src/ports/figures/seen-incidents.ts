import { type IncidentId } from '../../domain/incident/incident';
import { type Window } from '../../domain/figures/bounds';

/**
 * Which incidents somebody may see, by Jira's own word. Every call throws {IncidentError} `forbidden`, `not-found` or
 * `refused` when they may not even see the project or Jira does not take the query; `not-set-up`, `unavailable`.
 */
export interface SeenIncidents {
  /** About how many. One call, one point. */
  count(window: Window): Promise<number>;
  /**
   * Up to five thousand ids. One call; a point, and one for each.
   * @param which raised then, or what matches this query as well
   * @param place `next` of the page before
   */
  ids(which: Which, place?: string): Promise<IdPage>;
}

export type Which = { readonly window: Window } | { readonly jql: string };
type IdPage = { readonly ids: readonly IncidentId[]; readonly next?: string };
