import { type Instant, instantAt, MINUTE_MS } from './time';

/*
 * Wall-clock time: what a clock on the wall of a time zone shows. Only this module turns it into moments and back. It
 * takes the zone as an argument and asks Intl alone, so the zone of the machine it runs on does not matter.
 */

/** What a wall time stands for. */
export type WallReading =
  | { readonly is: 'once'; readonly at: Instant }
  /** The clock was set back over it: it shows this time twice. */
  | { readonly is: 'twice'; readonly first: Instant; readonly second: Instant }
  /** The clock was set forward over it, from the one time to the other: it never shows it. */
  | { readonly is: 'never'; readonly from: string; readonly to: string }
  /** It is no time: nothing, half of one, 31 February. */
  | { readonly is: 'none' };

/** A day: 2026, 3, 31. Months and days beyond their end go on in the next one. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

const HOUR_MS = 60 * MINUTE_MS;
/** No clock was ever set further from UTC, nor twice within the step. */
const FURTHEST_MS = 16 * HOUR_MS;
const STEP_MS = 4 * HOUR_MS;

/** There is such a time zone. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How far the clock there is ahead of UTC at this moment, in milliseconds. */
export function offsetAt(moment: number, zone: string): number {
  return shown(moment, zone) - moment;
}

/** What the clock there shows, to the minute: `2026-03-31T14:05`. */
export function wallAt(moment: number, zone: string): string {
  return textOf(shown(moment, zone));
}

export function dayAt(moment: number, zone: string): Day {
  const wall = new Date(shown(moment, zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** @param text `2026-03-31T14:05`, as `<input type="datetime-local">` has it; its seconds count where it has some */
export function readWall(text: string, zone: string): WallReading {
  const wanted = wantedBy(text);
  if (wanted === undefined) return { is: 'none' };
  const [first, second] = instantsOf(wanted, zone);
  if (first === undefined) {
    const end = firstFrom(wanted, zone);
    const from = end + offsetAt(end - 1, zone);
    return { is: 'never', from: textOf(from), to: wallAt(end, zone) };
  }
  return second === undefined ? { is: 'once', at: first } : { is: 'twice', first, second };
}

/** The clock there shows the minute of this moment at another moment too, so its time alone does not tell which. */
export function isShownTwice(moment: number, zone: string): boolean {
  return readWall(wallAt(moment, zone), zone).is === 'twice';
}

/**
 * The first moment of a day there. Where the clock is set forward over midnight, it is the one at which it goes on;
 * where it shows midnight twice, the first of the two.
 */
export function startOfDay({ year, month, day }: Day, zone: string): Instant {
  const wanted = utcOf(year, month, day);
  return instantsOf(wanted, zone)[0] ?? firstFrom(wanted, zone);
}

/** The moments at which the clock shows `wanted`, the first one first: none, one or two. */
function instantsOf(wanted: number, zone: string): readonly Instant[] {
  const moments = offsetsAround(wanted, zone).map((offset) => instantAt(wanted - offset));
  return moments.filter((moment) => shown(moment, zone) === wanted).toSorted((a, b) => a - b);
}

/** What the clock may have been ahead of UTC when it showed `wanted`. */
function offsetsAround(wanted: number, zone: string): readonly number[] {
  const offsets = new Set<number>();
  for (let away = -FURTHEST_MS; away <= FURTHEST_MS; away += STEP_MS) {
    offsets.add(offsetAt(wanted + away, zone));
  }
  return [...offsets];
}

/** The moment at which the clock is set forward over `wanted`, which it never shows. */
function firstFrom(wanted: number, zone: string): Instant {
  const offsets = offsetsAround(wanted, zone);
  let before = wanted - Math.max(...offsets);
  let after = wanted - Math.min(...offsets);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shown(middle, zone) < wanted) before = middle;
    else after = middle;
  }
  return instantAt(after);
}

/** What the clock there shows, in milliseconds as if it stood in UTC. */
function shown(moment: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(moment);
  const part = (name: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(({ type }) => type === name)?.value ?? 0);
  const day = utcOf(part('year'), part('month'), part('day'));
  const seconds = (part('hour') * 60 + part('minute')) * 60 + part('second');
  return day + seconds * 1000 + (((moment % 1000) + 1000) % 1000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each is made once: it takes longer than what is asked of it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made) return made;
  const number = 'numeric';
  const day = { year: number, month: number, day: number } as const;
  const time = { hour: number, minute: number, second: number, hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, ...day, ...time });
  formats.set(timeZone, format);
  return format;
}

/** As `Date.UTC`, which takes the years 0 to 99 for those of another century. */
function utcOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

function wantedBy(text: string): number | undefined {
  const match = WALL.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const date = new Date(utcOf(year, month, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (year === 0 || !isDay || hour > 23 || minute > 59 || second > 59) return undefined;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

function textOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, -':00.000Z'.length);
}
