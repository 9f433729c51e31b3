import { type Severity } from '../incident/severity';
import { type Duration, survival } from '../statistics/kaplan-meier';
import { atResolution } from '../statistics/resolution';
import { ranksOf } from '../statistics/quantiles';
import { type Instant } from '../time';
import { isOpen, type Member, ttdsOf, ttrOf, ttrsOf } from './cohort';
import { estimateOf } from './compare';
import { seenOf } from './hidden';
import {
  type FiguresBin,
  type FiguresCurvePoint,
  type FiguresDot,
  type FiguresSpread,
  type HowLongView,
} from './views';

/** More dots than this are a cloud: then they are counted. */
const MOST_DOTS = 1500;
const MOST_POINTS = 400;
/** Bins for each tenfold. */
const BINS = 8;
const PERCENTILES = [75, 90, 95, 99] as const;

/** Who looks, and what they asked for. */
type Options = { readonly now: Instant; readonly projectKey: string; readonly withMean?: boolean };

/** How long incidents take: every one of them, the middle, the slow ones, and the share that is left after so long. */
export function howLong(members: readonly Member[], options: Options): HowLongView {
  const ttrs = ttrsOf(members, options.now);
  const seen = seenOf(members);
  const isFew = seen.length <= MOST_DOTS;
  return {
    dots: isFew ? seen.map((member) => dotOf(member, options)) : [],
    bins: isFew ? [] : binsOf(seen, options.now),
    ttr: spreadOf(ttrs),
    ttd: spreadOf(ttdsOf(members)),
    curve: curveOf(ttrs),
    mean: options.withMean ? meanOf(ttrs.filter(({ open }) => !open)) : null,
  };
}

function dotOf(member: Member, { now, projectKey }: Options): FiguresDot {
  const { id, number, start, severity = null } = member;
  const { ms, open } = ttrOf(member, now);
  return { id, key: `${projectKey}-${number}`, start, ms, severity, open };
}

function binsOf(members: readonly Member[], now: Instant): readonly FiguresBin[] {
  const bins = new Map<
    string,
    { place: number; severity: Severity | null; n: number; open: number }
  >();
  for (const member of members) {
    const place = Math.floor(Math.log10(atResolution(ttrOf(member, now).ms)) * BINS);
    const { severity = null } = member;
    const name = `${place} ${severity}`;
    const bin = bins.get(name) ?? { place, severity, n: 0, open: 0 };
    bins.set(name, { ...bin, n: bin.n + 1, open: bin.open + (isOpen(member) ? 1 : 0) });
  }
  return [...bins.values()]
    .toSorted((a, b) => a.place - b.place || (a.severity ?? 9) - (b.severity ?? 9))
    .map(({ place, ...bin }) => ({ from: edge(place), to: edge(place + 1), ...bin }));
}

const edge = (place: number) => 10 ** (place / BINS);

function spreadOf(durations: readonly Duration[]): FiguresSpread {
  const n = durations.length;
  const told = PERCENTILES.filter((q) => ranksOf(n, q / 100));
  return {
    n,
    open: durations.filter(({ open }) => open).length,
    median: estimateOf(durations),
    percentiles: told.map((q) => ({ q, ...estimateOf(durations, q / 100) })),
  };
}

/** Every step, or, of too many, evenly chosen ones and the last. */
function curveOf(durations: readonly Duration[]): readonly FiguresCurvePoint[] {
  const steps = survival(durations);
  const every = Math.ceil(steps.length / MOST_POINTS);
  return steps.filter((_, at) => at % every === 0 || at === steps.length - 1).slice(-MOST_POINTS);
}

/** Total time by count, and how many of the longest make half of it. */
function meanOf(ended: readonly Duration[]): HowLongView['mean'] {
  const total = ended.reduce((sum, { ms }) => sum + ms, 0);
  if (ended.length === 0) return null;
  const sorted = ended.map(({ ms }) => ms).toSorted((a, b) => b - a);
  let [longest, sum] = [0, 0];
  while (longest < sorted.length && sum < total / 2) {
    sum += sorted[longest] ?? 0;
    longest += 1;
  }
  return { ms: total / ended.length, n: ended.length, longest };
}
