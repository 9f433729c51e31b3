import { lazy, Suspense } from 'react';
import { Skeleton } from '../kit/skeleton';
import { useViewer } from '../kit/texts';

const Past = lazy(() => import('./history/past'));

/** Older incidents brought in, and what is wrong with their times. Fetched when it is first opened. */
export function HistorySection() {
  const { t } = useViewer();
  return (
    <div className="stack">
      <h2>{t('admin.history.title')}</h2>
      <Suspense fallback={<Skeleton lines={5} label={t('history.loading')} />}>
        <Past />
      </Suspense>
    </div>
  );
}
