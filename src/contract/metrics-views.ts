import { type FindingKind } from '../domain/data-quality';
import { type Phase } from '../domain/lifecycle';
import { type Severity } from '../domain/severity';
import { type FiguresEstimate, type FiguresExcluded, type FiguresNamed } from './metrics';

/* What each picture of TTD and TTR is drawn and said from. Units as in metrics.ts. */

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
  /** Incidents that have this figure. */
  readonly n: number;
  /** Those that are not there yet, and count as "at least so long". */
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
export type FiguresNeeded = { readonly cut: 0.3 | 0.5; readonly n: number };

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

export type FirstStep = 'taken' | 'internalWord' | 'externalWord' | 'rolesFilled';

export type FirstStepsView = {
  readonly grouping: 'week' | 'month' | 'quarter';
  /** Since the company knew: from impact detected on. */
  readonly steps: readonly {
    readonly step: FirstStep;
    readonly n: number;
    /** Not done, and the incident is not over: counts as "at least so long". */
    readonly notYet: number;
    /** Over without it. */
    readonly never: number;
    /** From before the app kept a log. */
    readonly unknown: number;
    readonly median: FiguresEstimate;
    readonly change: FiguresComparison | null;
    readonly periods: readonly (FiguresSpan & { readonly median: FiguresEstimate })[];
  }[];
  readonly compared: { readonly earlier: number; readonly later: number } | null;
};

/** Promised updates that came in time, of those that came due. */
export type FiguresKept = {
  readonly kept: number;
  readonly made: number;
  /** Share with its interval; null while none was made. */
  readonly share: FiguresEstimate;
};

export type PromisesView = {
  readonly grouping: 'week' | 'month' | 'quarter';
  readonly all: FiguresKept;
  readonly bySeverity: readonly (FiguresKept & { readonly severity: Severity | null })[];
  readonly byPeriod: readonly (FiguresSpan & FiguresKept)[];
  /** Incidents in which nothing was promised. */
  readonly without: number;
};

export type DataQualityView = {
  /** Incidents with at least one. */
  readonly n: number;
  readonly of: number;
  readonly counts: Readonly<Record<FindingKind, number>>;
  /** Newest first, at most 500. */
  readonly found: readonly {
    readonly id: string;
    readonly key: string;
    readonly created: number;
    readonly kinds: readonly FindingKind[];
  }[];
  readonly more: boolean;
};

export type FigureRowsView = {
  /** All there are. */
  readonly of: number;
  readonly rows: readonly FigureRow[];
  readonly next: number | null;
};

export type FigureRow = {
  readonly id: string;
  readonly key: string;
  readonly created: number;
  readonly start: number | null;
  readonly detected: number | null;
  readonly recovered: number | null;
  readonly ttdMs: number | null;
  readonly ttrMs: number | null;
  readonly phase: Phase;
  readonly severity: Severity | null;
  readonly service: FiguresNamed;
  readonly products: readonly FiguresNamed[];
  readonly taken: number | null;
  readonly internalWord: number | null;
  readonly externalWord: number | null;
  readonly rolesFilled: number | null;
  readonly kept: number;
  readonly missed: number;
  /** How long it had been resolved before it came back; part of TTR. */
  readonly reopenedMs: number | null;
  /** Why it is in no picture; null: it is. */
  readonly excluded: keyof FiguresExcluded | null;
};
