import { type IncidentId } from '../../domain/incident/incident';
import { type Notes } from '../../domain/clocks/notes';

/** Where it is kept what Jira's fields cannot say of an incident: one value each, strictly consistent. */
export interface IncidentNotes {
  /** @returns `NO_NOTES` for an incident without. @throws {IncidentError} `unavailable` */
  get(id: IncidentId): Promise<Notes>;
  /** Of many at once; one without notes is not among them. @throws {IncidentError} `unavailable` */
  getMany(ids: readonly IncidentId[]): Promise<ReadonlyMap<IncidentId, Notes>>;
  /**
   * Changes the notes on condition that nobody else did meanwhile; if somebody did, `change` is called again on what
   * they wrote. Writes nothing where nothing changes. What `change` does may be repeated, so it must be pure.
   * @throws {IncidentError} `unavailable`, also when others were faster again and again
   */
  change(id: IncidentId, change: (notes: Notes) => Notes): Promise<Notes>;
}
