import { useViewer } from '../kit/texts';

/** Older incidents brought in, and what is wrong with their times. */
export function HistorySection() {
  const { t } = useViewer();
  return <h2>{t('admin.history.title')}</h2>;
}
