import { type Incident } from '../../domain/incident/incident';

/** Links that say that one incident duplicates another, made as the person who asks. */
export interface Duplicates {
  /**
   * May be repeated: the same link is there once.
   * @returns whether there is a link now: `no-link-type` when the site has none that means it.
   * @throws {IncidentError} `refused` with Jira's reason, `forbidden`, `unavailable`
   */
  link(duplicate: Incident, original: Incident): Promise<'linked' | 'no-link-type'>;
}
