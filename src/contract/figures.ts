import { type Reply } from './reply';
import { type Severity } from '../domain/incident/severity';
import {
  type ChoicesView,
  type FiguresDefinition,
  type FiguresExcluded,
  type HowLongView,
  type IsItChangingView,
  type WhereView,
} from '../domain/figures/views';
import {
  type DataQualityView,
  type FigureRowsView,
  type FirstStepsView,
  type PromisesView,
} from '../domain/figures/views-of-response';

export type * from '../domain/figures/views';
export type * from '../domain/figures/views-of-response';

/*
 * What the pictures of TTD and TTR ask for. Moments are epoch milliseconds, durations are milliseconds, shares are 0
 * to 1. What is not known, or has too few incidents behind it, is null.
 */

/**
 * One function a picture. Each sees the incidents that Jira lets this person see, and no others; with `withPrivate` sums
 * count others as well, five or more at once.
 */
export type FiguresContract = {
  /** What filters can choose of: what the incidents in the store have. */
  getFigureChoices: (input: Pick<FiguresInput, 'scope'>) => Reply<FiguresAnswer<ChoicesView>>;
  getHowLong: (input: FiguresInput & { withMean?: boolean }) => Reply<FiguresAnswer<HowLongView>>;
  /** Grouped by week, month or quarter; months where the grouping is another. */
  getIsItChanging: (input: FiguresInput) => Reply<FiguresAnswer<IsItChangingView>>;
  /** Grouped by service, product or severity; services where the grouping is another. */
  getWhere: (input: FiguresInput) => Reply<FiguresAnswer<WhereView>>;
  /** Compares the same periods as `getIsItChanging`. */
  getFirstSteps: (input: FiguresInput) => Reply<FiguresAnswer<FirstStepsView>>;
  getPromises: (input: FiguresInput) => Reply<FiguresAnswer<PromisesView>>;
  getDataQuality: (input: FiguresInput) => Reply<FiguresAnswer<DataQualityView>>;
  /** The table, newest start first. `from`: how many to pass over. At most 500 a page. */
  getFigureRows: (
    input: FiguresInput & { from?: number; size?: number; withExcluded?: boolean },
  ) => Reply<FiguresAnswer<FigureRowsView>>;
};

export type FiguresGrouping = 'service' | 'product' | 'severity' | 'week' | 'month' | 'quarter';

export type FiguresInput = {
  readonly scope: FiguresScope;
  readonly period: FiguresPeriod;
  /** The site's time zone, in which periods begin and end: `Europe/Berlin`. */
  readonly zone: string;
  readonly grouping: FiguresGrouping;
  /** Day with which a week begins, 0 for Sunday; absent: Monday. */
  readonly weekStart?: number;
  /** Only these; absent or empty: all, those without one as well. */
  readonly severities?: readonly Severity[];
  /** Ids of services as `getFigureChoices` tells them; absent or empty: all. */
  readonly services?: readonly string[];
};

/** null twice: all incidents of the project that set-up chose. */
type FiguresScope = {
  /** Key or id of a project. Of any other than the one that set-up chose there are no figures: `not-found`. */
  readonly project: string | null;
  /** What the incidents must match besides. */
  readonly jql: string | null;
};

/** By impact start. Days are `2026-03-31` in the site's zone, both included. */
export type FiguresPeriod =
  { readonly lastDays: 30 | 90 | 180 | 365 } | { readonly from: string; readonly to: string };

export type FiguresAnswer<View> =
  | ({ readonly state: 'ready' } & FiguresStated & { readonly view: View })
  /** Which incidents this person may see is being found out by a job: ask again in some seconds. */
  | { readonly state: 'checking'; readonly looked: number; readonly of: number }
  /** The figures are being put together for the first time or anew; ask again later. */
  | { readonly state: 'building'; readonly looked: number; readonly of: number | null }
  /** This person may not see the project. */
  | { readonly state: 'noAccess' };

/** What every picture says beside itself. */
export type FiguresStated = {
  readonly definition: FiguresDefinition;
  readonly period: { readonly from: number; readonly to: number };
  readonly zone: string;
  /** Incidents raised after this moment are in no picture yet. */
  readonly asOf: number;
  readonly now: number;
  /** Incidents in the picture: begun in the period, chosen by the filters, not excluded. */
  readonly n: number;
  /** Those of them that are not recovered yet. */
  readonly open: number;
  /** Left out, and why; not counted twice. Only those that this person sees. */
  readonly excluded: FiguresExcluded;
  /** Key of the project: a key is `${projectKey}-${number}`. */
  readonly projectKey: string;
  /** Sums count incidents that this person may not see, if there are any, because an administrator wants it so. Dots, bins and rows never. */
  readonly withPrivate: boolean;
};
