import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantAt, type Instant, MINUTE_MS } from '../../src/domain/time';
import { dayAt, offsetAt, readWall, startOfDay, wallAt } from '../../src/domain/wall';

/*
 * Every zone that this machine knows, and the nights of ten years in which its clock is changed. What the clock shows
 * is asked of Intl in another form than the app's, and moments are found by walking: minute by minute, no arithmetic.
 */

const HOUR = 60 * MINUTE_MS;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2020, 0, 1);
const UNTIL = Date.UTC(2030, 0, 1);
/** Clocks with changes no closer than this are not missed. */
const STRIDE = 10 * DAY;
/** So many nights of a zone are walked through, spread over the years. */
const NIGHTS = 7;
/** Changes by half an hour, at midnight, in mid-year, for a month: all their nights. */
const ODD = ['Australia/Lord_Howe', 'America/Santiago', 'America/Havana', 'Africa/Casablanca'];

const formats = new Map<string, Intl.DateTimeFormat>();

/** "2026-10-25 02:30", by Sweden's way to write. */
function clock(moment: number, timeZone: string): string {
  const made = formats.get(timeZone);
  const format =
    made ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(moment).replace(' ', 'T');
}

/** The minutes before which the clock of a zone is changed. */
function changesOf(zone: string): readonly number[] {
  const changes: number[] = [];
  const offset = (moment: number) => offsetAt(instantAt(moment), zone);
  for (let at = FROM; at < UNTIL; at += STRIDE) {
    let [before, after] = [at, at + STRIDE];
    if (offset(before) === offset(after)) continue;
    while (after - before > MINUTE_MS) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

function nightsOf(zone: string): readonly number[] {
  const changes = changesOf(zone);
  if (ODD.includes(zone)) return changes;
  return changes.filter((_, n) => n % Math.ceil(changes.length / NIGHTS) === 0);
}

/** What the clock shows three hours around a moment, and when. */
function walked(around: number, zone: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let at = around - 3 * HOUR; at < around + 3 * HOUR; at += MINUTE_MS) {
    const text = clock(at, zone);
    found.set(text, [...(found.get(text) ?? []), at]);
  }
  return found;
}

function momentsOf(text: string, zone: string): readonly Instant[] {
  const reading = readWall(text, zone);
  if (reading.is === 'once') return [reading.at];
  return reading.is === 'twice' ? [reading.first, reading.second] : [];
}

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), ...ODD, 'UTC'])];

const isNear = (at: number, change: number) => Math.abs(at - change) <= 2 * MINUTE_MS;

/** What is wrong in the night of a change; empty: nothing. */
function faultsIn(change: number, zone: string): readonly string[] {
  const seen = walked(change, zone);
  const faults = [...seen]
    .filter(([, moments], n) => n % 7 === 0 || moments.some((at) => isNear(at, change)))
    .filter(([text, moments]) => momentsOf(text, zone).join() !== moments.join())
    .map(([text]) => `${zone} ${text}`);
  return [...faults, ...gapFaults(change, zone), ...dayFaults(change, seen, zone)];
}

/** What lies between the last minute before and the first one after is never shown. */
function gapFaults(change: number, zone: string): readonly string[] {
  const [from, to] = [change - MINUTE_MS, change].map((at) => Date.parse(`${clock(at, zone)}Z`));
  if (from === undefined || to === undefined || to - from <= MINUTE_MS) return [];
  const gap = { from: from + MINUTE_MS, to };
  const text = (wall: number) => new Date(wall).toISOString().slice(0, 16);
  const never = { is: 'never', from: text(gap.from), to: text(gap.to) };
  return [gap.from, (gap.from + gap.to) / 2, gap.to - MINUTE_MS]
    .map((wall) => text(Math.floor(wall / MINUTE_MS) * MINUTE_MS))
    .filter((wall) => JSON.stringify(readWall(wall, zone)) !== JSON.stringify(never))
    .map((wall) => `${zone} ${wall}`);
}

/** Days begin with the first minute that bears their name. */
function dayFaults(
  change: number,
  seen: ReadonlyMap<string, readonly number[]>,
  zone: string,
): readonly string[] {
  const [first = ''] = seen.keys();
  const begun = [...seen].find(([text]) => text.slice(0, 10) !== first.slice(0, 10));
  if (begun?.[1][0] === undefined) return [];
  const [, [at]] = begun;
  const start = startOfDay(dayAt(instantAt(at), zone), zone);
  return start === at ? [] : [`${zone} ${begun[0].slice(0, 10)} around ${change}`];
}

describe('a wall time stands for each moment at which the clock shows it, and for no other', () => {
  test('in the nights of ten years in which clocks are changed, in every zone', () => {
    const nights = ZONES.flatMap((zone) => nightsOf(zone).map((change) => ({ zone, change })));
    expect(nights.length).toBeGreaterThan(400);
    expect(nights.filter(({ zone }) => zone === 'Australia/Lord_Howe')).toHaveLength(20);
    expect(nights.flatMap(({ zone, change }) => faultsIn(change, zone))).toEqual([]);
  }, 60_000);

  test('at any minute', () => {
    const zone = fc.constantFrom(...ZONES);
    const minute = fc.integer({ min: FROM / MINUTE_MS, max: UNTIL / MINUTE_MS });
    fc.assert(
      fc.property(zone, minute, (where, minutes) => {
        const at = instantAt(minutes * MINUTE_MS);
        expect(wallAt(at, where)).toBe(clock(at, where));
        expect(momentsOf(wallAt(at, where), where)).toContain(at);
        const start = startOfDay(dayAt(at, where), where);
        expect(start).toBeLessThanOrEqual(at);
        expect(dayAt(start, where)).toEqual(dayAt(at, where));
        expect(dayAt(instantAt(start - 1), where)).not.toEqual(dayAt(at, where));
      }),
      { numRuns: 2000 },
    );
  });
});
