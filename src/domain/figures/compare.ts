import { type Estimate } from '../statistics/estimate';
import { type Duration, survival, survivalQuantile } from '../statistics/kaplan-meier';
import { censoredRatioOf } from '../statistics/log-rank';
import { type Ratio, ratioOf } from '../statistics/mann-whitney';
import { ascending, quantile, ranksOf } from '../statistics/quantiles';
import { allAtResolution } from '../statistics/resolution';
import { type Sample, sampleOf } from '../statistics/sample';
import { type FiguresComparison, type FiguresVerdict } from './views';

/** Fewer on one side, and nothing is said of a difference. */
const FEWEST = 6;

/**
 * A quantile of durations with its interval; by Kaplan-Meier where any goes on.
 *
 * @returns without an interval where there are too few
 */
export function estimateOf(durations: readonly Duration[], q = 0.5): Estimate {
  const n = durations.length;
  if (durations.every(({ open }) => !open)) {
    return quantile(ascending(durations.map(({ ms }) => ms)), q);
  }
  const estimate = survivalQuantile(survival(durations), n, q);
  return ranksOf(n, q) ? estimate : { ...estimate, low: null, high: null };
}

/** A comparison, and the p of no difference for whoever makes many; null for too few. */
export type Compared = FiguresComparison & { readonly p: number | null };

/** The later ones against the earlier: faster or slower only where the interval is wholly on one side of 1. */
export function compare(before: Sample, after: Sample): Compared {
  const isAnyOpen = before.open + after.open > 0;
  const about = {
    n1: before.logs.length,
    n2: after.logs.length,
    open1: before.open,
    open2: after.open,
    by: isAnyOpen ? ('logRank' as const) : ('mannWhitney' as const),
  };
  if (Math.min(about.n1, about.n2) < FEWEST) return { ...about, ...TOO_FEW };
  const { p, ...ratio } = isAnyOpen ? censoredRatioOf(before, after) : ratioOf(before, after);
  return { ...about, ...ratio, p, verdict: verdictOf(ratio) };
}

/** The same without what only a comparison of many needs. */
export function comparison(
  before: readonly Duration[],
  after: readonly Duration[],
): FiguresComparison {
  const { p: _, ...rest } = compare(comparable(before), comparable(after));
  return rest;
}

/** Durations as they may be compared: as finely as they are known. */
export function comparable(durations: readonly Duration[]): Sample {
  return sampleOf(allAtResolution(durations));
}

const TOO_FEW = { verdict: 'tooFew' as const, ratio: null, low: null, high: null, p: null };

function verdictOf({ low, high }: Pick<Ratio, 'low' | 'high'>): FiguresVerdict {
  if (high !== null && high < 1) return 'faster';
  return low !== null && low > 1 ? 'slower' : 'noChange';
}
