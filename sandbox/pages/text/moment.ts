/** Moments as people read and type them: in their own time zone and language. */

type Zone = { readonly locale: string; readonly timeZone: string };

/** For example "Nov 22, 2026, 3:04 PM". */
export function showMoment(iso: string, { locale, timeZone }: Zone): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(date);
}

/** A day without a time, for example "Nov 22, 2026". */
export function showDay(day: string, locale: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** The moment as `<input type="datetime-local">` wants it: the clock on the wall of this time zone. */
export function toWall(iso: string, timeZone: string): string {
  const at = new Date(iso).getTime();
  if (Number.isNaN(at)) return '';
  return new Date(at + offset(at, timeZone)).toISOString().slice(0, 16);
}

/**
 * The moment at which the wall clock of this time zone shows `wall` (`2026-11-22T15:04`); undefined when it says
 * nothing. A time that the zone skips or repeats is read with the offset just before the change.
 */
export function fromWall(wall: string, timeZone: string): string | undefined {
  const asUtc = new Date(`${wall}Z`).getTime();
  if (Number.isNaN(asUtc)) return undefined;
  const first = asUtc - offset(asUtc, timeZone);
  const before = asUtc - offset(first, timeZone);
  const moment = toWall(new Date(first).toISOString(), timeZone) === wall ? first : before;
  return new Date(moment).toISOString();
}

/** Milliseconds that the zone's wall clock is ahead of UTC at this moment. */
function offset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
