import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  figuresOf,
  type ImpactTimes,
  keepTimes,
  TIME_NAMES,
  wrongPair,
} from '../../src/domain/clocks/clocks';
import { findingsOf } from '../../src/domain/clocks/data-quality';
import { isOver, type Phase } from '../../src/domain/incident/lifecycle';
import { settle } from '../../src/domain/clocks/settle';
import { type Instant, minuteOf } from '../../src/domain/time';
import { effectiveTimes, NO_NOTES, toConfirm } from '../../src/domain/clocks/notes';
import { bringIn } from '../../src/usecases/figures/bring-in';
import { settleIncident } from '../../src/usecases/clocks/settle-incident';
import { MOMENTS, type Moments, World } from '../fakes/world';
import { anIncident } from '../fixtures/incidents';

const PHASES: readonly Phase[] = ['new', 'fixing', 'resolved', 'cancelled'];
const step = fc.oneof(
  fc.record({
    name: fc.constantFrom(...TIME_NAMES),
    moment: fc.option(
      fc.integer({ min: 1, max: 40 }).map((n) => (n * 60_000 - 30_000) as Instant),
      { nil: undefined },
    ),
  }),
  fc.record({ to: fc.constantFrom(...PHASES, 'resolved' as const) }),
);
const life = fc.array(step, { maxLength: 12 });

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function lived(moments: Moments, steps: readonly Step[]): World {
  const world = new World(moments, 20_000 as Instant);
  for (const one of steps) {
    world.now = (world.now + 25_000) as Instant;
    if ('name' in one) world.edit(one.name, one.moment);
    else if (one.to !== world.incident.phase) world.move(one.to);
  }
  return world;
}

const noSpend = () => undefined;

/** What people filled in is taken as they left it where nothing is missing. */
function expectedOf({ incident, changes }: World): ImpactTimes {
  const isComplete = TIME_NAMES.every((name) => incident.times[name] !== undefined);
  if (isOver(incident.phase) && isComplete) return withSecondsOfDefault(incident);
  return settle(incident, NO_NOTES, changes).times;
}

/** A detection in the minute of the creation is the default, whose second is known. */
function withSecondsOfDefault({ times, created }: World['incident']): ImpactTimes {
  const isDefault = times.impactDetected === minuteOf(created);
  return isDefault ? { ...times, impactDetected: created } : times;
}

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (moments) => {
  test('an old incident is brought in as if it had been settled from the start, and its fields stay', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const world = lived(moments, steps);
        const { times: fields } = world.incident;
        const expected = expectedOf(world);
        await bringIn(world.deps('app'), [world.incident], noSpend);
        const notes = await world.notes.get(world.incident.id);
        expect(defined(effectiveTimes(world.incident, notes))).toEqual(defined(expected));
        expect(defined(world.incident.figures)).toEqual(defined(figuresOf(expected)));
        expect(world.incident.times).toEqual(fields);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  test('brought in again, nothing is written', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const world = lived(moments, steps);
        await bringIn(world.deps('app'), [world.incident], noSpend);
        const before = await world.notes.get(world.incident.id);
        const { writes } = world;
        const found = world.findings.writes;
        expect(await bringIn(world.deps('app'), [world.incident], noSpend)).toEqual({
          written: 0,
          unread: [],
        });
        expect(await world.notes.get(world.incident.id)).toEqual(before);
        expect([world.writes, world.findings.writes]).toEqual([writes, found]);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('a later job writes to the fields what was noted, and the clocks stay the same', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const world = lived(moments, steps);
        fc.pre(!TIME_NAMES.every((name) => world.incident.times[name] !== undefined));
        await bringIn(world.deps('app'), [world.incident], noSpend);
        const notes = await world.notes.get(world.incident.id);
        const known = effectiveTimes(world.incident, notes);
        await settleIncident(world.deps('app'), world.incident.id);
        expect(keepTimes(world.incident.times, known)).toBe(true);
        const after = await world.notes.get(world.incident.id);
        expect(Object.values(after.times).filter((note) => note.held)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});

const DAY = 24 * 3_600_000;
const moments = fc.record(
  Object.fromEntries(
    TIME_NAMES.map((name) => [
      name,
      fc.option(
        fc
          .oneof(
            fc.integer({ min: -3 * DAY, max: 3 * DAY }),
            fc.integer({ min: -800 * DAY, max: 800 * DAY }),
          )
          .map((ms) => ms as Instant),
        { nil: undefined },
      ),
    ]),
  ),
);

type Known = { readonly s?: number; readonly d?: number; readonly r?: number };

/** A year off: to the day where the times vouch for each other, else about a year or more. */
function isYearOff({ s, d, r }: Known): boolean {
  const known = [s, d, r].flatMap((one) => one ?? []);
  const isOfOnePiece = known.length > 1 && Math.max(...known) - Math.min(...known) <= 180 * DAY;
  return known.some((one) =>
    isOfOnePiece ? Math.abs(Math.abs(one) - 365 * DAY) <= 3 * DAY : Math.abs(one) >= 350 * DAY,
  );
}

function isHalfDayOff({ s, d, r }: Known): boolean {
  const near = (a = NaN, b = NaN) => Math.abs(b - a - DAY / 2) <= 600_000;
  return near(s, d) || near(d, r);
}

function isOddSpan({ s = NaN, r = NaN }: Known): boolean {
  return r - s > 180 * DAY || Math.floor(s / 6e4) === Math.floor(r / 6e4);
}

/** Slips of months have tests of their own. */
function isMonthsApart({ s, d = 0, r }: Known): boolean {
  return (s !== undefined && d - s >= 27 * DAY) || (r !== undefined && r - d >= 27 * DAY);
}

test('nothing is found just where the times are there, possible and plausible', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...PHASES), (times: ImpactTimes, phase) => {
      const incident = anIncident({ created: 0 as Instant, phase, times });
      const { impactStart: s, impactDetected: d, impactRecovered: r } = times;
      const known = { s, d, r };
      fc.pre(!isMonthsApart(known));
      const isCopied = (r ?? 0) <= -DAY / 2 && s !== undefined && phase !== 'resolved';
      const isOdd = isYearOff(known) || isHalfDayOff(known) || isOddSpan(known) || isCopied;
      const isComplete = phase !== 'resolved' || [s, d, r].every((one) => one !== undefined);
      const isGood = !wrongPair(times) && isComplete && !isOdd;
      expect(findingsOf(incident, NO_NOTES).length === 0).toBe(phase === 'cancelled' || isGood);
      expect(toConfirm(incident, NO_NOTES)).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

function defined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as Partial<Value>;
}
