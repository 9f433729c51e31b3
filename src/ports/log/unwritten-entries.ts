import { type IncidentId } from '../../domain/incident/incident';
import { type Draft } from '../../domain/log/entry';
import { type EntryId } from '../../domain/log/what';

/** Something that was taken in to be written into a log, and that the log did not take. Nothing of it is lost. */
export type Unwritten = Draft & { readonly id: EntryId };

/** Where that is kept, beside the log, until somebody has dealt with it. */
export interface UnwrittenEntries {
  /** The first fifty, a moment behind. @throws {IncidentError} `unavailable` */
  of(id: IncidentId): Promise<readonly Unwritten[]>;
  /** Strictly consistent. @returns undefined where it is not there (any more). @throws {IncidentError} `unavailable` */
  find(id: IncidentId, entry: EntryId): Promise<Unwritten | undefined>;
  /** May be repeated. @throws {IncidentError} `unavailable`, `not-kept` */
  keep(id: IncidentId, entry: Unwritten): Promise<void>;
  /** May be repeated. @throws {IncidentError} `unavailable` */
  remove(id: IncidentId, entry: EntryId): Promise<void>;
  /** Takes all of it away, with the log that it was meant for. May be repeated. @throws {IncidentError} `unavailable` */
  forget(id: IncidentId): Promise<void>;
}
