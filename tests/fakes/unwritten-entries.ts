import { type IncidentId } from '../../src/domain/incident/incident';
import { type Unwritten, type UnwrittenEntries } from '../../src/ports/log/unwritten-entries';

/** What logs did not take, in memory. */
export class FakeUnwrittenEntries implements UnwrittenEntries {
  readonly kept = new Map<IncidentId, readonly Unwritten[]>();

  of: UnwrittenEntries['of'] = (id) => Promise.resolve(this.kept.get(id) ?? []);

  find: UnwrittenEntries['find'] = async (id, entry) =>
    (await this.of(id)).find((one) => one.id === entry);

  keep: UnwrittenEntries['keep'] = async (id, entry) => {
    await this.remove(id, entry.id);
    this.kept.set(id, [...(await this.of(id)), entry]);
  };

  forget: UnwrittenEntries['forget'] = (id) => {
    this.kept.delete(id);
    return Promise.resolve();
  };

  remove: UnwrittenEntries['remove'] = async (id, entry) => {
    this.kept.set(
      id,
      (await this.of(id)).filter((one) => one.id !== entry),
    );
  };
}
