import { type IncidentView } from '../../src/contract';
import { Button } from '../kit/controls/button';
import { type IncidentActions } from '../kit/incident/incident';
import { momentText } from '../kit/texts/moments';
import { type Texts, useViewer } from '../kit/texts/texts';
import { pairText } from '../kit/texts/times';

type Props = {
  readonly incident: Pick<IncidentView, 'doubts' | 'mayEdit' | 'now'>;
  readonly busy: boolean;
  readonly onSave: IncidentActions['setTimes'];
  readonly onSayRight: IncidentActions['sayRight'];
};

type Doubt = IncidentView['doubts'][number];

/** Times that look wrong: what was likely meant is one press away, and so is that they are right. */
export function Doubts({ incident: { doubts, mayEdit, now }, busy, onSave, onSayRight }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  if (doubts.length === 0) return null;
  return (
    <ul className="doubts" aria-label={t('doubt.label')}>
      {doubts.map((doubt) => (
        <li key={doubt.about} className="doubt">
          <strong>{doubtText(doubt, t)}</strong>{' '}
          {doubt.kind === 'suspicious' && t(`doubt.advice.${doubt.about}`)}{' '}
          {doubt.likely &&
            t('doubt.likely', {
              time: t(`times.${doubt.likely.name}`),
              moment: momentText(doubt.likely.moment, viewer, Date.parse(now)),
            })}
          {mayEdit && (
            <Answers doubt={doubt} now={now} busy={busy} onSave={onSave} onSayRight={onSayRight} />
          )}
        </li>
      ))}
    </ul>
  );
}

type AnswersProps = Omit<Props, 'incident'> & { readonly doubt: Doubt; readonly now: string };

function Answers({ doubt, now, busy, onSave, onSayRight }: AnswersProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { likely } = doubt;
  const moment = likely ? momentText(likely.moment, viewer, Date.parse(now)) : '';
  return (
    <span className="buttons">
      {likely && (
        <Button
          isSmall
          disabled={busy}
          aria-label={t('doubt.takeAbout', { moment, doubt: doubtText(doubt, t) })}
          onClick={() => void onSave({ [likely.name]: likely.moment })}
        >
          {t('doubt.take', { moment })}
        </Button>
      )}
      {doubt.kind === 'suspicious' && (
        <Button
          isSmall
          disabled={busy}
          aria-label={t('doubt.rightAbout', { doubt: doubtText(doubt, t) })}
          onClick={() => void onSayRight({ about: doubt.about })}
        >
          {t('doubt.right')}
        </Button>
      )}
    </span>
  );
}

function doubtText(doubt: Doubt, t: Texts): string {
  return doubt.kind === 'suspicious'
    ? t(`doubt.suspicious.${doubt.about}`)
    : t('doubt.impossible', pairText(doubt.about, t));
}
