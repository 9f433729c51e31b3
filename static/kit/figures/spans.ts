import {
  type FiguresEstimate,
  type FiguresExcluded,
  type FiguresStated,
} from '../../../src/contract';
import { spanText } from '../texts/durations';
import { type Texts, type Viewer } from '../texts/texts';

/** A span on an axis, with one unit: "30 min", "4 h", "7 d". */
export function markText(ms: number, t: Texts): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return t('pictures.mark.minutes', { n: minutes });
  if (minutes < 1440) return t('pictures.mark.hours', { n: minutes / 60 });
  return t('pictures.mark.days', { n: minutes / 1440 });
}

/** The interval of an estimate: "1 h 36 min to 4 h 5 min", "at least 1 h 36 min". Empty where there is none. */
export function intervalText(
  { low, high }: Pick<FiguresEstimate, 'low' | 'high'>,
  t: Texts,
  said: (value: number) => string = (ms) => spanText(ms, t),
): string {
  if (low === null && high === null) return '';
  if (high === null) return t('pictures.atLeast', { low: said(low ?? 0) });
  if (low === null) return t('pictures.atMost', { high: said(high) });
  return t('pictures.between', { low: said(low), high: said(high) });
}

/** Whether so many say anything of what is usual; else the value is one of a few. */
export function isTold({ low, high }: Pick<FiguresEstimate, 'low' | 'high'>): boolean {
  return low !== null || high !== null;
}

/** More digits than anybody reads. */
const MOST_DIGITS = 8;

/**
 * A factor as people read it: "0.6", "1.2". What is not 1 is not called 1, with as many digits as that takes: beside
 * "faster" stands "0.62 to 0.997 times".
 */
export function factorText(factor: number, { locale }: Viewer): string {
  let digits = 2;
  const isCalledOne = () => Number(factor.toPrecision(digits)) === 1;
  while (factor !== 1 && isCalledOne() && digits < MOST_DIGITS) digits += 1;
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(factor);
}

export function percentText(share: number, { locale }: Viewer): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

export function countText(n: number, { locale }: Viewer): string {
  return new Intl.NumberFormat(locale).format(n);
}

type Span = { readonly from: number; readonly to: number };

/** A day in the site's zone, in which periods begin and end. */
export function dayText(at: number, zone: string, { locale }: Viewer): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(at);
}

/** A period by its name: "Oct 2026", "Q3 2026", "Week of 9 Nov"; in a sentence after "in". */
export function periodText(
  { from }: Span,
  grouping: 'week' | 'month' | 'quarter',
  { zone }: Pick<FiguresStated, 'zone'>,
  { locale, t }: Viewer,
  { inSentence = false } = {},
): string {
  const middle = from + 12 * 3_600_000; // whatever the zone does at midnight
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(middle);
  if (grouping === 'week') {
    const day = part({ day: 'numeric', month: 'short' });
    return t(inSentence ? 'pictures.inWeekOf' : 'pictures.weekOf', { day });
  }
  if (grouping === 'month') return part({ month: 'short', year: 'numeric' });
  const month = Number(
    new Intl.DateTimeFormat('en', { month: 'numeric', timeZone: zone }).format(middle),
  );
  return t('pictures.quarter', { n: Math.ceil(month / 3), year: part({ year: 'numeric' }) });
}

const EXCLUDED = ['cancelled', 'drill', 'noStart', 'noEnd', 'impossible'] as const;

/** "2 cancelled, 1 drill"; empty where nothing is left out. */
export function excludedText(excluded: FiguresExcluded, viewer: Viewer): string {
  return EXCLUDED.filter((why) => excluded[why] > 0)
    .map((why) => viewer.t(`pictures.why.${why}`, { count: excluded[why] }))
    .join(', ');
}
