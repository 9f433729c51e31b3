import { type Instant, instantAt, MINUTE_MS } from '../time';
import { type Day, dayAt, startOfDay } from '../wall';
import { type FiguresSpan } from './views';

/* Days, weeks, months and quarters as a clock on the wall of the site's time zone has them. */

export type SpanKind = 'week' | 'month' | 'quarter';

/** What a period is chosen by; days are `2026-03-31`, both included. */
export type Period = { readonly lastDays: number } | { readonly from: string; readonly to: string };

type Range = { readonly from: Instant; readonly to: Instant };

const MONDAY = 1;

/** From the beginning of the first day to the end of the last, or to now. */
export function rangeOf(period: Period, zone: string, now: Instant): Range {
  if ('lastDays' in period) {
    const today = dayAt(now, zone);
    return { from: startOfDay({ ...today, day: today.day - period.lastDays + 1 }, zone), to: now };
  }
  const [first, last] = [dayIn(period.from), dayIn(period.to)];
  const to = Math.min(startOfDay({ ...last, day: last.day + 1 }, zone), now);
  return { from: startOfDay(first, zone), to: instantAt(to) };
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
  for (let from = startOfDay(day, zone); from < range.to && spans.length < MOST;) {
    day = nextDay(day, kind);
    const to = startOfDay(day, zone);
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
