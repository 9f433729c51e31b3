import { type IncidentView } from '../../src/contract';
import { type Form } from '../kit/incident/actions';
import { Button } from '../kit/controls/button';
import { momentText } from '../kit/texts/moments';
import { useViewer, type Viewer } from '../kit/texts/texts';

type One = IncidentView['pending'][number];
type Props = { readonly incident: IncidentView; readonly onOpen: (form: Form) => void };

/** Where a person says it instead; the others among Jira's own fields. */
const FORM_OF: Readonly<Partial<Record<One['field'], Form>>> = {
  severity: 'severity',
  impactStart: 'times',
  impactDetected: 'times',
};

/** What the alert said and the issue does not yet: why, and what to do. */
export function PendingList({ incident, onOpen }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  if (incident.pending.length === 0) return null;
  return (
    <section className="missing pending" aria-labelledby="pending-title">
      <h2 id="pending-title">{t('pending.title')}</h2>
      <ul>
        {incident.pending.map((one) => {
          const form = FORM_OF[one.field];
          const name = nameOf(one, t);
          return (
            <li key={one.field}>
              <strong>{name}:</strong>{' '}
              <span className="pending-text">{wanted(one, incident, viewer)}</span>{' '}
              <span className="pending-why">({whyText(one, t)})</span>
              {incident.mayEdit && form && (
                <Button
                  appearance="link"
                  aria-label={t('missing.mend', { what: name })}
                  onClick={() => {
                    onOpen(form);
                  }}
                >
                  {t('missing.mendShort')}
                </Button>
              )}
              <p className="time-source">{t(`pending.help.${one.why}`)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function nameOf({ field }: One, t: Viewer['t']): string {
  return t(
    field === 'description' || field === 'impactDetected' ? `pending.${field}` : `missing.${field}`,
  );
}

function wanted({ field, wanted: words }: One, { now }: IncidentView, viewer: Viewer): string {
  const [first = ''] = words;
  if (field === 'severity') {
    const level = ([1, 2, 3] as const).find((one) => String(one) === first);
    if (!level) return first;
    return viewer.t('pending.severityValue', { level, name: viewer.t(`severity.${level}`) });
  }
  if (field === 'impactStart' || field === 'impactDetected') {
    return momentText(first, viewer, Date.parse(now));
  }
  return words.join(', ');
}

function whyText({ why, reason }: One, t: Viewer['t']): string {
  if (why !== 'refused') return t(`pending.${why}`);
  return reason === null ? t('pending.refusedSilently') : t('pending.refused', { reason });
}
