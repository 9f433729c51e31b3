import { type BackfillView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';
import { type Backfill } from './use-backfill';

/** Before the first run: what will happen, to how many incidents, and about how long it takes. */
export function Before({ backfill, view }: { backfill: Backfill; view: BackfillView }) {
  const { t, locale } = useViewer();
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const { total, hours, points } = view;
  if (total === 0) return <p>{t('history.before.none')}</p>;
  return (
    <div className="stack history-before">
      <p>{t('history.before.text')}</p>
      <p>{t('history.before.start')}</p>
      {total !== null && (
        <p>
          <strong>{t('history.before.count', { total: number(total) })}</strong>{' '}
          {hours
            ? t('history.before.hours', { hours, points: number(points.perHour) })
            : t('history.before.minutes')}
        </p>
      )}
      <p className="hint">{t('history.before.mayClose')}</p>
      <div className="buttons">
        <Button
          appearance="primary"
          onClick={backfill.start}
          isBusy={backfill.pressed === 'startBackfill'}
        >
          {t('history.action.start')}
        </Button>
      </div>
    </div>
  );
}
