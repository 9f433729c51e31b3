/** Moments in JQL: `-2h`, `2026-01-01 10:00`, `startOfWeek(-1w)`, in the time zone of who asks. */

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};

/** Year, month 1–12, day, hour, minute on a wall clock. */
type Wall = readonly [year: number, month: number, day: number, hour: number, minute: number];

const formats = new Map<string, Intl.DateTimeFormat>();

function wallAt(moment: number, timeZone: string): Wall {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return [part('year'), part('month'), part('day'), part('hour'), part('minute')];
}

/** The moment at which a clock on the wall there shows this. */
function momentOf([year, month, day, hour, minute]: Wall, timeZone: string): number {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let moment = wanted;
  // Twice, because the first correction may cross a change of summer time.
  for (let round = 0; round < 2; round += 1) {
    const [y, mo, d, h, mi] = wallAt(moment, timeZone);
    moment += wanted - Date.UTC(y, mo - 1, d, h, mi);
  }
  return moment;
}

/** Reads a moment that a query names; undefined when it is none. */
export function readMoment(text: string, now: number, timeZone: string): number | undefined {
  const period = periodOf(text);
  if (period !== undefined) return now + period;
  const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d\d))?$/.exec(text);
  if (!day) return undefined;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = day
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const there = new Date(Date.UTC(year, month - 1, date, hour, minute));
  const exists = there.getUTCMonth() === month - 1 && there.getUTCDate() === date && hour < 24;
  return exists && minute < 60 ? momentOf([year, month, date, hour, minute], timeZone) : undefined;
}

/** `-1w`, `2h`, or several after each other: `-4w 2d`. Months and years are for functions alone. */
function periodOf(text: string): number | undefined {
  const match = /^([+-]?)(\d+[mhdw](?:\s+\d+[mhdw])*)$/.exec(text.trim());
  const parts = match?.[2]?.split(/\s+/);
  const length = parts?.reduce(
    (sum, part) => sum + Number.parseInt(part, 10) * (UNITS[part.slice(-1)] ?? 0),
    0,
  );
  return length === undefined ? undefined : length * (match?.[1] === '-' ? -1 : 1);
}

/** `-1w`, `2h`, `-1M`. */
function relativeTo(text: string, now: number, timeZone: string): number | undefined {
  const match = /^([+-]?)(\d+)([mhdwMy])$/.exec(text.trim());
  if (!match) return undefined;
  const amount = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const unit = match[3] ?? 'd';
  const fixed = UNITS[unit];
  if (fixed !== undefined) return now + amount * fixed;
  const [year, month, day, hour, minute] = wallAt(now, timeZone);
  const months = unit === 'y' ? amount * 12 : amount;
  return momentOf([year, month + months, day, hour, minute], timeZone);
}

type Span = 'Day' | 'Week' | 'Month' | 'Year';

/** `startOfDay()`, `endOfMonth("-1")`, … Undefined for other functions. */
export function readTimeFunction(
  name: string,
  increment: string | undefined,
  now: number,
  timeZone: string,
): number | undefined {
  if (name === 'now') return now;
  const match = /^(start|end)of(day|week|month|year)$/.exec(name);
  if (!match) return undefined;
  const span = (match[2]?.replace(/^./, (letter) => letter.toUpperCase()) ?? 'Day') as Span;
  const unit = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' }[span];
  const shift = increment === undefined ? '0' : increment;
  const spelled = /[a-zA-Z]$/.test(shift) ? shift : `${shift}${unit}`;
  const from = relativeTo(spelled, now, timeZone);
  if (from === undefined) return undefined;
  const start = startOf(span, from, timeZone);
  return match[1] === 'start' ? start : endOf(span, start, timeZone);
}

function startOf(span: Span, moment: number, timeZone: string): number {
  const [year, month, day] = wallAt(moment, timeZone);
  if (span === 'Year') return momentOf([year, 1, 1, 0, 0], timeZone);
  if (span === 'Month') return momentOf([year, month, 1, 0, 0], timeZone);
  // Jira's week begins on Sunday.
  const back = span === 'Week' ? new Date(Date.UTC(year, month - 1, day)).getUTCDay() : 0;
  return momentOf([year, month, day - back, 0, 0], timeZone);
}

function endOf(span: Span, start: number, timeZone: string): number {
  const [year, month, day] = wallAt(start, timeZone);
  const next: Readonly<Record<Span, Wall>> = {
    Day: [year, month, day + 1, 0, 0],
    Week: [year, month, day + 7, 0, 0],
    Month: [year, month + 1, 1, 0, 0],
    Year: [year + 1, 1, 1, 0, 0],
  };
  return momentOf(next[span], timeZone) - 1;
}

/** The day that contains the moment there, as the date fields keep it: midnight UTC. */
export function dayOf(moment: number, timeZone: string): number {
  const [year, month, day] = wallAt(moment, timeZone);
  return Date.UTC(year, month - 1, day);
}
