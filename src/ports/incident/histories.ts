import { type History } from '../../domain/incident/history';
import { type IncidentId } from '../../domain/incident/incident';

/** What Jira's change logs say of incidents, as far as this identity may see them. */
export interface Histories {
  /**
   * The histories of up to a hundred incidents, in one call where they are short. One that cannot be seen, or was
   * never changed, has an empty one; one that cannot be read has none.
   * @throws {IncidentError} `not-set-up`, `unavailable`
   */
  of(ids: readonly IncidentId[]): Promise<ReadonlyMap<IncidentId, History>>;
}
