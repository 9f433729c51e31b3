import { type Duration } from './kaplan-meier';
import { MINUTE_MS } from '../time';

/** Shorter than a minute is known to lie between nothing and one: it counts as half of one. */
const SHORTEST_MS = MINUTE_MS / 2;

/**
 * A duration as finely as it is known: Jira's fields keep minutes, so two durations of as many whole minutes are the
 * same, and one of none has no logarithm of its own. To be asked of all that is compared, or of which logarithms are
 * taken; medians and sums go by what is stored.
 *
 * @returns milliseconds: whole minutes, or half a minute for anything that rounds to none
 * @see docs/decisions/0022-durations-in-minutes.md
 */
export function atResolution(ms: number): number {
  return Math.max(Math.round(ms / MINUTE_MS) * MINUTE_MS, SHORTEST_MS);
}

/** The same of many. */
export function allAtResolution(durations: readonly Duration[]): readonly Duration[] {
  return durations.map(({ ms, open }) => ({ ms: atResolution(ms), open }));
}
