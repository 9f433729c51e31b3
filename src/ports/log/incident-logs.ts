import { type IncidentId } from '../../domain/incident/incident';
import { type Draft, type Entry } from '../../domain/log/entry';
import { type Head } from '../../domain/log/head';

/** Where the logs of incidents are kept: what people do in a response, appended and never changed. */
export interface IncidentLogs {
  /** Where the response stands. Strictly consistent. @returns `EMPTY_HEAD` without. @throws {IncidentError} `unavailable` */
  head(id: IncidentId): Promise<Head>;
  /** Of many at once; one without a log is not among them. @throws {IncidentError} `unavailable` */
  heads(ids: readonly IncidentId[]): Promise<ReadonlyMap<IncidentId, Head>>;
  /**
   * Appends what `make` returns, on condition that nobody else appended meanwhile; if somebody did, `make` is called
   * again on the head that is there then, so it must be pure. A draft whose id is in the log already is left out:
   * saying the same twice is one entry. As many as one transaction takes, eight at least, are appended together or not
   * at all; more go in parts, each of them together. What a redaction takes out is out of entry and head at once.
   *
   * @returns the head after it, and what was appended by this call
   * @throws {IncidentError} whatever `make` throws, with nothing appended; `entry-not-found` for a redaction of what is
   *   not there, `invalid-input` of what holds no words; `not-kept` for what the store will never take; `unavailable`,
   *   also when others were faster again and again
   */
  append(id: IncidentId, make: (head: Head) => readonly Draft[]): Promise<Appended>;
  /**
   * The entries numbered `from` to `to`, oldest first. Strictly consistent.
   * @throws {IncidentError} `unavailable`
   */
  entries(id: IncidentId, from: number, to: number): Promise<readonly Entry[]>;
  /**
   * Makes the head anew from the log, unless it is whole and fits it. Nothing is lost by it, and it may be repeated.
   * @throws {IncidentError} `unavailable`
   */
  makeHeadAnew(id: IncidentId): Promise<Head>;
}

type Appended = { readonly head: Head; readonly entries: readonly Entry[] };
