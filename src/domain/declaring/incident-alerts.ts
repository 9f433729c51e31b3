import { type ImpactTimes } from '../clocks/clocks';
import { type Head } from '../log/head';
import { type AlertState } from '../log/what';
import { MINUTE_MS, type Instant } from '../time';

/** An alert as its incident lists it. */
export type ListedAlert = {
  /** Our id of it. */
  readonly alert: string;
  readonly name: string;
  /** The door that it came in at, as it was called then; absent: that had no name. */
  readonly from?: string;
  readonly since: Instant;
  /** When it was over; absent: it is not. */
  readonly recovered?: Instant;
  /** Where the tool shows it. */
  readonly link?: string;
};

/** The alerts of one incident, counted. */
export type IncidentAlerts = {
  readonly count: number;
  /** How many of them are over. */
  readonly recovered: number;
  /** The last moment at which one of them was over. */
  readonly recoveredAt?: Instant;
  /** Since when the app has known that all of them are over; absent: one is not. */
  readonly allSince?: Instant;
  /** Lines that the timeline has of them, and when the last one was said. */
  readonly lines: number;
  readonly lastLine?: Instant;
  /** The first that came; `count` knows all. */
  readonly listed: readonly ListedAlert[];
};

export const NO_ALERTS: IncidentAlerts = { count: 0, recovered: 0, lines: 0, listed: [] };

/** As many as one incident lists. */
export const ALERTS_LISTED = 50;

/** What an alert has done since its incident last heard of it. */
export type AlertNews = {
  /** As it stands now. */
  readonly alert: ListedAlert;
  /** As it was counted; absent: it is new to the incident. */
  readonly was?: 'firing' | 'recovered';
  readonly now: Instant;
};

/** What the timeline says of it. */
export type AlertLine = {
  readonly state: AlertState;
  /** How many alerts the incident has, and how many of them are not over. */
  readonly count: number;
  readonly firing: number;
};

/** Lines of recoveries and returns that stand close together; from then on there is one in a quarter of an hour. */
const FREE_LINES = 20;
/** The end of the last one is news when others have used that up. */
const FREE_ENDS = 20;
const LINE_EVERY_MS = 15 * MINUTE_MS;

/**
 * The alerts of an incident after one of them has come, recovered or come back, and the line that the timeline gets of
 * it: a storm of alerts or one that comes and goes does not fill it.
 */
export function withNews(
  before: IncidentAlerts,
  news: AlertNews,
): { readonly after: IncidentAlerts; readonly line?: AlertLine } {
  const after = counted(before, news);
  const firing = after.count - after.recovered;
  const state = stateOf(news);
  if (state === undefined || !isWorthALine(state, after, news.now)) return { after };
  const { count, lines } = after;
  return {
    after: { ...after, lines: lines + 1, lastLine: news.now },
    line: { state, count, firing },
  };
}

function counted(before: IncidentAlerts, { alert, was, now }: AlertNews): IncidentAlerts {
  const isOver = alert.recovered !== undefined;
  const count = before.count + (was === undefined ? 1 : 0);
  const recovered = before.recovered + Number(isOver) - Number(was === 'recovered');
  const { allSince, ...rest } = before;
  const last = latestOf(before.recoveredAt, alert.recovered);
  const isUnchanged = isOver && was === 'recovered' && allSince !== undefined;
  return {
    ...rest,
    count,
    recovered,
    ...(last !== undefined && { recoveredAt: last }),
    ...(count === recovered && { allSince: isUnchanged ? allSince : now }),
    listed: listedWith(before.listed, alert),
  };
}

function listedWith(listed: readonly ListedAlert[], alert: ListedAlert): readonly ListedAlert[] {
  const place = listed.findIndex((one) => one.alert === alert.alert);
  if (place >= 0) return listed.with(place, alert);
  return listed.length < ALERTS_LISTED ? [...listed, alert] : listed;
}

function latestOf(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function stateOf({ alert, was }: AlertNews): AlertState | undefined {
  const isOver = alert.recovered !== undefined;
  if (isOver) return was === 'recovered' ? undefined : 'recovered';
  if (was === undefined) return 'joined';
  return was === 'recovered' ? 'again' : undefined;
}

function isWorthALine(
  state: AlertState,
  { count, recovered, lines, lastLine }: IncidentAlerts,
  now: Instant,
): boolean {
  // That the first one raised it is told by the incident itself.
  if (state === 'joined') return count === 2 || isPowerOfTen(count);
  const free = FREE_LINES + (recovered === count ? FREE_ENDS : 0);
  return lines < free || lastLine === undefined || now - lastLine >= LINE_EVERY_MS;
}

function isPowerOfTen(count: number): boolean {
  return count > 1 && /^10*$/.test(String(count));
}

/**
 * When the impact was over as the alerts say, where all of them are and nobody has said anything else: no end, only
 * what somebody may confirm. It is never before the times that stand.
 *
 * @returns undefined while one is not over, once the recovery is said, or after somebody has said "not yet" or the
 *   incident has come back, until another one of them recovers
 */
export function proposedRecovery(
  alerts: IncidentAlerts | undefined,
  { impactStart, impactDetected, impactRecovered }: ImpactTimes,
  { skipped, reopened }: Pick<Head, 'skipped' | 'reopened'>,
): Instant | undefined {
  const { allSince, recoveredAt } = alerts ?? NO_ALERTS;
  if (allSince === undefined || impactRecovered !== undefined) return undefined;
  const answered = latestOf(skipped['alerts-recovered']?.at, reopened);
  if (answered !== undefined && allSince <= answered) return undefined;
  return latestOf(recoveredAt, latestOf(impactStart, impactDetected));
}
