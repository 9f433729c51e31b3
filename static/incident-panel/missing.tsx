import { type IncidentView } from '../../src/contract';
import { type Form } from '../kit/incident/actions';
import { Button } from '../kit/controls/button';
import { useViewer } from '../kit/texts/texts';

type Props = { readonly incident: IncidentView; readonly onOpen: (form: Form) => void };

/** Where each of these is said; the others among Jira's own fields. */
const FORM_OF: Readonly<Partial<Record<IncidentView['missing'][number], Form>>> = {
  severity: 'severity',
  impactStart: 'times',
};

/** What the incident lacks, and how to mend it. Nothing of it stands in anybody's way. */
export function MissingList({ incident: { missing, mayEdit }, onOpen }: Props) {
  const { t } = useViewer();
  if (missing.length === 0) return null;
  return (
    <section className="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{t('missing.title')}</h2>
      <ul>
        {missing.map((what) => {
          const form = FORM_OF[what];
          return (
            <li key={what}>
              {t(`missing.${what}`)}
              {mayEdit && form && (
                <Button
                  appearance="link"
                  aria-label={t('missing.mend', { what: t(`missing.${what}`) })}
                  onClick={() => {
                    onOpen(form);
                  }}
                >
                  {t('missing.mendShort')}
                </Button>
              )}
              {mayEdit && !form && <span className="time-source"> · {t('missing.inJira')}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
