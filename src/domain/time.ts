import { IncidentError } from './errors';

/** A moment, in epoch milliseconds. Made by `instant` or `instantAt`, so that nobody mistakes seconds for it. */
export type Instant = number & { readonly __brand: 'Instant' };

/** The moment of so many epoch milliseconds. */
export function instantAt(milliseconds: number): Instant {
  return milliseconds as Instant;
}

/** A span in milliseconds. */
export const MINUTE_MS = 60_000;

const MOMENT =
  /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)$/;

/**
 * Reads a moment as `instant` does, for texts that may be anything.
 *
 * @returns why there is none: `no-moment` for another form, `no-such-time` for a day or time that no calendar has,
 *   like 30 February or 25 o'clock.
 */
export function readInstant(text: string): Instant | 'no-moment' | 'no-such-time' {
  const match = MOMENT.exec(text);
  if (!match) return 'no-moment';
  const [, day, time, seconds = '00', fraction = '', sign, hours = '00', minutes = '00'] = match;
  const wall = `${day}T${time}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const moment = Date.parse(wall);
  // 30 February is read as 2 March, and 24:00 as the next day.
  const isReal = !Number.isNaN(moment) && new Date(moment).toISOString() === wall;
  if (!isReal || Number(hours) > 23 || Number(minutes) > 59) return 'no-such-time';
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return (sign === '-' ? moment + offset : moment - offset) as Instant;
}

/**
 * Reads a moment written in ISO 8601 with its offset, in whichever of its forms: `2026-03-01T10:00:00Z`, `+01:00`,
 * `+0100` as Jira writes it, `+01`; with or without seconds; with up to nine decimals, after a point or a comma. What
 * is finer than a millisecond is cut off.
 *
 * @throws {IncidentError} `invalid-input` for anything else, a time without an offset included: it would mean
 *   another moment on every machine; and for a day or time that does not exist.
 */
export function instant(text: string): Instant {
  const read = readInstant(text);
  if (typeof read === 'number') return read;
  const why = read === 'no-moment' ? 'Not a moment with an offset' : 'No such day or time';
  throw new IncidentError('invalid-input', `${why}: ${text}`);
}

/** Writes a moment in ISO 8601, UTC, to the millisecond. `instant(iso(t))` is `t`. */
export function iso(moment: Instant): string {
  return new Date(moment).toISOString();
}

/** Two moments that were said or happened in the same second, or both unknown. Not for what a field of Jira holds. */
export function sameSecond(a: Instant | undefined, b: Instant | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.floor(a / 1000) === Math.floor(b / 1000);
}

/** The minute it lies in. */
export function minuteOf(moment: Instant): Instant {
  return (Math.floor(moment / MINUTE_MS) * MINUTE_MS) as Instant;
}

/**
 * A date-time field of Jira that holds `field` keeps this moment, as well as such a field can: to the second, or cut
 * to the minute. Both absent: it is empty, and should be.
 *
 * @see docs/decisions/0015-fields-keep-minutes.md
 */
export function keeps(field: Instant | undefined, moment: Instant | undefined): boolean {
  if (field === undefined || moment === undefined) return field === moment;
  return sameSecond(field, moment) || sameSecond(field, minuteOf(moment));
}
