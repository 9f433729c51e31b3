import { normalP, Z_95 } from './distributions';
import { type Duration } from './kaplan-meier';
import { type Ratio } from './mann-whitney';

/** Of one group, the shortest first. */
type Group = { readonly logs: Float64Array; readonly ended: Uint8Array };

/** So far a ratio is looked for to each side: e¹² is 160,000 times as long. */
const WIDEST = 12;
/** To two parts in a hundred thousand: nobody reads a ratio to more. */
const ROUNDS = 20;

/**
 * How much longer the second group takes than the first where some go on: the factor by which the first must be
 * stretched for the log-rank test to see no difference. Its 95 % interval is all factors that the test does not
 * reject, so that interval and test never disagree.
 *
 * @returns an end of null where nothing that has ended bounds it
 */
export function censoredRatioOf(before: readonly Duration[], after: readonly Duration[]): Ratio {
  const [a, b] = [groupOf(before), groupOf(after)];
  const zAt = (shift: number) => zOf(a, b, shift);
  // z falls as the first group is stretched: then the second looks fast.
  const turn = (level: number, from: number, to: number) => {
    let [low, high] = [from, to];
    for (let round = 0; round < ROUNDS; round += 1) {
      const middle = (low + high) / 2;
      if (zAt(middle) > level) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const shift = turn(0, -WIDEST, WIDEST);
  const low = zAt(-WIDEST) > Z_95 ? Math.exp(turn(Z_95, -WIDEST, shift)) : null;
  const high = zAt(WIDEST) < -Z_95 ? Math.exp(turn(-Z_95, shift, WIDEST)) : null;
  return { ratio: Math.exp(shift), low, high, p: normalP(zAt(0)) };
}

/** Two-sided p of the log-rank test of two groups. */
export function logRankP(a: readonly Duration[], b: readonly Duration[]): number {
  return normalP(zOf(groupOf(a), groupOf(b), 0));
}

function groupOf(durations: readonly Duration[]): Group {
  const sorted = durations.toSorted((a, b) => a.ms - b.ms);
  return {
    logs: Float64Array.from(sorted, ({ ms }) => Math.log(Math.max(ms, 1))),
    ended: Uint8Array.from(sorted, ({ open }) => (open ? 0 : 1)),
  };
}

/**
 * The log-rank statistic of the first group, stretched by e^shift, against the second: positive when the first ends
 * sooner than expected.
 */
function zOf(a: Group, b: Group, shift: number): number {
  let [i, j, excess, variance] = [0, 0, 0, 0];
  while (i < a.logs.length && j < b.logs.length) {
    const time = Math.min((a.logs[i] ?? 0) + shift, b.logs[j] ?? 0);
    const [n1, n2] = [a.logs.length - i, b.logs.length - j];
    let [d1, d2] = [0, 0];
    for (; i < a.logs.length && (a.logs[i] ?? 0) + shift <= time; i += 1) d1 += a.ended[i] ?? 0;
    for (; j < b.logs.length && (b.logs[j] ?? 0) <= time; j += 1) d2 += b.ended[j] ?? 0;
    const [n, d] = [n1 + n2, d1 + d2];
    if (d === 0) continue;
    excess += d1 - (d * n1) / n;
    if (n > 1) variance += (d * (n - d) * n1 * n2) / (n * n * (n - 1));
  }
  return variance > 0 ? excess / Math.sqrt(variance) : 0;
}
