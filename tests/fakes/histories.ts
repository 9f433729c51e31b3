import { type Change, type History } from '../../src/domain/incident/history';
import { type IncidentId } from '../../src/domain/incident/incident';
import { type Histories } from '../../src/ports/incident/histories';

/** Change logs in memory, and how often they were asked for. */
export class FakeHistories implements Histories {
  asked = 0;
  constructor(private readonly changes: readonly Change[] = []) {}

  of(ids: readonly IncidentId[]): Promise<ReadonlyMap<IncidentId, History>> {
    this.asked += 1;
    return Promise.resolve(new Map(ids.map((id) => [id, this.changes])));
  }
}
