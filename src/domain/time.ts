import { isValid, parseISO } from 'date-fns';
import { IncidentError } from './errors';

/** A moment, in epoch milliseconds. Made by `instant` only, so that nobody mistakes seconds for it. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A span in milliseconds. */
export const MINUTE_MS = 60_000;

/**
 * Reads a moment written in ISO 8601 with its offset: `2026-03-01T10:00:00Z`, or with `+0100` as Jira writes it.
 *
 * @throws {IncidentError} `invalid-input` for anything else, a time without an offset included: it would mean
 *   another moment on every machine.
 */
export function instant(text: string): Instant {
  const moment = parseISO(text);
  if (!/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !isValid(moment)) {
    throw new IncidentError('invalid-input', `Not a moment with an offset: ${text}`);
  }
  return moment.getTime() as Instant;
}

/** Writes a moment in ISO 8601, UTC, to the millisecond. `instant(iso(t))` is `t`. */
export function iso(moment: Instant): string {
  return new Date(moment).toISOString();
}

/** Two moments in the same second, or both unknown: Jira may keep a date-time field to the second only. */
export function sameSecond(a: Instant | undefined, b: Instant | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.floor(a / 1000) === Math.floor(b / 1000);
}
