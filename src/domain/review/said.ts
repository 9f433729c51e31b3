import { type Texts } from '../../../locales/texts';
import { type PersonId } from '../incident/incident';
import { type Instant } from '../time';
import { isShownTwice } from '../wall';

/** How a review is told: in which language and zone, and with which names. */
export type Telling = {
  /** Finds a text by its path in locales/ and fills its gaps. */
  readonly say: Texts;
  readonly locale: string;
  /** `Europe/Berlin`. */
  readonly timeZone: string;
  /** By account id; who is missing is "somebody". */
  readonly names: ReadonlyMap<string, string>;
  /** Where the site is, without a slash at the end. */
  readonly site: string;
};

/** The offset is said where the clock shows the time twice. */
export function momentOf(at: Instant, { locale, timeZone }: Telling): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: isShownTwice(at, timeZone) ? 'shortOffset' : undefined,
    timeZone,
  });
  // Node writes narrow spaces here and there, from version to version.
  return format.format(at).replaceAll(/[\u202F\u00A0]/g, ' ');
}

export function nameOf(person: PersonId | undefined, { names, say }: Telling): string {
  return (person && names.get(person)) ?? say('reviewPage.somebody');
}

/** "1 h 12 min": rounded down to minutes. */
export function spanOf(minutes: number, { say }: Telling): string {
  const whole = Math.max(0, Math.floor(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours >= 48) return say('duration.daysHours', { d: Math.floor(hours / 24), h: hours % 24 });
  if (hours > 0) return say('duration.hoursMinutes', { h: hours, m: rest });
  return say('duration.minutes', { m: rest });
}
