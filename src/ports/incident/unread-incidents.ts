import { type IncidentId } from '../../domain/incident/incident';
import { type Unread } from '../../domain/incident/unread';
import { type Instant } from '../../domain/time';

/** One that is set aside, and when it was last tried. */
export type SetAside = Unread & { readonly triedAt: Instant };

/** Incidents that the app cannot read, set aside until it can. Every call throws {IncidentError} `unavailable`. */
export interface UnreadIncidents {
  /** Sets each aside, or says anew why and when it was tried. May be repeated. */
  keep(unread: readonly Unread[], triedAt: Instant): Promise<void>;
  /** They can be read, or are gone. May be repeated; those that are not set aside cost one read. */
  forget(ids: readonly IncidentId[]): Promise<void>;
  /** Up to a hundred, those first that were tried the longest ago. A moment behind. */
  oldest(): Promise<readonly SetAside[]>;
  /** How many of them Jira counts as raised until then: it does not count the hidden ones. A moment behind. */
  count(until: Instant): Promise<number>;
  /** How many there are, up to a thousand. A moment behind. */
  total(): Promise<{ readonly count: number; readonly more: boolean }>;
}
