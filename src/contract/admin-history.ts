import { type Reply } from './reply';
import { type Finding, type FindingKind } from '../domain/clocks/data-quality';
import { type ErrorCode } from '../domain/errors';
import { type UnreadWhy } from '../domain/incident/unread';

/** History: older incidents brought in, and the list of those whose times are wrong. */
export type HistoryContract = {
  getBackfill: () => Reply<BackfillView>;
  /** Begins a run from the start, unless one is under way. */
  startBackfill: () => Reply<BackfillView>;
  pauseBackfill: () => Reply<BackfillView>;
  /** Goes on where it was paused or failed. */
  resumeBackfill: () => Reply<BackfillView>;
  /** The store of figures that the pictures of TTD and TTR are drawn from. */
  getFigureStore: () => Reply<FigureStoreView>;
  /** Has it compared with Jira from the start, unless that is going on. */
  rebuildFigures: () => Reply<FigureStoreView>;
  getFindingCounts: () => Reply<FindingCounts>;
  /** Incidents that the app cannot read, up to a hundred of them: those first that were tried the longest ago. */
  getUnread: () => Reply<UnreadView>;
  /** Has them tried again, a hundred at a time. */
  lookAgain: () => Reply<UnreadView>;
  /** One that Jira hides from the app was deleted. Nothing is done where the app or whoever says it can see it. */
  forgetUnread: (input: { incident: string }) => Reply<UnreadView>;
  /** `after`: the `next` of the page before. Ids and codes: what they are called, Jira tells whoever may see them. */
  getFindings: (input: { kind: FindingFilter; after?: string }) => Reply<FindingsView>;
};

/** How complete the figures are, and how far they are made anew. */
export type FigureStoreView = {
  readonly state: 'idle' | 'running' | 'waiting' | 'failed';
  /** Incidents raised up to then are all in it; null: it was never compared with Jira. */
  readonly asOf: string | null;
  readonly looked: number;
  readonly total: number | null;
  readonly failure: { readonly code: ErrorCode; readonly subject: string | null } | null;
  readonly now: string;
};

export type UnreadView = {
  readonly count: number;
  /** There are more than are counted. */
  readonly more: boolean;
  readonly unread: readonly {
    readonly id: string;
    readonly why: UnreadWhy;
    /** The name of a status. */
    readonly subject: string | null;
    readonly triedAt: string;
  }[];
  readonly now: string;
};

export type FindingFilter = FindingKind | 'all';

/** Where the backfill stands. */
export type BackfillView = {
  /** `waiting`: for points of another hour, or as long as Jira asked for. */
  readonly state: 'never' | 'running' | 'waiting' | 'paused' | 'done' | 'failed';
  /** About how many incidents there are; null: not counted yet. */
  readonly total: number | null;
  readonly looked: number;
  readonly written: number;
  /** Points of Jira's hourly quota: what the backfill may spend, and what it still has in this hour. */
  readonly points: { readonly perHour: number; readonly left: number };
  /** About how many hours a whole run takes at most; 0: minutes. null: not counted yet. */
  readonly hours: number | null;
  /** Not before then, while it waits. */
  readonly resumesAt: string | null;
  /** When it last wrote how far it is. */
  readonly at: string | null;
  /** Its job is lost; the hourly run begins another one. */
  readonly lost: boolean;
  /** The server's moment of this answer. */
  readonly now: string;
  readonly failure: { readonly code: ErrorCode; readonly subject: string | null } | null;
};

/** How many incidents there are of each kind; `more`: at least so many. */
export type FindingCounts = Readonly<
  Record<FindingFilter, { readonly count: number; readonly more: boolean }>
>;

export type FindingsView = {
  readonly found: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
  readonly next: string | null;
};

export type { Finding };
