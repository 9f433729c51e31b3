import { type IncidentView } from '../../../src/contract';
import { minutesText, spanText } from '../texts/durations';
import { useServerNow } from '../texts/server-clock';
import { type Texts, useViewer } from '../texts/texts';

/** The big figure: how long this has been going on, ticking, or went on; and what it counts from. */
export function Clock({ incident }: { incident: IncidentView }) {
  const { t } = useViewer();
  const now = useServerNow(Date.parse(incident.now), 1000);
  const { clock } = incident;
  if (!clock) {
    return (
      <div className="clock">
        <div className="clock-unknown">{t('clock.unknown')}</div>
        <div className="clock-hint">{t('clock.unknownHint')}</div>
      </div>
    );
  }
  const until = clock.until === null ? now : Date.parse(clock.until);
  return (
    <div className="clock">
      <div className="clock-figure" role="timer" aria-label={t('clock.running')} aria-live="off">
        {spanText(until - Date.parse(clock.since), t, { seconds: clock.until === null })}
      </div>
      <div className="clock-hint">{hint(incident, t)}</div>
    </div>
  );
}

function hint({ clock, detectedByDefault, figures }: IncidentView, t: Texts): string {
  const detected =
    figures.ttdMinutes === null
      ? []
      : [t('clock.detectedAfter', { duration: minutesText(figures.ttdMinutes, t) })];
  if (clock?.from === 'impactStart') {
    const span = clock.until === null ? t('clock.fromImpactStart') : t('clock.ended');
    return [span, ...detected].join(' · ');
  }
  if (clock?.until) return t('clock.endedFromDetection');
  return detectedByDefault ? t('clock.fromImpactDetected') : t('clock.fromDetection');
}
