import { TIME_NAMES } from '../clocks/clocks';
import { type ErrorCode } from '../errors';
import { type Incident, type PersonId } from '../incident/incident';
import { isOver } from '../incident/lifecycle';
import { isKnown } from '../clocks/settled';
import { type Instant, MINUTE_MS } from '../time';
import { type Notes } from '../clocks/notes';

/** What administrators want of the backfill; written by them alone. */
export type BackfillWish = {
  readonly state: 'run' | 'paused';
  /** Which run: another one begins from the start. */
  readonly run: string;
  /** Absent: somebody whose account is closed. */
  readonly by?: PersonId;
  readonly at: Instant;
};

/** How far the jobs are; written by the job alone. */
export type BackfillProgress = {
  readonly run: string;
  /** The job that may go on; one with an older number is a repetition of what has been done. */
  readonly ticket: number;
  /** `waiting`: for points of another hour. `failed`: until somebody has mended what `failure` says. */
  readonly state: 'running' | 'waiting' | 'done' | 'failed';
  readonly failure?: { readonly code: ErrorCode; readonly subject?: string };
  /** Jira's name of the next page; absent: the first, or none. */
  readonly place?: string;
  /** How many incidents there were about when the run began; absent: not counted yet. */
  readonly total?: number;
  readonly looked: number;
  /** Incidents whose TTD or TTR was not what it should be. */
  readonly written: number;
  /** The start of the hour that `spent` is counted in. */
  readonly hour: Instant;
  readonly spent: number;
  /** Jira asked for a rest until then. */
  readonly notBefore?: Instant;
  readonly startedAt: Instant;
  /** When it was last written. */
  readonly at: Instant;
};

/** Points of the app's hourly quota that the backfill may spend, so that incidents of today never wait for it. */
export const POINTS_PER_HOUR = 5000;
/** Incidents a page: as many as Jira hands out with their fields. */
export const PAGE = 100;
/** A search, the change logs of all it finds, with room for long ones, and a write. */
const DEAREST_PAGE = 1 + PAGE + (10 + PAGE) + 1;
const HOUR_MS = 60 * MINUTE_MS;
/** A job that has not been heard of for so long is lost. */
const LOST_AFTER_MS = 15 * MINUTE_MS;

/** The first progress of a run. */
export function beginning(run: string, now: Instant): BackfillProgress {
  return {
    run,
    ticket: 0,
    state: 'running',
    looked: 0,
    written: 0,
    hour: hourOf(now),
    spent: 0,
    startedAt: now,
    at: now,
  };
}

/** The full hour, in UTC, that Jira counts points by. */
function hourOf(now: Instant): Instant {
  return (Math.floor(now / HOUR_MS) * HOUR_MS) as Instant;
}

/** When points are there again. */
export function nextHour(now: Instant): Instant {
  return (hourOf(now) + HOUR_MS) as Instant;
}

/** Points left in this hour. */
export function pointsLeft({ hour, spent }: BackfillProgress, now: Instant): number {
  return Math.max(0, POINTS_PER_HOUR - (hour === hourOf(now) ? spent : 0));
}

/** Another page cannot cost more than is left. */
export function canPayPage(progress: BackfillProgress, now: Instant): boolean {
  return pointsLeft(progress, now) >= DEAREST_PAGE;
}

/** The progress after spending so much now. */
export function spending(
  progress: BackfillProgress,
  points: number,
  now: Instant,
): BackfillProgress {
  const hour = hourOf(now);
  const before = progress.hour === hour ? progress.spent : 0;
  return { ...progress, hour, spent: before + points, at: now };
}

/** Nobody goes on with it by himself, and somebody should: it waited long enough, or its job was lost. */
export function needsAPush(
  wish: BackfillWish | undefined,
  progress: BackfillProgress | undefined,
  now: Instant,
): boolean {
  if (wish?.state !== 'run') return false;
  if (progress?.run !== wish.run) return now - wish.at > LOST_AFTER_MS;
  if (progress.state === 'waiting') return canPayPage(progress, now);
  const quietSince = Math.max(progress.at, progress.notBefore ?? 0, wish.at);
  return progress.state === 'running' && now - quietSince > LOST_AFTER_MS;
}

/** About how many hours a run over so many takes at most; 0: some minutes. */
export function hoursFor(total: number): number {
  const pagesAnHour = Math.floor(POINTS_PER_HOUR / DEAREST_PAGE);
  return Math.max(0, Math.ceil(total / (pagesAnHour * PAGE)) - 1);
}

/**
 * The change log may know more than the fields and the notes. It is not asked of an old incident whose three times
 * are in their fields: what people filled in is taken as they left it.
 */
export function wantsHistory(incident: Incident, notes: Notes | undefined): boolean {
  if (notes) return !isKnown(incident, notes);
  return !isComplete(incident);
}

/** Over, with all its times in Jira's fields. */
function isComplete({ phase, times }: Incident): boolean {
  return isOver(phase) && TIME_NAMES.every((name) => times[name] !== undefined);
}
