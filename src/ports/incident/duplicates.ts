import { type Incident, type IncidentId } from '../../domain/incident/incident';

/** Links that say that one incident duplicates another, made as the person who asks. */
export interface Duplicates {
  /**
   * May be repeated: the same link is there once.
   * @returns `linked`: it was made now; `was-linked`: somebody had made it; `no-link-type`: the site has none that means
   *   it, and there is no link
   * @throws {IncidentError} `refused` with Jira's reason, `forbidden`, `unavailable`
   */
  link(duplicate: Incident, original: Incident): Promise<'linked' | 'was-linked' | 'no-link-type'>;
  /**
   * Takes the link away; where there is none, nothing is done.
   * @throws {IncidentError} `refused` with Jira's reason, `forbidden`, `unavailable`
   */
  unlink(duplicate: Incident, original: IncidentId): Promise<void>;
}
