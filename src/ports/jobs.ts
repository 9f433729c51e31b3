import { type IncidentId } from '../domain/incident';

/** Work that is done soon, outside of the call that asked for it, and repeated until it is done. */
export interface Jobs {
  /**
   * Brings the derived fields of this incident up to date. Jobs of one incident run one after the other.
   * Asking twice does it twice, which changes nothing.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  updateFigures(id: IncidentId): Promise<void>;
  /**
   * Makes an incident of this alert. Jobs of one alert run one after the other; asking twice makes one.
   * @throws {IncidentError} `unavailable` when the job could not be handed over
   */
  raise(alert: string): Promise<void>;
}
