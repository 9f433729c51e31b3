import { useId } from 'react';
import { TextField } from '../kit/controls/fields';
import { useViewer } from '../kit/texts/texts';
import { type OfDays } from './days-of';
import { isFitPeriod } from './page-state';

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
          <TextField
            id={`${id}-${end}`}
            type="date"
            min="2000-01-01"
            required
            aria-describedby={`${id}-help`}
            isInvalid={isWrong}
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
