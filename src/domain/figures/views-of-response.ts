import { type FindingKind } from '../clocks/data-quality';
import { type Phase } from '../incident/lifecycle';
import { type Severity } from '../incident/severity';
import {
  type FiguresComparison,
  type FiguresEstimate,
  type FiguresExcluded,
  type FiguresNamed,
  type FiguresSpan,
} from './views';

/* The views of first steps, promises, data quality and the table; units as in views.ts. */

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
  /** How much TTR grew because it came back: from the first recovery to the last. */
  readonly reopenedMs: number | null;
  /** Why it is in no picture; null: it is. */
  readonly excluded: keyof FiguresExcluded | null;
};
