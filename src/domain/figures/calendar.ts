import { type Instant, instantAt, MINUTE_MS } from '../time';
import { type FiguresSpan } from './views';

/* Days, weeks, months and quarters as a clock on the wall of the site's time zone has them. */

/** A day: 2026, 3, 31. Months and days beyond their end go on in the next one. */
type Day = { readonly year: number; readonly month: number; readonly day: number };

export type SpanKind = 'week' | 'month' | 'quarter';

/** What a period is chosen by; days are `2026-03-31`, both included. */
export type Period = { readonly lastDays: number } | { readonly from: string; readonly to: string };

type Range = { readonly from: Instant; readonly to: Instant };

const MONDAY = 1;

/** What the clock on the wall there shows, in milliseconds as if it stood in UTC. */
function wallAt(moment: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const day = [part('year'), part('month') - 1, part('day')] as const;
  return Date.UTC(...day, part('hour'), part('minute'), part('second'));
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const number = 'numeric';
  const day = { year: number, month: number, day: number } as const;
  const time = { hour: number, minute: number, second: number, hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...day, ...time });
}

/** There is such a time zone. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** When a day begins there. Where midnight is left out, when the clock goes on. */
function startOf({ year, month, day }: Day, zone: string): Instant {
  const wanted = Date.UTC(year, month - 1, day);
  let moment = wanted;
  // Twice, because the first correction may cross a change of summer time.
  for (let round = 0; round < 2; round += 1) moment += wanted - wallAt(moment, zone);
  return instantAt(moment);
}

function dayAt(moment: Instant, zone: string): Day {
  const wall = new Date(wallAt(moment, zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** From the beginning of the first day to the end of the last, or to now. */
export function rangeOf(period: Period, zone: string, now: Instant): Range {
  if ('lastDays' in period) {
    const today = dayAt(now, zone);
    return { from: startOf({ ...today, day: today.day - period.lastDays + 1 }, zone), to: now };
  }
  const [first, last] = [dayIn(period.from), dayIn(period.to)];
  const to = Math.min(startOf({ ...last, day: last.day + 1 }, zone), now);
  return { from: startOf(first, zone), to: instantAt(to) };
}

function dayIn(text: string): Day {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return { year, month, day };
}

/** The most that one picture shows: 730 weeks are 14 years. */
const MOST = 730;

/** Weeks, months or quarters that the range touches, the first one first. */
export function spansOf(
  range: Range,
  kind: SpanKind,
  { zone, weekStart = MONDAY }: { readonly zone: string; readonly weekStart?: number },
): readonly FiguresSpan[] {
  const spans: FiguresSpan[] = [];
  let day = firstDay(dayAt(range.from, zone), kind, weekStart);
  for (let from = startOf(day, zone); from < range.to && spans.length < MOST;) {
    day = nextDay(day, kind);
    const to = startOf(day, zone);
    spans.push({ from, to, complete: from >= range.from && to <= range.to });
    from = to;
  }
  return spans;
}

function firstDay({ year, month, day }: Day, kind: SpanKind, weekStart: number): Day {
  if (kind === 'month') return { year, month, day: 1 };
  if (kind === 'quarter') return { year, month: month - ((month - 1) % 3), day: 1 };
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day: day - ((weekday - weekStart + 7) % 7) };
}

function nextDay(day: Day, kind: SpanKind): Day {
  if (kind === 'week') return { ...day, day: day.day + 7 };
  return { ...day, month: day.month + (kind === 'month' ? 1 : 3) };
}

/** In days. */
export function lengthOf({ from, to }: FiguresSpan): number {
  return (to - from) / (24 * 60 * MINUTE_MS);
}
