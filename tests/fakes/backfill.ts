import { type BackfillProgress, type BackfillWish } from '../../src/domain/figures/backfill';
import { type Incident, type PersonId } from '../../src/domain/incident/incident';
import { type Unread } from '../../src/domain/incident/unread';
import { type BackfillStore } from '../../src/ports/figures/backfill-store';
import { type OldIncidents, type OldPage } from '../../src/ports/figures/old-incidents';

/** The two records in memory. */
export class FakeBackfill implements BackfillStore {
  wished?: BackfillWish;
  kept?: BackfillProgress;
  wish = () => Promise.resolve(this.wished);
  progress = () => Promise.resolve(this.kept);
  saveWish(wish: BackfillWish): Promise<void> {
    this.wished = wish;
    return Promise.resolve();
  }
  erase(person: PersonId): Promise<void> {
    if (this.wished?.by === person) {
      const { by: _, ...rest } = this.wished;
      this.wished = rest;
    }
    return Promise.resolve();
  }
  saveProgress(progress: BackfillProgress): Promise<void> {
    this.kept = progress;
    return Promise.resolve();
  }
}

/** Old incidents in memory, a hundred a page. A place counts for as long as nobody forgets the places. */
export class FakeOldIncidents implements OldIncidents {
  asked = 0;
  /** Those among them that cannot be read. */
  unread: readonly Unread[] = [];
  private age = 0;

  constructor(private readonly incidents: readonly Incident[]) {}

  forgetPlaces(): void {
    this.age += 1;
  }

  count(): Promise<number> {
    return Promise.resolve(this.incidents.length);
  }

  page(place = `0 ${this.age}`): Promise<OldPage | undefined> {
    this.asked += 1;
    const [from = 0, age] = place.split(' ').map(Number);
    if (age !== this.age) return Promise.resolve(undefined);
    const next = from + 100 < this.incidents.length ? `${from + 100} ${this.age}` : undefined;
    const page = this.incidents.slice(from, from + 100);
    const isUnread = ({ id }: Incident) => this.unread.some((one) => one.id === id);
    return Promise.resolve({
      incidents: page.filter((one) => !isUnread(one)),
      unread: this.unread.filter(({ id }) => page.some((one) => one.id === id)),
      next,
    });
  }
}
