import { type Instant, instantAt, MINUTE_MS } from '../time';
import { type Row } from './row';

/*
 * Jira is asked for incidents that were raised up to a moment, in whole minutes before its own now. So that it and the
 * store mean the same incidents, such a moment lies where nobody raised any for a while.
 */

/** So far from a bound there is no incident: a minute of rounding, and clocks that differ. */
const QUIET_MS = 2 * MINUTE_MS;

/** Raised after one moment and up to another; without the first, from the beginning. */
export type Window = { readonly after?: Instant; readonly until: Instant };

type Raised = Pick<Row, 'created'>;

/**
 * The last moment of quiet that is at least as quiet before this one.
 *
 * @param sorted by when they were raised
 */
export function quietBefore(sorted: readonly Raised[], before: Instant): Instant {
  let bound = before - QUIET_MS;
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const created = sorted[at]?.created ?? 0;
    if (created <= bound - QUIET_MS) break;
    bound = Math.min(bound, created - QUIET_MS);
  }
  return instantAt(bound);
}

/** A quiet moment as near to the middle as there is one; undefined where it never is. */
export function quietMiddle(sorted: readonly Raised[]): { place: number; at: Instant } | undefined {
  const middle = Math.floor(sorted.length / 2);
  for (let off = 0; off <= middle; off += 1) {
    for (const place of [middle - off, middle + off]) {
      const [from, to] = [sorted[place - 1]?.created, sorted[place]?.created];
      if (from === undefined || to === undefined || to - from < 2 * QUIET_MS) continue;
      return { place, at: ((from + to) / 2) as Instant };
    }
  }
  return undefined;
}

/** How many minutes before now that is, as Jira wants it. */
export function minutesBefore(moment: Instant, now: Instant): number {
  return Math.max(0, Math.round((now - moment) / MINUTE_MS));
}
