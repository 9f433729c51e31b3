import { betaI, gammaP, gammaQ } from './special';

/** 97.5 % of a normal variable lie below: 95 % intervals reach so many standard errors to each side. */
export const Z_95 = 1.959963984540054;
/** 80 % lie below: the usual power of a comparison. */
export const Z_POWER = 0.8416212335729143;
/** What may lie outside on each side of a 95 % interval. */
export const TAIL = 0.025;

/** The chance that a normal variable is below z. */
export function normalCdf(z: number): number {
  const half = 0.5 * gammaQ(0.5, (z * z) / 2);
  return z < 0 ? half : 1 - half;
}

/** Two-sided p of a normal statistic. */
export function normalP(z: number): number {
  return Math.min(1, gammaQ(0.5, (z * z) / 2));
}

/** The chance of at most k successes in n tries. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betaI(n - k, k + 1, 1 - p);
}

/** The smallest k whose binomial CDF exceeds this share. */
export function binomialRank(share: number, n: number, p: number): number {
  let [low, high] = [-1, n];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p) > share) high = middle;
    else low = middle;
  }
  return high;
}

/** The x at which a gamma variable of this shape is below with this chance. */
export function gammaQuantile(share: number, shape: number): number {
  const most = shape + 20 * Math.sqrt(shape + 1) + 20;
  return bisected((x) => gammaP(shape, x) >= share, 0, most);
}

/** The x at which a beta variable is below with this chance. */
export function betaQuantile(share: number, a: number, b: number): number {
  return bisected((x) => betaI(a, b, x) >= share, 0, 1);
}

/** Where `isPast` turns from false to true. */
function bisected(isPast: (x: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 200 && high - low > 1e-15 * Math.max(1, high); round += 1) {
    const middle = (low + high) / 2;
    if (isPast(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
