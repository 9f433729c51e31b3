import { useId } from 'react';
import { type FiguresPeriod } from '../../src/contract/metrics';
import { useViewer } from '../kit/texts';
import { isFitPeriod } from './page-state';

type OfDays = Extract<FiguresPeriod, { readonly from: string }>;
type Props = {
  readonly period: OfDays;
  readonly setPeriod: (period: OfDays) => void;
  /** The site's: the days are its days. */
  readonly zone: string;
};

/** The first and the last day of a period. */
export function Days({ period, setPeriod, zone }: Props) {
  const { t } = useViewer();
  const id = useId();
  const isWrong = !isFitPeriod(period);
  return (
    <div className="incidents-days" role="group" aria-label={t('incidentsPage.fromTo')}>
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="field">
          <label htmlFor={`${id}-${end}`}>{t(`incidentsPage.${end}`)}</label>
          <input
            id={`${id}-${end}`}
            type="date"
            className="input"
            min="2000-01-01"
            required
            aria-describedby={`${id}-help`}
            aria-invalid={isWrong}
            value={period[end]}
            onChange={({ currentTarget }) => {
              setPeriod({ ...period, [end]: currentTarget.value });
            }}
          />
        </div>
      ))}
      <p id={`${id}-help`} className="hint" role="status">
        {isWrong
          ? t('incidentsPage.notDays')
          : t('incidentsPage.days', { zone: zone.replaceAll('_', ' ') })}
      </p>
    </div>
  );
}

/**
 * The same days by their names, so that whoever wants others has something to begin with.
 *
 * @param now by the site's clock, where it is known: the browser's may be wrong
 */
export function lastDaysAsDays(days: number, zone: string, now = Date.now()): OfDays {
  const dayOf = (moment: number) =>
    new Intl.DateTimeFormat('en-CA', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      timeZone: zone,
    }).format(moment);
  const to = dayOf(now);
  const first = Date.parse(`${to}T00:00:00Z`) - (days - 1) * 86_400_000;
  return { from: new Date(first).toISOString().slice(0, 10), to };
}
