import { normalP, TAIL, Z_95 } from './distributions';

/** How much longer the second group takes than the first, as a ratio with its 95 % interval; `p` of no difference. */
export type Ratio = {
  readonly ratio: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number;
};

/** Up to so many pairs the distribution is counted out; beyond it is normal to the third digit. */
const COUNTED_PAIRS = 400;
/** The shortest that has a logarithm: a millisecond. */
const SHORTEST_MS = 1;

/**
 * Hodges-Lehmann: the middle of the ratios of all pairs, with the interval that belongs to the Mann-Whitney test. The
 * pairs are counted along two sorted lists, never made: O(n log n).
 *
 * @param before, after the shortest first; none may be empty
 */
export function ratioOf(before: readonly number[], after: readonly number[]): Ratio {
  const a = logs(before);
  const b = logs(after);
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

function logs(durations: readonly number[]): Logs {
  return Float64Array.from(durations, (ms) => Math.log(Math.max(ms, SHORTEST_MS)));
}

/** The k-th smallest of all b − a: bisection on the value, counting on the way, then the nearest that there is. */
function differenceAt(a: Logs, b: Logs, k: number): number {
  let low = (b[0] ?? 0) - (a.at(-1) ?? 0) - 1;
  let high = (b.at(-1) ?? 0) - (a[0] ?? 0);
  for (let round = 0; round < 64; round += 1) {
    const middle = (low + high) / 2;
    if (pairsUpTo(a, b, middle).count >= k) high = middle;
    else low = middle;
  }
  return pairsUpTo(a, b, low).next;
}

/** How many b − a are at most this, and the smallest that is more. */
function pairsUpTo(a: Logs, b: Logs, most: number): { count: number; next: number } {
  let [count, at, next] = [0, 0, Infinity];
  for (const from of a) {
    while (at < b.length && (b[at] ?? 0) - from <= most) at += 1;
    count += at;
    if (at < b.length) next = Math.min(next, (b[at] ?? 0) - from);
  }
  return { count, next };
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
  const all = merged(a, b);
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to] === all[from]) to += 1;
    ties += (to - from) ** 3 - (to - from);
    from = Math.max(to, from + 1);
  }
  const { count: atMost } = pairsUpTo(a, b, 0);
  const { count: less } = pairsUpTo(a, b, -Number.MIN_VALUE);
  return { count: a.length * b.length - atMost + (atMost - less) / 2, ties };
}

function merged(a: Logs, b: Logs): Logs {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all.sort();
}
