import { type Finding, type FindingKind } from '../../domain/clocks/data-quality';
import { type IncidentId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';

/** What is wrong with one incident. Ids, moments and codes only: no names, no texts. */
export type Found = {
  readonly id: IncidentId;
  readonly created: Instant;
  readonly findings: readonly Finding[];
  /** By how many minutes the figures may be wrong. */
  readonly effect: number;
};

/** The list of incidents whose times are wrong. Every call throws {IncidentError} `unavailable`. */
export interface Findings {
  /** Puts each in the list, or takes it off where nothing is wrong. Writes only what changes. May be repeated. */
  keep(found: readonly Found[]): Promise<void>;
  /** The same for those alone that are in the list: their rows are of an older version. May be repeated. */
  renew(found: readonly Found[]): Promise<void>;
  /** Takes an incident off that is none any more. May be repeated. */
  forget(id: IncidentId): Promise<void>;
  /**
   * A page of those of a kind, or of all: what may change the figures most first, and of the same the newest. A moment
   * behind.
   * @param after where to go on. Not to be kept: it may not be known for long.
   */
  page(kind: FindingKind | 'all', after?: string): Promise<FoundPage>;
  /** How many there are of a kind, up to a thousand. A moment behind. */
  count(kind: FindingKind | 'all'): Promise<{ readonly count: number; readonly more: boolean }>;
}

export type FoundPage = { readonly found: readonly Found[]; readonly next?: string };
