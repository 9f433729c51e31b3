import { type IncidentView } from '../../../src/contract';
import { minutesText } from '../../kit/texts/durations';
import { useViewer } from '../../kit/texts/texts';

/** TTD and TTR, each with what it is counted from. */
export function Figures({ incident: { figures } }: { incident: IncidentView }) {
  return (
    <div className="figures">
      <Figure name="ttd" minutes={figures.ttdMinutes} />
      <Figure name="ttr" minutes={figures.ttrMinutes} />
    </div>
  );
}

function Figure({ name, minutes }: { name: 'ttd' | 'ttr'; minutes: number | null }) {
  const { t } = useViewer();
  return (
    <section className="figure" aria-label={t(`figures.${name}`)}>
      <h2>{t(`figures.${name}`)}</h2>
      <p className={minutes === null ? 'figure-unknown' : 'figure-value'}>
        {minutes === null ? t('figures.unknown') : minutesText(minutes, t)}
      </p>
      <p className="figure-definition">{t(`figures.${name}From`)}</p>
    </section>
  );
}
