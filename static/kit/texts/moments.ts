import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { type Viewer } from './texts';

type Zone = Pick<Viewer, 'timeZone'>;

/** A moment in the viewer's language and zone: "22 Nov, 14:05". The year only when it is not this one. */
export function momentText(at: string | number, { locale, timeZone }: Viewer, now: number): string {
  const moment = new Date(at);
  const year = yearOf(moment, timeZone) === yearOf(new Date(now), timeZone) ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year,
    hour: '2-digit',
    minute: '2-digit',
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
export function zoneText({ locale, timeZone }: Viewer): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' });
  const offset = parts.formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value;
  return offset ? `${timeZone.replace('_', ' ')} (${offset})` : timeZone;
}

/** What `<input type="datetime-local">` holds for this moment, on the viewer's clock. */
export function toLocalInput(iso: string, { timeZone }: Zone): string {
  return format(new TZDate(new Date(iso).getTime(), timeZone), "yyyy-MM-dd'T'HH:mm");
}

/**
 * The moment that the viewer's clock shows as `text` (`2026-11-22T14:05`). In the hour that a clock goes through
 * twice it is the first, in the hour that it skips the one after.
 *
 * @returns undefined for a text that is no date and time.
 */
export function fromLocalInput(text: string, { timeZone }: Zone): string | undefined {
  const [year, month, day, hour, minute] = text.split(/[-T:]/).map(Number);
  if (minute === undefined || !year || !month) return undefined;
  const moment = new TZDate(year, month - 1, day ?? 1, hour ?? 0, minute, timeZone).getTime();
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
