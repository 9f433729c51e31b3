import { type IncidentView } from '../../src/contract';
import { actionsFor, type Form } from '../kit/incident/actions';
import { Button } from '../kit/controls/button';
import { type IncidentActions } from '../kit/incident/incident';
import { useViewer } from '../kit/texts/texts';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly onOpen: (form: Form) => void;
  readonly onBringBack: IncidentActions['bringBack'];
};

/** What can be done where the incident stands; quiet, because the next thing stands above it. */
export function ActionBar({ incident, busy, onOpen, onBringBack }: Props) {
  const { t } = useViewer();
  const { bringBack, ...forms } = actionsFor(incident);
  if (!incident.mayEdit || incident.phase === 'cancelled') return null;
  return (
    <div className="form-buttons" role="group" aria-label={t('actions.label')}>
      {(['resolve', 'severity', 'cancel'] as const).flatMap((form) =>
        forms[form]
          ? [
              <Button
                key={form}
                appearance={form === 'cancel' ? 'subtle' : 'default'}
                onClick={() => {
                  onOpen(form);
                }}
              >
                {t(`actions.${form}`)}
              </Button>,
            ]
          : [],
      )}
      {bringBack && (
        <Button
          disabled={busy}
          onClick={() => {
            void onBringBack();
          }}
        >
          {t('actions.bringBack')}
        </Button>
      )}
    </div>
  );
}
