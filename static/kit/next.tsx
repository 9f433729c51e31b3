import { type IncidentView } from '../../src/contract';
import { type Form } from './actions';
import { type IncidentActions } from './incident';
import { momentText } from './moments';
import { Primary, QuickTimes } from './quick-times';
import { useViewer, type Viewer } from './texts';
import { TIMES } from './times';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly actions: Pick<IncidentActions, 'take' | 'setTimes'>;
  /** Goes to where this can be said. */
  readonly onOpen: (form: Form) => void;
};

/** The one step that is due now, as a sentence with its button. Who may not act reads the sentence alone. */
export function NextStep(props: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const { incident } = props;
  if (incident.next === null) return null;
  return (
    <div className="next" role="group" aria-label={t('next.label')}>
      <p className="next-sentence">{sentence(incident, viewer)}</p>
      {incident.mayEdit && <NextAction {...props} />}
    </div>
  );
}

function sentence(incident: IncidentView, viewer: Viewer): string {
  const { next, wrongPair, incidentManager, times } = incident;
  const { t } = viewer;
  switch (next) {
    case 'take':
      return incidentManager ? t('next.takeLed', { name: incidentManager.name }) : t('next.take');
    case 'say-severity':
      return t('next.saySeverity');
    case 'say-start':
      return t('next.sayStart');
    case 'say-recovered':
      return t('next.sayRecovered');
    case 'confirm-recovered': {
      const now = Date.parse(incident.now);
      return t('next.confirmRecovered', {
        time: times.impactRecovered ? momentText(times.impactRecovered, viewer, now) : '',
      });
    }
    case 'mend-held':
      return t('next.mendHeld', { time: t(`times.${heldTime(incident) ?? 'impactStart'}`) });
    case 'correct-times':
      return t('next.correctTimes', {
        earlier: t(`times.${wrongPair?.earlier ?? 'impactStart'}`),
        later: t(`times.${wrongPair?.later ?? 'impactDetected'}`),
      });
    case null:
      return '';
  }
}

/** The first time that Jira did not keep. */
function heldTime({ notes }: IncidentView): keyof IncidentView['notes'] | undefined {
  return TIMES.find((name) => notes[name]?.held);
}

function NextAction({ incident, busy, actions, onOpen }: Props) {
  const { t } = useViewer();
  const onEditTimes = () => {
    onOpen('times');
  };
  const leader = incident.incidentManager;
  switch (incident.next) {
    case 'take':
      return (
        <Primary busy={busy} onClick={() => actions.take(leader?.id ?? null)}>
          {leader ? t('next.takeOver') : t('next.takeButton')}
        </Primary>
      );
    case 'say-start':
      return (
        <QuickTimes
          {...{ incident, busy, onEditTimes }}
          choices={[5, 15, 30]}
          withCreation
          onChoose={(impactStart) => actions.setTimes({ impactStart })}
        />
      );
    case 'say-severity':
      return (
        <Primary
          onClick={() => {
            onOpen('severity');
          }}
        >
          {t('next.severityButton')}
        </Primary>
      );
    case 'confirm-recovered':
    case 'mend-held':
      return <SayAgain {...{ incident, busy, actions, onEditTimes }} />;
    case 'say-recovered':
      return (
        <QuickTimes
          {...{ incident, busy, onEditTimes }}
          choices={[10, 30]}
          onChoose={(impactRecovered) => actions.setTimes({ impactRecovered })}
        />
      );
    case 'correct-times':
      return <Primary onClick={onEditTimes}>{t('next.correctButton')}</Primary>;
    case null:
      return null;
  }
}

/** Confirms the recovery that stands in, or says once more what Jira did not keep. */
function SayAgain({
  incident,
  busy,
  actions,
  onEditTimes,
}: Omit<Props, 'onOpen'> & { onEditTimes: () => void }) {
  const { t } = useViewer();
  const confirms = incident.next === 'confirm-recovered';
  const name = confirms ? 'impactRecovered' : (heldTime(incident) ?? 'impactStart');
  const certainty = incident.notes[name]?.certainty ?? undefined;
  const again = {
    [name]: incident.times[name],
    ...(certainty && { certainty: { [name]: certainty } }),
  };
  return (
    <div className="choices">
      <Primary busy={busy} onClick={() => actions.setTimes(again)}>
        {confirms ? t('next.confirmButton') : t('next.heldButton')}
      </Primary>
      <button type="button" className="button button-link" onClick={onEditTimes}>
        {confirms ? t('choices.other') : t('next.correctButton')}
      </button>
    </div>
  );
}
