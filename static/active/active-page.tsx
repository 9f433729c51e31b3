import { useEffect, useState } from 'react';
import { placed } from '../kit/lists/placed';
import { Skeleton } from '../kit/page/skeleton';
import { useViewer } from '../kit/texts/texts';
import { type ListConfig, configIn } from './config';
import { ActiveList } from './active-list';

/** The list on a page or a dashboard, as somebody set it up there. */
export function ActivePage() {
  const { t } = useViewer();
  const [config, setConfig] = useState<ListConfig | 'none'>();
  useEffect(() => {
    void placed().then((it) => {
      setConfig(configIn(it.config) ?? 'none');
    });
  }, []);
  if (config === undefined) return <Skeleton lines={3} label={t('active.loading')} />;
  if (config === 'none') return <p className="active-note">{t('active.notSetUp')}</p>;
  return <ActiveList config={config} />;
}
