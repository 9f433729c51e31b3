import { type ReadIncidents } from '../../domain/incident/unread';

/** All incidents there are, the oldest first, a page at a time, as the app sees them. */
export interface OldIncidents {
  /** About how many. @throws {IncidentError} `not-set-up`, `unavailable` */
  count(): Promise<number>;
  /**
   * Up to a hundred of them. May be repeated.
   *
   * @param place where to go on; absent: from the start.
   * @returns undefined where the place is not known any more: then it goes from the start.
   * @throws {IncidentError} `not-set-up`, `unavailable`
   */
  page(place?: string): Promise<OldPage | undefined>;
}

export type OldPage = ReadIncidents & {
  /** Absent on the last one. */
  readonly next?: string;
};
