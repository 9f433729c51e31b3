import { Z_95 } from './distributions';
import { type Estimate } from './estimate';

/** How long something took; `open`: it goes on, and took at least so long. */
export type Duration = { readonly ms: number; readonly open: boolean };

/** From here on, until the next step, this share goes on. */
export type Step = {
  readonly ms: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Known to have lasted so long. */
  readonly atRisk: number;
};

/** Shares that differ by less are the same: they are products of fractions. */
const SAME = 1e-9;

/**
 * The share that lasts longer than so long, with open ones counted as far as they are known (Kaplan-Meier), and its
 * 95 % band (Greenwood, on the scale of log(−log)).
 *
 * @returns a step for each moment at which something ended, the earliest first; empty when nothing has ended.
 */
export function survival(durations: readonly Duration[]): readonly Step[] {
  const sorted = durations.toSorted((a, b) => a.ms - b.ms);
  const steps: Step[] = [];
  let [share, variance, atRisk] = [1, 0, sorted.length];
  for (let from = 0; from < sorted.length;) {
    const ms = sorted[from]?.ms ?? 0;
    let to = from;
    let ended = 0;
    for (; sorted[to]?.ms === ms; to += 1) ended += sorted[to]?.open ? 0 : 1;
    if (ended > 0) {
      share *= 1 - ended / atRisk;
      variance += ended / (atRisk * (atRisk - ended));
      steps.push({ ms, share, ...band(share, variance, steps.at(-1)), atRisk });
    }
    atRisk -= to - from;
    // What is not a number equals nothing, itself included.
    from = Math.max(to, from + 1);
  }
  return steps;
}

function band(share: number, variance: number, before: Step | undefined) {
  if (share <= 0) return { low: 0, high: before?.high ?? 1 };
  const error = Math.sqrt(variance) / Math.abs(Math.log(share));
  return { low: share ** Math.exp(Z_95 * error), high: share ** Math.exp(-Z_95 * error) };
}

/**
 * A quantile of durations of which some go on: when the share that lasts longer falls to 1 − q. Where it stays at
 * exactly that, the middle of the stretch, so that without open ones it is the usual median. The interval is that of
 * Brookmeyer and Crowley: all times at which the band holds 1 − q.
 *
 * @returns null for what the open ones hide: "at least …".
 */
export function survivalQuantile(steps: readonly Step[], n: number, q = 0.5): Estimate {
  const share = 1 - q;
  const first = (of: (step: Step) => number) =>
    steps.find((step) => of(step) <= share + SAME)?.ms ?? null;
  const reached = first((step) => step.share);
  const passed = steps.find((step) => step.share < share - SAME)?.ms;
  const value = reached === null ? null : (reached + (passed ?? reached)) / 2;
  return { n, value, low: first((step) => step.low), high: first((step) => step.high) };
}
