import { Suspense } from 'react';
import { lazily } from '../kit/page/lazily';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';

const Editor = lazily(() => import('./settings/editor'));

/** Services, products, the severity scale and what is agreed for each. Fetched when it is first opened. */
export function SettingsSection() {
  const { t } = useViewer();
  return (
    <div className="settings">
      <h2>{t('admin.settings.title')}</h2>
      <Suspense fallback={<Skeleton lines={5} label={t('admin.settings.loading')} />}>
        <Editor />
      </Suspense>
    </div>
  );
}
