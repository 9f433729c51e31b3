import { type IncidentId } from '../../src/domain/incident/incident';
import { type SetAside, type UnreadIncidents } from '../../src/ports/incident/unread-incidents';

/** The list in memory; it keeps the promises of the port. */
export class FakeUnreadIncidents implements UnreadIncidents {
  readonly rows = new Map<IncidentId, SetAside>();

  keep: UnreadIncidents['keep'] = (unread, triedAt) => {
    for (const one of unread) {
      const { created = this.rows.get(one.id)?.created } = one;
      this.rows.set(one.id, { ...one, ...(created !== undefined && { created }), triedAt });
    }
    return Promise.resolve();
  };

  forget: UnreadIncidents['forget'] = (ids) => {
    for (const id of ids) this.rows.delete(id);
    return Promise.resolve();
  };

  oldest: UnreadIncidents['oldest'] = () =>
    Promise.resolve(
      [...this.rows.values()].toSorted((a, b) => a.triedAt - b.triedAt).slice(0, 100),
    );

  count: UnreadIncidents['count'] = (until) =>
    Promise.resolve(
      [...this.rows.values()].filter(
        ({ why, created = until }) => why !== 'hidden' && created <= until,
      ).length,
    );

  total: UnreadIncidents['total'] = () =>
    Promise.resolve({ count: Math.min(this.rows.size, 1000), more: this.rows.size > 1000 });
}
