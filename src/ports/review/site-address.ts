/** Where people find the site. */
export interface SiteAddress {
  /** As the site says it, without a slash at the end: no page of ours is asked. @throws {IncidentError} `unavailable` */
  get(): Promise<string>;
}
