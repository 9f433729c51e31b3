import { type IncidentId } from '../../src/domain/incident/incident';
import { NO_NOTES, type Notes } from '../../src/domain/clocks/notes';
import { type IncidentNotes } from '../../src/ports/clocks/notes';

/** Notes in memory; it keeps the promises of the port. */
export class FakeIncidentNotes implements IncidentNotes {
  private readonly notes = new Map<IncidentId, Notes>();

  get(id: IncidentId): Promise<Notes> {
    return Promise.resolve(this.notes.get(id) ?? NO_NOTES);
  }

  getMany(ids: readonly IncidentId[]): Promise<ReadonlyMap<IncidentId, Notes>> {
    return Promise.resolve(new Map([...this.notes].filter(([id]) => ids.includes(id))));
  }

  change(id: IncidentId, change: (notes: Notes) => Notes): Promise<Notes> {
    const notes = change(this.notes.get(id) ?? NO_NOTES);
    this.notes.set(id, notes);
    return Promise.resolve(notes);
  }
}
