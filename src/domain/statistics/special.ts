/*
 * The functions that distributions are made of: the logarithm of gamma, and the regularized incomplete gamma and beta
 * functions, by series and by Lentz's continued fraction. Good to about twelve digits.
 */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;
const TINY = 1e-300;
const EPSILON = 1e-15;
const ROUNDS = 20_000;

/** ln Γ(x) for x > 0. */
function logGamma(x: number): number {
  const y = x - 1;
  const t = y + 7.5;
  const sum = LANCZOS.reduce((so, part, i) => (i === 0 ? part : so + part / (y + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** P(a, x): the chance that a gamma variable of shape a is at most x. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), exact where it is tiny. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < ROUNDS && Math.abs(term) > Math.abs(sum) * EPSILON; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

function gammaFraction(a: number, x: number): number {
  const value = lentz(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a]);
  return Math.exp(-x + a * Math.log(x) - logGamma(a)) / value;
}

/** I_x(a, b): the chance that a beta variable is at most x. */
export function betaI(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaI(b, a, 1 - x);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const value = lentz(1, (n) => [betaPart(a, b, x, n), 1]);
  return Math.exp(front) / (a * value);
}

function betaPart(a: number, b: number, x: number, n: number): number {
  const m = Math.floor(n / 2);
  if (n % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}

/** first + a₁ / (b₁ + a₂ / (b₂ + …)) */
function lentz(first: number, part: (n: number) => readonly [number, number]): number {
  const apart = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let value = apart(first);
  let c = value;
  let d = 0;
  for (let n = 1; n < ROUNDS; n += 1) {
    const [a, b] = part(n);
    d = 1 / apart(b + a * d);
    c = apart(b + a / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < EPSILON) break;
  }
  return value;
}
