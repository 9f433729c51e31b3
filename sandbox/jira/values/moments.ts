/** How finely a site keeps its date-time fields: to the minute, as its pickers write them, or as they were sent. */
export type Moments = 'minute' | 'exact';

const MINUTE_MS = 60_000;

/** What a date-time field of such a site holds of a moment. */
export function keptMoment(moment: number, moments: Moments): number {
  return moments === 'minute' ? Math.floor(moment / MINUTE_MS) * MINUTE_MS : moment;
}

/** Jira writes moments its own way: `2021-03-01T10:00:00.000+0000`. */
export const showMoment = (moment: number): string =>
  new Date(moment).toISOString().replace('Z', '+0000');

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.(\d{1,3})\d*)?(Z|[+-]\d\d:?\d\d)$/;

/** @returns epoch milliseconds; undefined when the text is no moment with an offset, or on a day that does not exist. */
export function parseMoment(text: string): number | undefined {
  const match = MOMENT.exec(text);
  if (!match) return undefined;
  const [, day = '', time = '', seconds = ':00', fraction = '', offset = ''] = match;
  const zone = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const moment = Date.parse(`${day}T${time}${seconds}.${fraction.padEnd(3, '0')}${zone}`);
  return Number.isNaN(moment) || !isDay(day) || time.startsWith('24') ? undefined : moment;
}

const FIELD_MOMENT = /T\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/;

/**
 * What a date-time field takes: `yyyy-MM-dd'T'HH:mm:ss.SSSZ` and nothing else, as the published parser has it. Three
 * decimals, an offset without a colon, no `Z`.
 */
export function parseFieldMoment(text: string): number | undefined {
  return FIELD_MOMENT.test(text) ? parseMoment(text) : undefined;
}

/** `2021-03-01`, a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const moment = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

/** As change logs spell a moment for people. */
export function spellMoment(moment: number): string {
  return new Date(moment).toUTCString().replace('GMT', '+0000').replace(', 0', ', ');
}
