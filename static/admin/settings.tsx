import { useViewer } from '../kit/texts';

/** Services, products, the severity scale and what is agreed for each. */
export function SettingsSection() {
  const { t } = useViewer();
  return <h2>{t('admin.settings.title')}</h2>;
}
