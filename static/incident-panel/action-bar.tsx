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
  readonly onUndoCancel: () => Promise<boolean>;
};

/** What can be done where the incident stands; quiet, because the next thing stands above it. */
export function ActionBar({ incident, busy, onOpen, onBringBack, onUndoCancel }: Props) {
  const { t } = useViewer();
  const { bringBack, ...forms } = actionsFor(incident);
  if (!incident.mayEdit) return null;
  if (forms.undoCancel) return <UndoCancel busy={busy} onUndo={onUndoCancel} />;
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

type UndoProps = { readonly busy: boolean; readonly onUndo: () => Promise<boolean> };

/** Closed by mistake: what it does is said before, since it reaches others. */
function UndoCancel({ busy, onUndo }: UndoProps) {
  const { t } = useViewer();
  return (
    <div className="stack">
      <p className="field-help" id="undo-cancel">
        {t('cancelled.undoHelp')}
      </p>
      <div className="form-buttons" role="group" aria-label={t('actions.label')}>
        <Button isBusy={busy} aria-describedby="undo-cancel" onClick={() => void onUndo()}>
          {t('cancelled.undo')}
        </Button>
      </div>
    </div>
  );
}
