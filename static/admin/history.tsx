import { Suspense } from 'react';
import { lazily } from '../kit/page/lazily';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';

const Past = lazily(() => import('./history/past'));

/** Older incidents brought in, and what is wrong with their times. Fetched when it is first opened. */
export function HistorySection() {
  const { t } = useViewer();
  return (
    <div className="stack">
      <h2>{t('admin.history.title')}</h2>
      <Suspense fallback={<Skeleton lines={5} label={t('admin.history.loading')} />}>
        <Past />
      </Suspense>
    </div>
  );
}
