import { type IncidentId } from '../../domain/incident/incident';

/** What a person may do to an incident. Seeing it is decided by Jira's own answer to reading it as them. */
export type Right = 'edit';

/** What the person who asks may do, by Jira's word. */
export interface Permissions {
  /**
   * @returns an empty set for an issue they may not even see.
   * @throws {IncidentError} `unavailable`
   */
  of(id: IncidentId): Promise<ReadonlySet<Right>>;
  /** They may see this project. @param projectId Jira's id of it @throws {IncidentError} `unavailable` */
  browses(projectId: string): Promise<boolean>;
  /** @throws {IncidentError} `unavailable` */
  administersJira(): Promise<boolean>;
}
