import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type IncidentId } from '../../src/domain/incident/incident';
import { type Instant } from '../../src/domain/time';
import { AlertWorld } from '../fakes/alert-world';

const WINDOW = 60;
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const SERVICES = ['Payments', 'Search'] as const;
/** Each alert is of one service. */
const serviceOf = (name: string) => SERVICES[name.charCodeAt(0) % 2] ?? 'Payments';

/** What one tool tells of one alert, one after the other; `late`: an old call of before the last recovery. */
type Said = { readonly name: string; readonly calls: readonly ('fire' | 'recover' | 'late')[] };
/** What is told at the same time, and what happens before it. */
type Step = {
  readonly minutes: number;
  readonly ends: 'none' | 'oldest' | 'newest';
  readonly lost: number;
  readonly said: readonly Said[];
};

const said: fc.Arbitrary<Said> = fc.record({
  name: fc.constantFrom(...NAMES),
  calls: fc.array(fc.constantFrom('fire', 'fire', 'recover', 'late'), {
    minLength: 1,
    maxLength: 4,
  }),
});
const step: fc.Arbitrary<Step> = fc.record({
  minutes: fc.constantFrom(1, 20, WINDOW, WINDOW + 1),
  ends: fc.constantFrom('none', 'none', 'oldest', 'newest'),
  lost: fc.integer({ min: 0, max: 2 }),
  said: fc.uniqueArray(said, { maxLength: 5, selector: ({ name }) => name }),
});

/** What should be so, told in a simpler way: one thing after the other, and nothing gets lost. */
class Model {
  private readonly alerts = new Map<string, { incident: number; firing: boolean }>();
  private readonly groups = new Map<string, { incident: number; last: number }>();
  private readonly over = new Set<number>();
  /** Of each incident: its alerts, and whether they fire. */
  readonly incidents: Map<string, boolean>[] = [];

  end(incident: number): void {
    this.over.add(incident);
  }

  get open(): readonly number[] {
    return this.incidents.map((_, n) => n).filter((n) => !this.over.has(n));
  }

  /** One of its alerts: each stays with its incident as long as that is open. */
  nameOf(incident: number): string {
    return [...(this.incidents[incident] ?? new Map<string, boolean>()).keys()][0] ?? '';
  }

  fire(name: string, minute: number): void {
    const group = this.groups.get(serviceOf(name));
    const known = this.alerts.get(name);
    const mine = known && !this.over.has(known.incident) ? known.incident : undefined;
    const joins =
      group && !this.over.has(group.incident) && minute - group.last <= WINDOW
        ? group.incident
        : undefined;
    const incident = mine ?? joins ?? this.incidents.push(new Map()) - 1;
    if (mine === undefined || mine === group?.incident) {
      this.groups.set(serviceOf(name), { incident, last: minute });
    }
    this.alerts.set(name, { incident, firing: true });
    this.incidents[incident]?.set(name, true);
  }

  /** It is an open incident. */
  isOpen(name: string): boolean {
    const known = this.alerts.get(name);
    return known !== undefined && !this.over.has(known.incident);
  }

  recover(name: string): void {
    const known = this.alerts.get(name);
    if (known) this.incidents[known.incident]?.set(name, false);
  }

  /** An old call of an alert that is over, and whose incident is not, says nothing new. */
  isOldNews(name: string): boolean {
    const known = this.alerts.get(name);
    if (!known || !this.isOpen(name)) return false;
    return this.incidents[known.incident]?.get(name) === false;
  }
}

async function tell(world: AlertWorld, { name, calls }: Said): Promise<void> {
  const service = serviceOf(name);
  for (const one of calls) {
    if (one === 'recover') await world.recover(name, world.now);
    else if (one === 'fire') await world.fire(name, { service });
    else await world.fire(name, { service, detected: (world.now - 3_600_000 * 24) as Instant });
  }
}

function expectOf(model: Model, { name, calls }: Said, minute: number): void {
  for (const one of calls) {
    if (one === 'recover') model.recover(name);
    else if (one === 'fire' || !model.isOldNews(name)) model.fire(name, minute);
  }
}

test('whatever tools tell, in any order, twice, late or at once: one open incident an outage, counts are right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const [world, model] = [new AlertWorld(), new Model()];
      let minute = 0;
      for (const { minutes, ends, lost, said: all } of steps) {
        world.pass(minutes);
        minute += minutes;
        const ended = ends === 'none' ? undefined : model.open.at(ends === 'oldest' ? 0 : -1);
        if (ended !== undefined) {
          model.end(ended);
          world.end(await idOf(world, model.nameOf(ended)));
        }
        world.lost = lost;
        await Promise.all(all.map((one) => tell(world, one)));
        await world.work();
        // What is an incident already keeps its outage open for whatever is told in that moment.
        for (const known of [true, false]) {
          for (const one of all.filter(({ name }) => model.isOpen(name) === known)) {
            expectOf(model, one, minute);
          }
        }
      }
      expect(await countsIn(world)).toEqual(countsOf(model));
      expect(await world.kept.alerts.open()).toEqual([]);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

/** The incident that this alert is of now. */
async function idOf(world: AlertWorld, alert: string): Promise<IncidentId> {
  const { incident } = (await world.kept.alerts.get(alert)) ?? {};
  if (incident === undefined) throw new Error(`${alert} is of no incident`);
  return incident;
}

/** Of each incident, which of its alerts are over; in any order, as two outages may come in any order. */
async function countsIn(world: AlertWorld) {
  const lists = await Promise.all(world.made.map(({ id }) => world.kept.alertLists.of(id)));
  return lists
    .map((list) => {
      expect(list?.count).toBe(list?.listed.length);
      expect(list?.recovered).toBe(list?.listed.filter((one) => one.recovered).length);
      return (list?.listed ?? [])
        .map(({ alert, recovered }) => `${alert} ${recovered === undefined ? 'fires' : 'is over'}`)
        .toSorted();
    })
    .toSorted(byText);
}

function countsOf({ incidents }: Model) {
  return incidents
    .map((alerts) =>
      [...alerts].map(([name, firing]) => `${name} ${firing ? 'fires' : 'is over'}`).toSorted(),
    )
    .toSorted(byText);
}

function byText(a: readonly string[], b: readonly string[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
