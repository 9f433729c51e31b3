/** Jira writes moments its own way: `2021-03-01T10:00:00.000+0000`. */
export const showMoment = (moment: number): string =>
  new Date(moment).toISOString().replace('Z', '+0000');

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.(\d{1,3})\d*)?(Z|[+-]\d\d:?\d\d)$/;

/** @returns epoch milliseconds; undefined when the text is no moment with an offset. */
export function parseMoment(text: string): number | undefined {
  const match = MOMENT.exec(text);
  if (!match) return undefined;
  const [, day = '', time = '', seconds = ':00', fraction = '', offset = ''] = match;
  const zone = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const moment = Date.parse(`${day}T${time}${seconds}.${fraction.padEnd(3, '0')}${zone}`);
  return Number.isNaN(moment) ? undefined : moment;
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
