import { normalP, Z_95 } from './distributions';
import { type Ratio } from './mann-whitney';
import { type Sample } from './sample';

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
export function censoredRatioOf(a: Sample, b: Sample): Ratio {
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
export function logRankP(a: Sample, b: Sample): number {
  return normalP(zOf(a, b, 0));
}

/**
 * The log-rank statistic of the first group, stretched by e^shift, against the second: positive when the first ends
 * sooner than expected.
 */
function zOf(a: Sample, b: Sample, shift: number): number {
  const [{ logs: logsA, ended: endedA }, { logs: logsB, ended: endedB }] = [a, b];
  const [lengthA, lengthB] = [logsA.length, logsB.length];
  let [i, j, excess, variance] = [0, 0, 0, 0];
  while (i < lengthA && j < lengthB) {
    const time = Math.min((logsA[i] ?? 0) + shift, logsB[j] ?? 0);
    const n1 = lengthA - i;
    const n = n1 + lengthB - j;
    let d1 = 0;
    for (; i < lengthA && (logsA[i] ?? 0) + shift <= time; i += 1) d1 += endedA[i] ?? 0;
    let d = d1;
    for (; j < lengthB && (logsB[j] ?? 0) <= time; j += 1) d += endedB[j] ?? 0;
    if (d === 0) continue;
    const share = n1 / n;
    excess += d1 - d * share;
    if (n > 1) variance += (d * (n - d) * share * (1 - share)) / (n - 1);
  }
  return variance > 0 ? excess / Math.sqrt(variance) : 0;
}
