import { type Figures } from '../domain/clocks';
import { type IncidentId } from '../domain/incident';

/** Where TTD and TTR are written for everybody to read: fields that only the app can write. */
export interface FigureFields {
  /**
   * Overwrites both; an absent figure empties its field. May be repeated.
   * @throws {IncidentError} `not-found`, `not-set-up`, `unavailable`
   */
  write(id: IncidentId, figures: Figures): Promise<void>;
}
