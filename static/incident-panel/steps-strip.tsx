import { type IncidentView } from '../../src/contract';
import { spanText } from '../kit/texts/durations';
import { type Tab, TAB_OF } from '../kit/incident/places';
import { useViewer } from '../kit/texts/texts';

type Props = { readonly incident: IncidentView; readonly onOpen: (tab: Tab) => void };

/** The handbook's steps as a quiet line of dots: how far each is, and after how long it was done. */
export function StepsStrip({ incident, onOpen }: Props) {
  const { t } = useViewer();
  const from = Date.parse(incident.times.impactDetected ?? incident.created);
  return (
    <nav className="steps" aria-label={t('steps.label')}>
      <ol>
        {incident.response.steps.map(({ step, done, of, at }) => {
          const state = done === of ? 'done' : done > 0 ? 'begun' : 'open';
          const count = t('steps.state', { step: t(`steps.${step}`), done, of });
          const after =
            at === undefined ? [] : [t('steps.after', { duration: spanText(at - from, t) })];
          const title = [count, ...after].join(', ');
          return (
            <li key={step} className={`step step-${state}`}>
              <button
                type="button"
                title={title}
                aria-label={title}
                onClick={() => {
                  onOpen(TAB_OF[step]);
                }}
              >
                <span className="step-dot" aria-hidden="true" />
                {t(`steps.${step}`)}
                <span className="step-count" aria-hidden="true">
                  {done === of ? '✓' : `${done}/${of}`}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
