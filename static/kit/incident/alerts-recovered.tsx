import { type IncidentView } from '../../../src/contract';
import { Button } from '../controls/button';
import { momentText } from '../texts/moments';
import { useViewer } from '../texts/texts';
import { type IncidentActions } from './incident';
import { Primary } from './quick-times';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly actions: Pick<IncidentActions, 'setTimes' | 'say'>;
};

/** Tools say that it is over: a person confirms the moment, or says that it is not. */
export function AlertsRecovered({ incident, busy, actions }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const due = incident.next?.due;
  if (due === undefined) return null;
  const time = momentText(due, viewer, Date.parse(incident.now));
  const impactRecovered = new Date(due).toISOString();
  return (
    <div className="choices">
      <Primary busy={busy} onClick={() => actions.setTimes({ impactRecovered })}>
        {t('next.recoveredButton', { time })}
      </Primary>
      <Button
        appearance="link"
        disabled={busy}
        onClick={() => void actions.say({ kind: 'skip', step: 'alerts-recovered' })}
      >
        {t('next.notYet')}
      </Button>
    </div>
  );
}
