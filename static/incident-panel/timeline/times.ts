import { wallAt } from '../../../src/contract';
import { type Viewer } from '../../kit/texts/texts';

type Zone = Pick<Viewer, 'locale' | 'timeZone'>;

/** "14:05", on the viewer's clock. */
export function clockText(at: number, viewer: Zone): string {
  return formatOf(viewer, 'clock').format(at);
}

/** "Monday, 2 March 2026". */
export function dayText(at: number, viewer: Zone): string {
  return formatOf(viewer, 'day').format(at);
}

/** `2026-03-02`: the day on the viewer's calendar. */
export function dayOf(at: number, { timeZone }: Pick<Zone, 'timeZone'>): string {
  return wallAt(at, timeZone).slice(0, '2026-03-02'.length);
}

const FORMATS = {
  clock: { hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each is made once: a long list asks for hundreds. */
function formatOf({ locale, timeZone }: Zone, name: keyof typeof FORMATS): Intl.DateTimeFormat {
  const key = `${name} ${locale} ${timeZone}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...FORMATS[name], timeZone });
  formats.set(key, made);
  return made;
}
