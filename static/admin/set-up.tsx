import { useViewer } from '../kit/texts';

/** The project and all it needs, made or adopted step by step. */
export function SetUpSection() {
  const { t } = useViewer();
  return <h2>{t('admin.setUp.title')}</h2>;
}
