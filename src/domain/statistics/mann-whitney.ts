import { normalP, TAIL, Z_95 } from './distributions';
import { type Sample } from './sample';

/** How much longer the second group takes than the first, as a ratio with its 95 % interval; `p` of no difference. */
export type Ratio = {
  readonly ratio: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number;
};

/** Up to so many pairs the distribution is counted out; beyond it is normal to the third digit. */
const COUNTED_PAIRS = 400;

/**
 * Hodges-Lehmann: the middle of the ratios of all pairs, with the interval that belongs to the Mann-Whitney test. The
 * pairs are counted along two sorted lists, never made: some forty times O(n log m) for the shorter and the longer.
 *
 * @param before, after all of which have ended; none may be empty
 */
export function ratioOf(before: Sample, after: Sample): Ratio {
  const [a, b] = [before.logs, after.logs];
  const pairs = a.length * b.length;
  const middle = (differenceAt(a, b, Math.ceil(pairs / 2)) + upperMiddle(a, b, pairs)) / 2;
  const rank = boundRank(a.length, b.length);
  const bound = (k: number) => (rank > 0 ? Math.exp(differenceAt(a, b, k)) : null);
  return {
    ratio: Math.exp(middle),
    low: bound(rank),
    high: bound(pairs - rank + 1),
    p: pOf(a, b),
  };
}

const upperMiddle = (a: Logs, b: Logs, pairs: number) =>
  differenceAt(a, b, Math.floor(pairs / 2) + 1);

type Logs = Float64Array;

/** Differences of logarithms that are nearer are the same: they are rounded in this digit. */
const SAME = 1e-12;

/** The k-th smallest of all b − a: bisection on the value, counting on the way, until none lies between. */
function differenceAt(a: Logs, b: Logs, k: number): number {
  let low = (b[0] ?? 0) - (a.at(-1) ?? 0) - 1;
  let high = (b.at(-1) ?? 0) - (a[0] ?? 0);
  while (high - low > SAME) {
    const { count, last, next } = pairsUpTo(a, b, (low + high) / 2);
    if (count >= k) high = last;
    else if (count === k - 1 || next >= high) return next;
    else low = (low + high) / 2;
  }
  return high;
}

/** How many b − a are at most this, the largest of these, and the smallest that is more. */
type Counted = { count: number; last: number; next: number };

function pairsUpTo(a: Logs, b: Logs, most: number): Counted {
  return a.length < b.length ? countedFromA(a, b, most) : countedFromB(a, b, most);
}

// For each of the fewer ones the place among the many is looked for by halving: a small group against all others.
function countedFromA(a: Logs, b: Logs, most: number): Counted {
  let [count, last, next] = [0, -Infinity, Infinity];
  for (const from of a) {
    const at = firstPlace(b.length, (place) => (b[place] ?? 0) - from > most);
    count += at;
    if (at > 0) last = Math.max(last, (b[at - 1] ?? 0) - from);
    if (at < b.length) next = Math.min(next, (b[at] ?? 0) - from);
  }
  return { count, last, next };
}

function countedFromB(a: Logs, b: Logs, most: number): Counted {
  let [count, last, next] = [0, -Infinity, Infinity];
  for (const to of b) {
    const at = firstPlace(a.length, (place) => to - (a[place] ?? 0) <= most);
    count += a.length - at;
    if (at < a.length) last = Math.max(last, to - (a[at] ?? 0));
    if (at > 0) next = Math.min(next, to - (a[at - 1] ?? 0));
  }
  return { count, last, next };
}

/** The first place from which on it is so. */
function firstPlace(length: number, isSo: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Which of the sorted pairs bounds the interval; 0: there are too few for one. */
function boundRank(n1: number, n2: number): number {
  if (n1 * n2 > COUNTED_PAIRS) {
    const spread = Math.sqrt((n1 * n2 * (n1 + n2 + 1)) / 12);
    return Math.max(0, Math.ceil((n1 * n2) / 2 - Z_95 * spread - 0.5));
  }
  const chances = chancesOfU(n1, n2);
  let sum = 0;
  for (const [u, chance] of chances.entries()) {
    sum += chance;
    if (sum >= TAIL) return u;
  }
  return 0;
}

/** The chance of each value of U when both groups are the same, counted out. */
function chancesOfU(n1: number, n2: number): readonly number[] {
  // As a product of (1 − x^(n2+i)) / (1 − x^i), coefficient by coefficient.
  const ways = new Array<number>(n1 * n2 + 1).fill(0);
  ways[0] = 1;
  for (let i = 1; i <= n1; i += 1) {
    for (let u = ways.length - 1; u >= n2 + i; u -= 1) ways[u] = at(ways, u) - at(ways, u - n2 - i);
    for (let u = i; u < ways.length; u += 1) ways[u] = at(ways, u) + at(ways, u - i);
  }
  const all = ways.reduce((sum, one) => sum + one, 0);
  return ways.map((one) => one / all);
}

const at = (list: readonly number[], place: number) => list[place] ?? 0;

/** Two-sided; ties make it normal with their correction. */
function pOf(a: Logs, b: Logs): number {
  const [n1, n2] = [a.length, b.length];
  const { count, ties } = wins(a, b);
  if (ties === 0 && n1 * n2 <= COUNTED_PAIRS) {
    const chances = chancesOfU(n1, n2);
    const tail = chances.slice(0, Math.min(count, n1 * n2 - count) + 1);
    return Math.min(1, 2 * tail.reduce((sum, one) => sum + one, 0));
  }
  const n = n1 + n2;
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  const distance = Math.max(0, Math.abs(count - (n1 * n2) / 2) - 0.5);
  return variance <= 0 ? 1 : normalP(distance / Math.sqrt(variance));
}

/** In how many pairs the second is longer (a tie counts half), and Σ t³ − t over ties in both together. */
function wins(a: Logs, b: Logs): { count: number; ties: number } {
  let [i, j, less, equal, ties] = [0, 0, 0, 0, 0];
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const [fromA, fromB] = [i, j];
    while (a[i] === value) i += 1;
    while (b[j] === value) j += 1;
    const [inA, inB] = [i - fromA, j - fromB];
    if (inA + inB === 0) break; // not a number: equals nothing, itself included
    less += fromA * inB;
    equal += inA * inB;
    ties += (inA + inB) ** 3 - (inA + inB);
  }
  return { count: less + equal / 2, ties };
}
