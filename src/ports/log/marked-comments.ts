import { type IncidentId } from '../../domain/incident/incident';
import { type MarkedComment } from '../../domain/log/from-jira';

/** Comments on an issue that somebody marked for the timeline, with `#timeline` anywhere in them. */
export interface MarkedComments {
  /** Among the newest hundred comments, without the mark. @throws {IncidentError} `not-found`, `unavailable` */
  of(id: IncidentId): Promise<readonly MarkedComment[]>;
}
