import { binomialRank, TAIL } from './distributions';
import { type Estimate, unknownOf } from './estimate';

/** Which incident, counted from the shortest (1), bounds the interval on each side. */
export type Ranks = { readonly low: number; readonly high: number };

/**
 * The ranks between which the quantile of the population lies with at least 95 %, whatever the distribution: the exact
 * interval by order statistics.
 *
 * @param q 0.5 for the median
 * @returns undefined where n is too small: the median needs 6, q75 13, q90 36, q95 72, q99 368.
 */
export function ranksOf(n: number, q: number): Ranks | undefined {
  const low = binomialRank(TAIL, n, q);
  // By symmetry, so that both tails are cut in the same way.
  const high = n + 1 - binomialRank(TAIL, n, 1 - q);
  return low >= 1 && high <= n ? { low, high } : undefined;
}

/**
 * A quantile with its interval.
 *
 * @param sorted the shortest first
 * @returns a value without an interval where there are too few for one
 */
export function quantile(sorted: readonly number[], q: number): Estimate {
  const n = sorted.length;
  if (n === 0) return unknownOf(0);
  const ranks = ranksOf(n, q);
  const value = pointOf(sorted, q);
  if (!ranks) return { n, value, low: null, high: null };
  return { n, value, low: sorted[ranks.low - 1] ?? null, high: sorted[ranks.high - 1] ?? null };
}

/** Between the two nearest, by distance: for q = 0.5 the usual median. */
function pointOf(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const before = sorted[Math.floor(place)] ?? 0;
  const after = sorted[Math.ceil(place)] ?? before;
  return before + (after - before) * (place - Math.floor(place));
}

/** In ascending order, in an array of its own. */
export function ascending(values: readonly number[]): readonly number[] {
  return [...Float64Array.from(values).sort()];
}
