/** A place for pages: the id that calls go by. */
export type SpaceId = string & { readonly __brand: 'SpaceId' };

/** Pages of reviews, written as the person who asks. */
export interface ReviewPages {
  /**
   * @param key as people know it: `OPS`
   * @returns `unknown`: no such space, or not for this person; `unreachable`: the site has no place for pages, or this
   *   person may not use it.
   * @throws {IncidentError} `unavailable`
   */
  space(key: string): Promise<SpaceId | 'unknown' | 'unreachable'>;
  /** The address of the page of this title; undefined where there is none. @throws {IncidentError} `unavailable` */
  find(space: SpaceId, title: string): Promise<string | undefined>;
  /**
   * Makes a page. Not to be repeated without `find`.
   * @param body in the storage format of the place
   * @returns its address
   * @throws {IncidentError} `forbidden` or `not-found` when this person may not write there, `refused` with the reason, `unavailable`
   */
  make(space: SpaceId, page: { readonly title: string; readonly body: string }): Promise<string>;
}
