import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TIME_NAMES, type TimeName, withDefaultDetection } from '../../src/domain/clocks/clocks';
import { effectiveTimes } from '../../src/domain/clocks/notes';
import { type Instant, minuteOf } from '../../src/domain/time';
import { settleIncident } from '../../src/usecases/clocks/settle-incident';
import { MOMENTS, type Moments, World } from '../fakes/world';

/** What a script, an automation or a person does right after an incident was made, so many milliseconds later. */
type Edit = {
  readonly after: number;
  readonly name: TimeName;
  readonly moment: Instant | undefined;
};
/** Coming back takes a recovery away; that is tried in settle.test.ts. */
type Move = { readonly after: number; readonly to: 'resolved' };

const minute = fc.integer({ min: 2, max: 40 }).map((n) => (n * 60_000 - 30_000) as Instant);
const edit = fc.record({
  after: fc.integer({ min: 50, max: 500 }),
  name: fc.constantFrom<TimeName>('impactDetected', 'impactDetected', 'impactRecovered'),
  moment: fc.option(minute, { nil: undefined, freq: 5 }),
});
const move = fc.record({
  after: fc.integer({ min: 50, max: 500 }),
  to: fc.constant('resolved' as const),
});

/** Milliseconds that each call to Jira and to the store takes; an event comes twice, the second time late. */
const TAKES = { jira: 120, store: 40, event: 60, again: 900 };

/** Time that passes when everybody waits, as in a test of the platform's latency. */
class Line {
  now = 0;
  private waiting: { readonly at: number; readonly go: () => void }[] = [];

  sleep(ms: number): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ at: this.now + ms, go });
    });
  }

  /** Until nobody waits any more. */
  async run(): Promise<void> {
    for (;;) {
      // Whoever was woken goes on until it waits again.
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      this.waiting.sort((a, b) => a.at - b.at);
      const next = this.waiting.shift();
      if (!next) return;
      this.now = next.at;
      next.go();
    }
  }
}

/** The ports of a world, each call taking its time; what is read is as it is when the answer leaves. */
function slow(world: World, line: Line) {
  const deps = world.deps('app');
  const { incidents, histories, incidentNotes } = deps;
  const half = TAKES.jira / 2;
  const jira = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    await line.sleep(half);
    const answer = await ask();
    await line.sleep(half);
    return answer;
  };
  return {
    ...deps,
    incidents: {
      ...incidents,
      get: () => jira(() => incidents.get()),
      setTimes: (...args: Parameters<typeof incidents.setTimes>) =>
        jira(() => incidents.setTimes(...args)),
    },
    histories: { of: () => jira(() => histories.of()) },
    incidentNotes: {
      get: async (id: typeof world.incident.id) => {
        await line.sleep(TAKES.store);
        return incidentNotes.get(id);
      },
      getMany: incidentNotes.getMany.bind(incidentNotes),
      change: async (...args: Parameters<typeof incidentNotes.change>) => {
        await line.sleep(TAKES.store);
        return incidentNotes.change(...args);
      },
    },
  };
}

async function play(moments: Moments, steps: readonly (Edit | Move)[]) {
  const line = new Line();
  const world = new World(moments, 0 as Instant);
  const deps = slow(world, line);
  // One at a time per incident, as the queue has it.
  let queue = Promise.resolve();
  const hear = async () => {
    for (const delay of [TAKES.event, TAKES.again]) {
      await line.sleep(delay);
      queue = queue.then(async () => {
        await settleIncident(deps, world.incident.id);
      });
    }
  };
  const said: { [Name in TimeName]?: Instant | undefined } = {};
  const people = async () => {
    void hear(); // of the creation
    for (const step of steps) {
      await line.sleep(step.after);
      world.now = (60_000 * 60 + line.now) as Instant;
      if ('to' in step) {
        if (world.incident.phase !== 'resolved') world.move(step.to);
      } else if (world.edit(step.name, step.moment)) said[step.name] = step.moment;
      void hear();
    }
  };
  const done = people();
  await line.run();
  await Promise.all([done, queue]);
  return { world, said };
}

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (moments) => {
  test('what is given right after the creation stands, however late the app looks and writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(edit, edit, move), { minLength: 1, maxLength: 5 }),
        async (steps) => {
          const { world, said } = await play(moments, steps);
          const notes = await world.notes.get(world.incident.id);
          const times = effectiveTimes(world.incident, notes);
          const kept = (moment: Instant) => (moments === 'exact' ? moment : minuteOf(moment));
          const given = TIME_NAMES.flatMap((name) =>
            said[name] ? [[name, said[name]] as const] : [],
          );
          for (const [name, moment] of given) {
            const stands = times[name];
            expect([name, stands === undefined ? stands : kept(stands)]).toEqual([
              name,
              kept(moment),
            ]);
          }
          const right = withDefaultDetection(times, world.incident.created);
          expect(times.impactDetected).toBe(right.impactDetected);
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);
});
