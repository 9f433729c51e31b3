import { type IncidentId } from '../../domain/incident/incident';
import { type MarkedComments as Read } from '../../domain/log/from-jira';

/** Comments on an issue that somebody marked for the timeline, with `#timeline` anywhere in them. */
export interface MarkedComments {
  /**
   * Those that everybody may see who sees the issue, without the mark: none that is for a role, a group or a service
   * desk's own people. Among the newest hundred, and further back until all of `known` were seen, a thousand at most.
   *
   * @param known Jira's ids of comments to be looked for
   * @throws {IncidentError} `not-found`, `unavailable`
   */
  of(id: IncidentId, known: readonly string[]): Promise<Read>;
}
