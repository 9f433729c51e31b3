import { type IncidentView, type SayInput } from '../../../src/contract';
import { Button } from '../controls/button';
import { AlertsRecovered } from './alerts-recovered';
import { type IncidentActions } from './incident';
import { momentText } from '../texts/moments';
import { isElsewhere, type Place, PLACE_OF } from './places';
import { Primary, QuickTimes } from './quick-times';
import { useViewer, type Viewer } from '../texts/texts';
import { type Names } from '../jira/people';
import { TIMES } from '../texts/times';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly actions: Pick<IncidentActions, 'take' | 'setTimes' | 'say'>;
  /** Of those whom the next thing is about. */
  readonly names: Names;
  /** Goes to where this can be said. */
  readonly onOpen: (place: Place) => void;
};

/** The one step that is due now, as a sentence with its button. Who may not act reads the sentence alone. */
export function NextStep(props: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const { incident } = props;
  if (incident.next === null) return null;
  return (
    <div className="next" role="group" aria-label={t('next.label')}>
      <p className="next-sentence">{sentence(incident, viewer, props.names)}</p>
      {incident.mayEdit && <NextAction {...props} />}
    </div>
  );
}

function sentence(incident: IncidentView, viewer: Viewer, names: Names): string {
  const { next, incidentManager, times } = incident;
  const { t } = viewer;
  const now = Date.parse(incident.now);
  const moment = (at: string | number) => momentText(at, viewer, now);
  if (!next) return '';
  const { step, due = now, person = '' } = next;
  if (step === 'take' && incidentManager) return t('next.takeLed', { name: incidentManager.name });
  if (step === 'write-update') {
    return t(due < now ? 'next.updateOverdue' : 'next.write-update', { time: moment(due) });
  }
  if (step === 'tell-internal' && next.isAgain) return t('next.tellAgain');
  if (step === 'confirm-recovered') {
    return t('next.confirm-recovered', { time: moment(times.impactRecovered ?? now) });
  }
  if (step === 'alerts-recovered') return t('next.alerts-recovered', { time: moment(due) });
  if (step === 'mend-held') {
    return t('next.mend-held', { time: t(`times.${heldTime(incident) ?? 'impactStart'}`) });
  }
  if (step === 'correct-times') return correctTimes(incident, t);
  return t(`next.${step}`, { name: names[person] ?? t('source.somebody') });
}

function correctTimes({ wrongPair }: IncidentView, t: Viewer['t']): string {
  return t('next.correct-times', {
    earlier: t(`times.${wrongPair?.earlier ?? 'impactStart'}`),
    later: t(`times.${wrongPair?.later ?? 'impactDetected'}`),
  });
}

type Step = NonNullable<IncidentView['next']>['step'];
type Skippable = Extract<SayInput['saying'], { kind: 'skip' }>['step'];

/** Needed for the figures, or awaited by one person: not to be passed over. */
const NEEDED: { readonly [Name in Exclude<Step, Skippable>]: true } = {
  'correct-times': true,
  take: true,
  'accept-hand-over': true,
  'say-severity': true,
  'write-update': true,
  'say-start': true,
  'say-recovered': true,
  'confirm-recovered': true,
  'mend-held': true,
};

function isSkippable(step: Step): step is Skippable {
  return !(step in NEEDED);
}

/** The first time that Jira did not keep. */
function heldTime({ notes }: IncidentView): keyof IncidentView['notes'] | undefined {
  return TIMES.find((name) => notes[name]?.held);
}

function NextAction({ incident, busy, actions, onOpen }: Props) {
  const { t } = useViewer();
  const step = incident.next?.step;
  const onEditTimes = () => {
    onOpen('times');
  };
  if (step === 'take') return <Take incident={incident} busy={busy} actions={actions} />;
  if (step === 'correct-times') {
    return <Primary onClick={onEditTimes}>{t('next.correctButton')}</Primary>;
  }
  if (step === 'confirm-recovered' || step === 'mend-held') {
    return <SayAgain incident={incident} busy={busy} actions={actions} onEditTimes={onEditTimes} />;
  }
  if (step === 'alerts-recovered') {
    return <AlertsRecovered incident={incident} busy={busy} actions={actions} />;
  }
  if (step === 'say-start') {
    return (
      <QuickTimes
        incident={incident}
        busy={busy}
        onEditTimes={onEditTimes}
        choices={[5, 15, 30]}
        withCreation
        onChoose={(impactStart) => actions.setTimes({ impactStart })}
      />
    );
  }
  if (step === 'say-recovered') {
    return (
      <QuickTimes
        incident={incident}
        busy={busy}
        onEditTimes={onEditTimes}
        choices={[10, 30]}
        onChoose={(impactRecovered) => actions.setTimes({ impactRecovered })}
      />
    );
  }
  return <GoThere incident={incident} busy={busy} actions={actions} onOpen={onOpen} />;
}

function Take({ incident, busy, actions }: Omit<Props, 'names' | 'onOpen'>) {
  const { t } = useViewer();
  const leader = incident.incidentManager;
  return (
    <Primary busy={busy} onClick={() => actions.take(leader?.id ?? null)}>
      {leader ? t('next.takeOver') : t('next.takeButton')}
    </Primary>
  );
}

/** Leads to where the thing is done; what may be passed over can be. */
function GoThere({ incident: { next }, busy, actions, onOpen }: Omit<Props, 'names'>) {
  const { t } = useViewer();
  if (!next || !isElsewhere(next.step)) return null;
  const { step } = next;
  return (
    <div className="choices">
      <Primary
        onClick={() => {
          onOpen(PLACE_OF[step]);
        }}
      >
        {next.isAgain ? t('nextButton.tellAgain') : t(`nextButton.${step}`)}
      </Primary>
      {isSkippable(step) && (
        <Button
          appearance="link"
          disabled={busy}
          onClick={() => void actions.say({ kind: 'skip', step })}
        >
          {t('next.skip')}
        </Button>
      )}
    </div>
  );
}

/** Confirms the recovery that stands in, or says once more what Jira did not keep. */
function SayAgain({
  incident,
  busy,
  actions,
  onEditTimes,
}: Omit<Props, 'onOpen' | 'names'> & { onEditTimes: () => void }) {
  const { t } = useViewer();
  const confirms = incident.next?.step === 'confirm-recovered';
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
      <Button appearance="link" onClick={onEditTimes}>
        {confirms ? t('choices.other') : t('next.correctButton')}
      </Button>
    </div>
  );
}
