import { type Incident } from '../../domain/incident/incident';

/** An issue that is to be made. `id` is the wish's own: whoever sends it twice means one issue. */
export type CleanUpWish = {
  readonly id: string;
  readonly summary: string;
  /** Jira's ids. */
  readonly project: string;
  readonly issueType: string;
};

/** Issues for what is left to clean up, made as the person who asks. */
export interface CleanUps {
  /** The key of the issue that an earlier try made of this wish. @throws {IncidentError} `unavailable` */
  find(id: string): Promise<string | undefined>;
  /**
   * Not to be repeated without `find`.
   * @returns the key
   * @throws {IncidentError} `refused` with Jira's reason, `forbidden`, `unavailable`
   */
  make(wish: CleanUpWish, incident: Incident): Promise<string>;
  /**
   * May be repeated: the same link is there once.
   * @returns `no-link-type` when the site has none that says no more than that two issues belong together.
   * @throws {IncidentError} `refused` with Jira's reason, `forbidden`, `not-found`, `unavailable`
   */
  link(key: string, incident: Incident): Promise<'linked' | 'no-link-type'>;
}
