import { countRatio, dispersionOf, poisson } from '../statistics/counts';
import { type Duration } from '../statistics/kaplan-meier';
import { atResolution } from '../statistics/resolution';
import { neededFor, sdOfLog } from '../statistics/sample-size';
import { type Instant } from '../time';
import { lengthOf, type SpanKind } from './calendar';
import { isOpen, type Member, ttdsOf, ttrsOf } from './cohort';
import { comparison, estimateOf } from './compare';
import { inSpans, lastPair, type Pair } from './spans';
import { type FiguresCountChange, type FiguresSpan, type IsItChangingView } from './views';

const CUTS = [0.3, 0.5] as const;
/** Of so few together nothing is said. */
const FEWEST_COUNTED = 6;

/** Periods side by side, and whether the last two complete ones differ by more than chance. */
export function isItChanging(
  members: readonly Member[],
  about: {
    readonly spans: readonly FiguresSpan[];
    readonly grouping: SpanKind;
    readonly now: Instant;
  },
): IsItChangingView {
  const { spans, grouping, now } = about;
  const parts = inSpans(members, spans);
  const compared = lastPair(spans);
  const between = (durations: (part: readonly Member[]) => readonly Duration[]) =>
    compared &&
    comparison(durations(parts[compared.earlier] ?? []), durations(parts[compared.later] ?? []));
  const sd = sdOfLog(
    ttrsOf(
      members.filter((one) => !isOpen(one)),
      now,
    ).map(({ ms }) => atResolution(ms)),
  );
  return {
    grouping,
    periods: spans.map((span, at) => periodOf(span, parts[at] ?? [], now)),
    compared,
    ttr: between((part) => ttrsOf(part, now)),
    ttd: between(ttdsOf),
    count: compared && countChange(parts, spans, compared),
    sdOfLog: sd,
    needed: sd === null || sd === 0 ? [] : CUTS.map((cut) => ({ cut, n: neededFor(cut, sd) })),
  };
}

function periodOf(span: FiguresSpan, part: readonly Member[], now: Instant) {
  return {
    ...span,
    n: part.length,
    open: part.filter(isOpen).length,
    count: poisson(part.length),
    ttr: estimateOf(ttrsOf(part, now)),
    ttd: estimateOf(ttdsOf(part)),
  };
}

/** Per day, because months differ in length. */
function countChange(
  parts: readonly (readonly Member[])[],
  spans: readonly FiguresSpan[],
  { earlier, later }: Pair,
): FiguresCountChange {
  const complete = parts.filter((_, at) => spans[at]?.complete).map(({ length }) => length);
  const dispersion = dispersionOf(complete);
  const [n1, n2] = [parts[earlier]?.length ?? 0, parts[later]?.length ?? 0];
  const about = { n1, n2, dispersion };
  const [first, second] = [spans[earlier], spans[later]];
  const ratio =
    first && second && n1 + n2 >= FEWEST_COUNTED
      ? countRatio([n1, n2], [lengthOf(first), lengthOf(second)], dispersion ?? 1)
      : undefined;
  if (!ratio) return { ...about, verdict: 'tooFew', ratio: null, low: null, high: null };
  return { ...about, ...ratio, verdict: verdictOf(ratio) };
}

function verdictOf({ low, high }: { low: number | null; high: number | null }) {
  if (low !== null && low > 1) return 'more';
  return high !== null && high < 1 ? 'fewer' : 'noChange';
}
