import { type FiguresPeriod } from '../../src/contract';

/** A period by its first and its last day. */
export type OfDays = Extract<FiguresPeriod, { readonly from: string }>;

/**
 * The same days by their names, so that whoever wants others has something to begin with.
 *
 * @param now by the site's clock, where it is known: the browser's may be wrong
 */
export function lastDaysAsDays(days: number, zone: string, now = Date.now()): OfDays {
  const dayOf = (moment: number) =>
    new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone: zone,
    }).format(moment);
  const to = dayOf(now);
  const first = Date.parse(`${to}T00:00:00Z`) - (days - 1) * 86_400_000;
  return { from: new Date(first).toISOString().slice(0, 10), to };
}
