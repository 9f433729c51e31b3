import { type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { type IncidentActions } from '../../kit/incident/incident';
import { useViewer } from '../../kit/texts/texts';
import { gapsIn, type Parts, type Side } from './words';

type Props = {
  readonly side: Side;
  readonly incident: IncidentView;
  readonly parts: Parts;
  readonly busy: boolean;
  readonly onAnswer: IncidentActions['say'];
};

/** What readers will ask and nobody has answered. "Unknown" is an answer, and is said openly. */
export function Completeness({ side, incident, parts, busy, onAnswer }: Props) {
  const { t } = useViewer();
  const { unanswered, isWithoutLead, points } = gapsIn(side, incident.response, parts);
  const isThin = points !== null && (points < 2 || points > 4);
  if (unanswered.length === 0 && !isWithoutLead && !isThin) {
    return <p className="complete">✓ {t('updates.complete')}</p>;
  }
  return (
    <div className="gaps">
      <p>{t('updates.gaps')}</p>
      <ul>
        {isWithoutLead && <li>{t('updates.gap.lead')}</li>}
        {isThin && <li>{t('updates.gap.points')}</li>}
        {unanswered.map((question) => (
          <li key={question}>
            {t(`updates.gap.${question}`)}{' '}
            <Button
              appearance="link"
              disabled={busy}
              aria-label={t('updates.sayUnknownTo', { question: t(`updates.gap.${question}`) })}
              onClick={() =>
                void onAnswer({ kind: 'answer', question, text: t('updates.unknown') })
              }
            >
              {t('updates.sayUnknown')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
