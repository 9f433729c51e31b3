import { type IncidentView } from '../../../src/contract';
import { useViewer } from '../texts/texts';

/** How bad it is, in words and number; the colour only repeats it. */
export function SeveritySign({ severity }: Pick<IncidentView, 'severity'>) {
  const { t } = useViewer();
  if (severity === null) return <span className="sev sev-none">{t('severity.none')}</span>;
  return (
    <span className={`sev sev-${severity}`}>
      <strong>{t('severity.short', { level: severity })}</strong> {t(`severity.${severity}`)}
    </span>
  );
}

/** Where the incident stands. */
export function PhaseSign({ phase }: Pick<IncidentView, 'phase'>) {
  const { t } = useViewer();
  return <span className={`phase phase-${phase}`}>{t(`phase.${phase}`)}</span>;
}
