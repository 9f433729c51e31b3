import { betaQuantile, gammaQuantile, TAIL, Z_95 } from './distributions';
import { type Estimate } from './estimate';
import { type Ratio } from './mann-whitney';

/** A count of things that come by chance, with the exact 95 % interval of what was to be expected. */
export function poisson(count: number): Estimate {
  return {
    n: count,
    value: count,
    low: count === 0 ? 0 : gammaQuantile(TAIL, count),
    high: gammaQuantile(1 - TAIL, count + 1),
  };
}

/**
 * Two counts compared, given their sum (conditional binomial, exact): how many times as often the second.
 *
 * @param times how long each was counted, in the same unit
 * @param dispersion variance by mean of such counts; above 1.5 they come in clusters and the interval is widened
 * @returns undefined when there was nothing to count
 */
export function countRatio(
  [first, second]: readonly [number, number],
  [time1, time2]: readonly [number, number],
  dispersion = 1,
): (Omit<Ratio, 'p' | 'ratio'> & { readonly ratio: number | null }) | undefined {
  const n = first + second;
  if (n === 0 || time1 <= 0 || time2 <= 0) return undefined;
  const scale = time1 / time2;
  const odds = (share: number) => (share < 1 ? (share / (1 - share)) * scale : null);
  const ratio = odds(second / n);
  if (dispersion > CLUSTERED && first > 0 && second > 0 && ratio !== null) {
    const reach = Z_95 * Math.sqrt(dispersion * (1 / first + 1 / second));
    return { ratio, low: ratio * Math.exp(-reach), high: ratio * Math.exp(reach) };
  }
  return {
    ratio,
    low: second === 0 ? 0 : odds(betaQuantile(TAIL, second, first + 1)),
    high: first === 0 ? null : odds(betaQuantile(1 - TAIL, second + 1, first)),
  };
}

const CLUSTERED = 1.5;

/** Variance by mean; null of fewer than five counts, or when all are zero. */
export function dispersionOf(counts: readonly number[]): number | null {
  const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
  if (counts.length < 5 || mean === 0) return null;
  const squares = counts.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return squares / (counts.length - 1) / mean;
}
