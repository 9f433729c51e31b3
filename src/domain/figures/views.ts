import { type Severity } from '../incident/severity';
import { type Estimate } from '../statistics/estimate';

/*
 * What each picture of TTD and TTR is drawn and said from. Moments are epoch milliseconds, durations are milliseconds,
 * shares are 0 to 1. What is not known, or has too few incidents behind it, is null.
 */

export type FiguresExcluded = {
  readonly cancelled: number;
  readonly drill: number;
  /** Without an impact start; counted by when they were raised. */
  readonly noStart: number;
  /** Resolved, and nobody said when it was over. */
  readonly noEnd: number;
  /** Two times contradict each other, or the start has not come yet. */
  readonly impossible: number;
};

/** Which definition the figures are made by. A change of it has another version. */
export type FiguresDefinition = {
  readonly version: number;
  readonly ttd: { readonly from: 'impactStart'; readonly to: 'impactDetected' };
  readonly ttr: { readonly from: 'impactStart'; readonly to: 'impactRecovered' };
  readonly cohort: 'impactStart';
  /** Jira's ids of the fields: `customfield_10031`. */
  readonly fields: {
    readonly impactStart: string;
    readonly impactDetected: string;
    readonly impactRecovered: string;
  };
};

/**
 * A number with its 95 % interval. Without an interval (`low` and `high` are null) it is no headline: a median of under six
 * incidents has a value and no interval. One end alone is null where open incidents hide it: "at least".
 */
export type FiguresEstimate = Estimate;

/** A thing with a name. null: it has none any more. An id of null: nobody said. */
export type FiguresNamed = { readonly id: string | null; readonly name: string | null };

export type ChoicesView = {
  readonly services: readonly FiguresNamed[];
  readonly products: readonly FiguresNamed[];
  readonly severities: readonly { readonly id: Severity; readonly name: string }[];
  /** The first impact start there is; null: none. */
  readonly first: number | null;
};

export type FiguresDot = {
  readonly id: string;
  readonly key: string;
  readonly start: number;
  /** To the recovery; of one that is open: until now. */
  readonly ms: number;
  readonly severity: Severity | null;
  readonly open: boolean;
};

/** Where there are too many for a dot each. Bins are even on a log axis. */
export type FiguresBin = {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity | null;
  readonly n: number;
  readonly open: number;
};

export type HowLongView = {
  /** Newest start last; empty where there are more than 1,500: then there are bins. */
  readonly dots: readonly FiguresDot[];
  readonly bins: readonly FiguresBin[];
  /** Open incidents are counted: Kaplan-Meier where there are any. */
  readonly ttr: FiguresSpread;
  readonly ttd: FiguresSpread;
  /** Share of incidents not recovered after so long, from 1 on, with its 95 % band; at most 400 points. */
  readonly curve: readonly FiguresCurvePoint[];
  /** Only where it was asked for. Half of the total time is that of the `longest`. */
  readonly mean: { readonly ms: number; readonly n: number; readonly longest: number } | null;
};

export type FiguresCurvePoint = {
  readonly ms: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Known to have lasted so long. */
  readonly atRisk: number;
};

export type FiguresSpread = {
  /** Incidents that are counted for this figure, those in `open` included. */
  readonly n: number;
  /** Those of them that are not there yet, and count as "at least so long". Of TTD always 0: without a moment it is not counted. */
  readonly open: number;
  readonly median: FiguresEstimate;
  /** Only those that so many incidents can tell: 75 from 13 on, 90 from 36, 95 from 72, 99 from 368. */
  readonly percentiles: readonly (FiguresEstimate & { readonly q: 75 | 90 | 95 | 99 })[];
};

export type FiguresVerdict = 'faster' | 'slower' | 'noChange' | 'tooFew';

/** The later against the earlier: a ratio of 0.8 is a fifth faster. */
export type FiguresComparison = {
  readonly verdict: FiguresVerdict;
  readonly n1: number;
  readonly n2: number;
  readonly open1: number;
  readonly open2: number;
  /** null for `tooFew`. */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** By which test: the log-rank test where any is open. */
  readonly by: 'mannWhitney' | 'logRank';
};

/** How many incidents in each period a change of this size needs to be seen 4 times in 5. */
type FiguresNeeded = { readonly cut: 0.3 | 0.5; readonly n: number };

export type FiguresSpan = {
  readonly from: number;
  readonly to: number;
  /** It is over, and all of it is in the chosen period. */
  readonly complete: boolean;
};

export type IsItChangingView = {
  readonly grouping: 'week' | 'month' | 'quarter';
  readonly periods: readonly (FiguresSpan & {
    readonly n: number;
    readonly open: number;
    /** How many there are, with the interval of a count that comes by chance. */
    readonly count: FiguresEstimate;
    readonly ttr: FiguresEstimate;
    readonly ttd: FiguresEstimate;
  })[];
  /** The last two complete periods, as places in `periods`; null: there are no two. */
  readonly compared: { readonly earlier: number; readonly later: number } | null;
  readonly ttr: FiguresComparison | null;
  readonly ttd: FiguresComparison | null;
  /** Of their counts: later to earlier. `dispersion`: above 1.5 incidents come in clusters, and the interval is widened. */
  readonly count: FiguresCountChange | null;
  /** Standard deviation of the logs of this site's TTR, and what follows; null below 10 incidents. */
  readonly sdOfLog: number | null;
  readonly needed: readonly FiguresNeeded[];
};

export type FiguresCountChange = {
  readonly verdict: 'more' | 'fewer' | 'noChange' | 'tooFew';
  readonly n1: number;
  readonly n2: number;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly dispersion: number | null;
};

export type WhereView = {
  readonly grouping: 'service' | 'product' | 'severity';
  /** At least five incidents each; the most first, severities by level. */
  readonly groups: readonly (FiguresNamed & {
    readonly n: number;
    readonly open: number;
    readonly ttr: FiguresEstimate;
    readonly ttd: FiguresEstimate;
    /** Against all others. A verdict holds among all groups together: at most a tenth of the verdicts is wrong. */
    readonly against: FiguresComparison;
  })[];
  /** Groups of under five: too small to say anything of. */
  readonly small: { readonly groups: number; readonly n: number };
  /** An incident may have several products, and then counts in several groups. */
  readonly overlapping: boolean;
};
