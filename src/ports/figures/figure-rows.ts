import { type IncidentId } from '../../domain/incident/incident';
import { type Row } from '../../domain/figures/row';
import { type Instant } from '../../domain/time';

/** Up to which moment of being raised the store has every incident that there is, and by which definition. */
export type StoreState = {
  /** Absent: nobody has compared it with Jira yet. */
  readonly asOf?: Instant;
  readonly version: number;
  /** `HOT`; absent: there is no row yet. */
  readonly projectKey?: string;
};

/** All rows, by number in the key. */
export type StoredRows = { readonly state: StoreState; readonly rows: readonly Row[] };

/** A row and the key of its issue. */
export type KeyedRow = { readonly row: Row; readonly projectKey: string };

/**
 * Where the figures of all incidents are kept, a small row each. Strictly consistent. It knows what the app knows: what
 * is in it goes to nobody without asking Jira first. Every call throws {IncidentError} `unavailable`.
 */
export interface FigureRows {
  /** Keeps what is not older than what is there. Writes only what changes. May be repeated. */
  keep(rows: readonly KeyedRow[]): Promise<void>;
  /** Takes out what is no incident any more. May be repeated. */
  forget(ids: readonly IncidentId[]): Promise<void>;
  /** @returns undefined until the first row or the first comparison. */
  all(): Promise<StoredRows | undefined>;
  state(): Promise<StoreState | undefined>;
  /** Says that all incidents raised up to this moment are in it, by the definition of today. May be repeated. */
  complete(asOf: Instant): Promise<void>;
}
