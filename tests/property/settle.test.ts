import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  figuresOf,
  type ImpactTimes,
  keepTimes,
  TIME_NAMES,
  type TimeName,
  withDefaultDetection,
} from '../../src/domain/clocks/clocks';
import { IncidentError } from '../../src/domain/errors';
import { type Incident } from '../../src/domain/incident/incident';
import { type Phase } from '../../src/domain/incident/lifecycle';
import { settle } from '../../src/domain/clocks/settle';
import { type Instant, minuteOf } from '../../src/domain/time';
import { effectiveTimes, NO_NOTES } from '../../src/domain/clocks/notes';
import { setTimes } from '../../src/usecases/clocks/set-times';
import { settleIncident } from '../../src/usecases/clocks/settle-incident';
import { MOMENTS, type Moments, World } from '../fakes/world';
import { DANA } from '../fixtures/incidents';

/** What can happen to an incident, in our surfaces, in Jira's own editors, and to the jobs that look after it. */
type Step =
  | { does: 'edit' | 'say'; name: TimeName; moment: Instant | undefined }
  | { does: 'move'; to: Phase }
  | { does: 'job'; read: number }
  | { does: 'refuse'; name: TimeName };

const name = fc.constantFrom(...TIME_NAMES);
// Half-way between the minutes at which things happen: nobody states the very second of a transition.
const halfPast = (first: number) =>
  fc.option(
    fc.integer({ min: first, max: 40 }).map((n) => (n * 60_000 - 30_000) as Instant),
    { nil: undefined },
  );
const PHASES: readonly Phase[] = ['new', 'fixing', 'resolved', 'cancelled'];
// Who picks the minute of the creation for the detection is taken for the default (docs/decisions/0015).
const edit = fc.record({ does: fc.constant('edit' as const), name, moment: halfPast(2) });
const move = fc.record({
  does: fc.constant('move' as const),
  to: fc.constantFrom(...PHASES, 'resolved' as const),
});
// A job may have read the incident some steps ago: it comes late, twice, and after newer ones.
const job = fc.record({ does: fc.constant('job' as const), read: fc.nat(3) });
const say = fc.record({ does: fc.constant('say' as const), name, moment: halfPast(1) });
const refuse = fc.record({ does: fc.constant('refuse' as const), name });

/** In the second Jira several things happen within one minute. */
const PACE = { exact: 60_000, minute: 25_000 };
const CREATED = { exact: 0 as Instant, minute: 20_000 as Instant };

function aWorld(moments: Moments): World {
  return new World(moments, CREATED[moments]);
}

/** What is so if every change is looked at the moment it is made: written out here, apart from the domain. */
class Expected {
  times: ImpactTimes = {};
  phase: Phase = 'new';
  /** Said in our surfaces, so known to the second. */
  readonly precise = new Set<TimeName>();

  said(name: TimeName, moment: Instant | undefined, isPrecise: boolean): void {
    this.times = { ...this.times, [name]: moment };
    if (isPrecise) this.precise.add(name);
    else this.precise.delete(name);
  }

  moved(to: Phase, now: Instant): void {
    if (this.phase === 'resolved') this.said('impactRecovered', undefined, true);
    if (to === 'resolved' && this.times.impactRecovered === undefined) {
      this.said('impactRecovered', now, true);
    }
    this.phase = to;
  }
}

async function live(moments: Moments, steps: readonly Step[]) {
  const world = aWorld(moments);
  const expected = new Expected();
  const past: Incident[] = [];
  const wait = () => (world.now = (world.now + PACE[moments]) as Instant);
  for (const step of steps) {
    wait();
    past.push(world.incident);
    if (step.does === 'edit' && world.edit(step.name, step.moment)) {
      expected.said(step.name, world.incident.times[step.name], false);
    }
    if (step.does === 'say' && (await says(world, step))) {
      expected.said(step.name, step.moment, true);
    }
    if (step.does === 'move' && step.to !== world.incident.phase) {
      world.move(step.to);
      expected.moved(step.to, world.now);
    }
    if (step.does === 'job') await lateJob(world, past.at(-1 - step.read));
    if (step.does === 'refuse' && !world.refused.delete(step.name)) world.refused.add(step.name);
  }
  wait();
  await settleIncident(world.deps('app'), world.incident.id);
  const times = withDefaultDetection(expected.times, world.incident.created);
  const isPrecise = (one: TimeName) => moments === 'exact' || expected.precise.has(one);
  return { world, right: { times, isPrecise } };
}

/** What was picked in Jira may be taken for what was said of the same minute; all else is so to the second. */
function expectSame(
  actual: ImpactTimes,
  { times, isPrecise }: Awaited<ReturnType<typeof live>>['right'],
) {
  const seen = (of: ImpactTimes) =>
    TIME_NAMES.map((one) => {
      const moment = of[one];
      return moment === undefined || isPrecise(one) ? moment : minuteOf(moment);
    });
  expect(seen(actual)).toEqual(seen(times));
}

async function says(world: World, { name, moment }: Extract<Step, { does: 'edit' | 'say' }>) {
  try {
    const change = { [name]: moment ?? null };
    await setTimes(world.deps('person'), world.incident.id, { person: DANA.id, change });
    return true;
  } catch (error) {
    if (error instanceof IncidentError) return false;
    throw error;
  }
}

/** Jira has no write on condition: a job that would overwrite what it has not read is not part of this. */
async function lateJob(world: World, read: Incident | undefined): Promise<void> {
  const isSame = read && keepTimes(read.times, world.incident.times);
  const seen = isSame ? read : world.incident;
  await settleIncident(world.deps('app', seen), seen.id);
}

/**
 * Jira refuses a time, and somebody writes the field by hand, twice, before anything looks: it may hold again what it
 * held when Jira refused. Nobody can tell this from nothing at all without the change log (docs/limits.md).
 */
function isUnseen(steps: readonly Step[]): boolean {
  return TIME_NAMES.some((name) => {
    const refused = steps.findIndex((step) => step.does === 'refuse' && step.name === name);
    if (refused < 0) return false;
    const looks = steps.slice(refused).filter(({ does, ...of }) => {
      return does === 'job' || (does === 'edit' && 'name' in of && of.name === name);
    });
    return looks.some(({ does }, place) => does === 'edit' && looks[place + 1]?.does === 'edit');
  });
}

/** A default that Jira refused is left behind, and somebody saves another time once Jira takes it again. */
const LATE_PERSON: Step[] = [
  { does: 'move', to: 'resolved' },
  { does: 'refuse', name: 'impactRecovered' },
  { does: 'job', read: 0 },
  { does: 'refuse', name: 'impactRecovered' },
  { does: 'move', to: 'fixing' },
  { does: 'say', name: 'impactStart', moment: undefined },
];

/** The default follows the start, Jira refuses that, and the start is taken away again. */
const DEFAULT_BACK: Step[] = [
  { does: 'say', name: 'impactDetected', moment: undefined },
  { does: 'refuse', name: 'impactDetected' },
  { does: 'say', name: 'impactStart', moment: 90_000 as Instant },
  { does: 'say', name: 'impactStart', moment: undefined },
];

/** Somebody empties a detection in Jira, and the default that comes back lies in the minute of what was said. */
const DEFAULT_BESIDE: Step[] = [
  { does: 'say', name: 'impactDetected', moment: 30_000 as Instant },
  { does: 'edit', name: 'impactDetected', moment: undefined },
  { does: 'say', name: 'impactStart', moment: undefined },
];

/** Somebody wants no detection, Jira refuses that, and the app asks again once Jira takes it. */
const NONE_LATER: Step[] = [
  { does: 'edit', name: 'impactDetected', moment: 90_000 as Instant },
  { does: 'refuse', name: 'impactDetected' },
  { does: 'say', name: 'impactDetected', moment: undefined },
  { does: 'refuse', name: 'impactDetected' },
];

/** Somebody takes a recovery away, Jira refuses that, and the incident is resolved. */
const TAKEN_AWAY: Step[] = [
  { does: 'say', name: 'impactRecovered', moment: 30_000 as Instant },
  { does: 'refuse', name: 'impactRecovered' },
  { does: 'say', name: 'impactRecovered', moment: undefined },
  { does: 'refuse', name: 'impactRecovered' },
  { does: 'move', to: 'resolved' },
];

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (moments) => {
  test('however an incident was changed, and whenever jobs ran, it ends as if each change was looked at at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(edit, say, move, move, job, refuse), { maxLength: 14 }),
        async (steps) => {
          fc.pre(!isUnseen(steps));
          const { world, right } = await live(moments, steps);
          const notes = await world.notes.get(world.incident.id);
          const times = effectiveTimes(world.incident, notes);
          expectSame(times, right);
          expect(defined(world.incident.figures)).toEqual(defined(figuresOf(times)));
          const former = notes.former.map((one) => `${one.name} ${one.moment ?? ''} ${one.at}`);
          expect(new Set(former).size).toBe(former.length);
        },
      ),
      {
        numRuns: 3000,
        examples: [[LATE_PERSON], [DEFAULT_BACK], [DEFAULT_BESIDE], [NONE_LATER], [TAKEN_AWAY]],
      },
    );
  }, 60_000);

  test('a job that comes again changes nothing, and writes nothing that Jira takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(edit, say, move, move, job), { maxLength: 12 }),
        async (steps) => {
          const { world } = await live(moments, steps);
          const { writes } = world;
          const before = await world.notes.get(world.incident.id);
          await settleIncident(world.deps('app'), world.incident.id);
          expect(await world.notes.get(world.incident.id)).toEqual(before);
          expect(world.writes).toBe(writes);
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('an old incident of which nothing was noted has the same times, and no start that nobody gave', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(edit, move, move), { maxLength: 12 }), (steps) => {
        const world = aWorld(moments);
        const expected = new Expected();
        for (const step of steps) {
          world.now = (world.now + PACE[moments]) as Instant;
          if (step.does === 'edit' && world.edit(step.name, step.moment)) {
            expected.said(step.name, world.incident.times[step.name], false);
          }
          if (step.does === 'move' && step.to !== world.incident.phase) {
            world.move(step.to);
            expected.moved(step.to, world.now);
          }
        }
        const { times, notes } = settle(world.incident, NO_NOTES, world.changes);
        const right = withDefaultDetection(expected.times, world.incident.created);
        expect(defined(times)).toEqual(defined(right));
        expect(times.impactStart).toBe(world.incident.times.impactStart);
        for (const name of ['impactStart', 'impactRecovered'] as const) {
          expect(notes.times[name]?.moment).toBe(times[name]);
        }
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});

function defined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as Partial<Value>;
}
