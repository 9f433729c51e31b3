import { type ErrorCode } from '../errors';
import { type IncidentId } from '../incident/incident';
import { type Instant, MINUTE_MS } from '../time';
import { type Row } from './row';

/**
 * How far the store of figures is compared with Jira: all incidents, the oldest first, page by page. What Jira has is
 * written; what the store has between two pages and Jira has not is taken out.
 */
export type Rebuild = {
  readonly run: string;
  /** The job that may go on; one with an older number is a repetition of what has been done. */
  readonly ticket: number;
  /** `waiting`: for points of another hour. `failed`: it cannot go on, and is tried again every hour. */
  readonly state: 'running' | 'waiting' | 'done' | 'failed';
  /** Why it failed. */
  readonly failure?: { readonly code: ErrorCode; readonly subject?: string | undefined };
  /** Jira's name of the next page; absent: the first. */
  readonly place?: string;
  /** Up to when it has looked, and at what it saw at that very moment. */
  readonly until?: Instant;
  readonly atUntil: readonly IncidentId[];
  readonly looked: number;
  /** About how many there are; absent: not counted yet. */
  readonly total?: number;
  /** The start of the hour that `spent` is counted in. */
  readonly hour: number;
  readonly spent: number;
  readonly startedAt: Instant;
  /** When it was last written. */
  readonly at: Instant;
};

/** Points of the app's hourly quota that it may spend. */
const POINTS_PER_HOUR = 5000;
const HOUR_MS = 60 * MINUTE_MS;
/** A search, and a point for each that it finds. */
const DEAREST_PAGE = 1 + 100;
/** A job that has not been heard of for so long is lost. */
const LOST_AFTER_MS = 15 * MINUTE_MS;

/** The first of a run; points of the hour that the run before has spent are not there again. */
export function firstOf(run: string, before: Rebuild | undefined, now: Instant): Rebuild {
  return {
    run,
    ticket: 0,
    state: 'running',
    atUntil: [],
    looked: 0,
    hour: before?.hour ?? hourOf(now),
    spent: before?.spent ?? 0,
    startedAt: now,
    at: now,
  };
}

/** Another page cannot cost more than this hour has left. */
export function canPay({ hour, spent }: Rebuild, now: Instant): boolean {
  return POINTS_PER_HOUR - (hour === hourOf(now) ? spent : 0) >= DEAREST_PAGE;
}

/** After spending so many points now. */
export function paid(rebuild: Rebuild, points: number, now: Instant): Rebuild {
  const spent = rebuild.hour === hourOf(now) ? rebuild.spent : 0;
  return { ...rebuild, hour: hourOf(now), spent: spent + points, at: now };
}

function hourOf(now: Instant): number {
  return Math.floor(now / HOUR_MS);
}

/** It is going on, and nobody has lost it. */
export function isUnderWay(rebuild: Rebuild | undefined, now: Instant): boolean {
  if (!rebuild || rebuild.state === 'done' || rebuild.state === 'failed') return false;
  return rebuild.state === 'waiting' || now - rebuild.at <= LOST_AFTER_MS;
}

/** Nobody goes on with it by himself: its job is lost, it failed, or there are points again. */
export function wantsAPush(rebuild: Rebuild | undefined, now: Instant): boolean {
  if (rebuild?.state === 'failed') return true;
  if (rebuild?.state === 'waiting') return canPay(rebuild, now);
  return rebuild?.state === 'running' && now - rebuild.at > LOST_AFTER_MS;
}

type Paged = Pick<Row, 'id' | 'created'>;

/**
 * Rows that the store has where this page of Jira's has none.
 *
 * @param isLast there is no page after it: then also what was raised later, up to the start of the run
 */
export function surplus(
  stored: readonly Row[],
  page: readonly Paged[],
  { rebuild, isLast }: { readonly rebuild: Rebuild; readonly isLast: boolean },
): readonly IncidentId[] {
  const from = rebuild.until ?? -Infinity;
  const last = page.at(-1)?.created ?? from;
  const there = new Set([...rebuild.atUntil, ...page.map(({ id }) => id)]);
  // What is raised at the very moment of the last one may be on the next page.
  const isLookedAt = ({ created }: Row) =>
    created >= from && (created < last || (isLast && created < rebuild.startedAt - MINUTE_MS));
  return stored.filter((row) => isLookedAt(row) && !there.has(row.id)).map(({ id }) => id);
}

/** After a page. */
export function advanced(
  rebuild: Rebuild,
  page: readonly Paged[],
  next: string | undefined,
): Rebuild {
  const until = page.at(-1)?.created ?? rebuild.until;
  const before = until === rebuild.until ? rebuild.atUntil : [];
  const atUntil = page.filter(({ created }) => created === until).map(({ id }) => id);
  return {
    ...rebuild,
    state: next === undefined ? 'done' : 'running',
    place: next,
    until,
    atUntil: [...before, ...atUntil],
    looked: rebuild.looked + page.length,
  };
}
