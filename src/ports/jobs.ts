import { type IncidentId, type PersonId } from '../domain/incident';
import { type Draft } from '../domain/log/entry';

/** Work that is done soon, outside of the call that asked for it, and repeated until it is done. */
export interface Jobs {
  /**
   * Brings the derived fields of this incident up to date. Jobs of one incident run one after the other.
   * Asking twice does it twice, which changes nothing.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  updateFigures(id: IncidentId): Promise<void>;
  /**
   * Writes these entries into the log of this incident, when others write into it again and again. Jobs of one
   * incident run one after the other; each entry has an id, so asking twice writes it once.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  append(id: IncidentId, drafts: readonly Draft[]): Promise<void>;
  /**
   * Goes on with the backfill. One such job runs at a time; one whose number is past does nothing.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  goOnWithBackfill(job: BackfillJob): Promise<void>;
  /**
   * Goes on with comparing the store of figures with Jira, as `goOnWithBackfill`.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  goOnWithRebuild(job: NextJob): Promise<void>;
  /**
   * Finds out which incidents this person may see, as that person. Jobs of one person run one after the other.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  findVisible(asked: { readonly person: PersonId; readonly jql: string | null }): Promise<void>;
  /**
   * Makes an incident of this alert. Jobs of one alert run one after the other; asking twice makes one.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  raise(alert: string): Promise<void>;
}

/** Which run it belongs to, its number in it, and how many jobs in a row led to it. */
export type NextJob = {
  readonly run: string;
  readonly ticket: number;
  readonly inARow: number;
};

export type BackfillJob = NextJob;
