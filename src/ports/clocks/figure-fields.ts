import { type Figures } from '../../domain/clocks/clocks';
import { type IncidentId } from '../../domain/incident/incident';

/** Where TTD and TTR are written for everybody to read: fields that only the app can write. */
export interface FigureFields {
  /**
   * Overwrites both; an absent figure empties its field. May be repeated.
   * @throws {IncidentError} `not-found`, `not-set-up`, `unavailable`
   */
  write(id: IncidentId, figures: Figures): Promise<void>;
  /**
   * The same for up to a hundred incidents in one call. May be repeated.
   * @throws {IncidentError} as `write`, and `refused` when one of them is gone: then none was written
   */
  writeMany(of: readonly OfIncident[]): Promise<void>;
}

export type OfIncident = { readonly id: IncidentId; readonly figures: Figures };
