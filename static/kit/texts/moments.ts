import { isShownTwice, offsetAt, readWall, wallAt, type WallReading } from '../../../src/contract';
import { type Viewer } from './texts';

type Zone = Pick<Viewer, 'timeZone'>;

const MINUTE_MS = 60_000;

/**
 * A moment in the viewer's language and zone: "22 Nov, 14:05". The year only when it is not this one; the offset where
 * the clock shows the time twice.
 */
export function momentText(at: string | number, { locale, timeZone }: Viewer, now: number): string {
  const moment = new Date(at);
  const year = yearOf(moment, timeZone) === yearOf(new Date(now), timeZone) ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: isShownTwice(moment.getTime(), timeZone) ? 'shortOffset' : undefined,
    timeZone,
  }).format(moment);
}

/** The time of day to the second: "14:22:05". */
export function timeText(at: number, { locale, timeZone }: Viewer): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone }).format(at);
}

function yearOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(moment);
}

/** The zone as people know it: "Europe/Berlin (GMT+1)". */
export function zoneText(viewer: Viewer): string {
  const offset = offsetName(Date.now(), viewer);
  const { timeZone } = viewer;
  return offset === '' ? timeZone : `${timeZone.replace('_', ' ')} (${offset})`;
}

/**
 * A time in a form: `2026-11-22T14:05`, as `<input type="datetime-local">` has it, on the viewer's clock. Where that
 * shows it twice, the offset of the one that is meant stands behind it: `2026-10-25T02:30+01:00`.
 */
export function toLocalInput(iso: string, { timeZone }: Zone): string {
  const moment = Date.parse(iso);
  const wall = wallAt(moment, timeZone);
  return isShownTwice(moment, timeZone) ? meant(wall, moment, { timeZone }) : wall;
}

/** The time as the field holds it. */
export function wallOf(typed: string): string {
  return typed.slice(0, WALL_LENGTH);
}

/** The time with which of two moments is meant. */
export function meant(wall: string, moment: number, { timeZone }: Zone): string {
  return `${wall}${offsetText(offsetAt(moment, timeZone))}`;
}

/** What was typed stands for: once, where it says which of two is meant. */
export function readTyped(typed: string, { timeZone }: Zone): WallReading {
  const reading = readWall(wallOf(typed), timeZone);
  if (reading.is !== 'twice') return reading;
  const offset = typed.slice(WALL_LENGTH);
  const at = [reading.first, reading.second].find(
    (moment) => offsetText(offsetAt(moment, timeZone)) === offset,
  );
  return at === undefined ? reading : { is: 'once', at };
}

/**
 * The moment at which the viewer's clock shows what was typed.
 *
 * @returns undefined for what is no date and time, for a time that the clock never shows, and for one that it shows
 *   twice as long as nobody has said which is meant
 */
export function fromLocalInput(typed: string, viewer: Zone): string | undefined {
  const reading = readTyped(typed, viewer);
  return reading.is === 'once' ? new Date(reading.at).toISOString() : undefined;
}

const WALL_LENGTH = '2026-11-22T14:05'.length;

/** `+01:00` */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_MS;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The time of day that a wall time names: "14:05", "2:05 PM". */
export function wallClockText(wall: string, { locale }: Pick<Viewer, 'locale'>): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(Date.parse(`${wall}Z`));
}

/** How far the viewer's clock is ahead at that moment: "GMT+1". */
export function offsetName(
  moment: number,
  { locale, timeZone }: Pick<Viewer, 'locale' | 'timeZone'>,
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' });
  return parts.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
