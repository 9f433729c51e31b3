import { type IncidentView } from '../../src/contract';
import { type IncidentActions } from './incident';
import { momentText } from './moments';
import { type Place, PLACE_OF } from './places';
import { Primary, QuickTimes } from './quick-times';
import { useViewer, type Viewer } from './texts';
import { type Names } from './people';
import { TIMES } from './times';

/** What may be passed over; the others are needed for the figures, or wait for one person. */
const SKIPPABLE = [
  'assess',
  'confirm-severity',
  'tell-internal',
  'tell-external',
  'give-communications',
  'give-tech-lead',
  'offer-role',
  'promise-update',
  'discipline',
  'hand-over',
  'final-update',
  'clean-up',
  'review',
] as const;

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
  const { next, wrongPair, incidentManager, times } = incident;
  const { t } = viewer;
  const now = Date.parse(incident.now);
  if (!next) return '';
  switch (next.step) {
    case 'take':
      return incidentManager ? t('next.takeLed', { name: incidentManager.name }) : t('next.take');
    case 'confirm-recovered':
      return t('next.confirm-recovered', {
        time: times.impactRecovered ? momentText(times.impactRecovered, viewer, now) : '',
      });
    case 'mend-held':
      return t('next.mend-held', { time: t(`times.${heldTime(incident) ?? 'impactStart'}`) });
    case 'correct-times':
      return t('next.correct-times', {
        earlier: t(`times.${wrongPair?.earlier ?? 'impactStart'}`),
        later: t(`times.${wrongPair?.later ?? 'impactDetected'}`),
      });
    case 'write-update': {
      const due = next.due ?? now;
      return t(due < now ? 'next.updateOverdue' : 'next.write-update', {
        time: momentText(due, viewer, now),
      });
    }
    default:
      return t(`next.${next.step}`, { name: names[next.person ?? ''] ?? t('source.somebody') });
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
  switch (incident.next?.step) {
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
    default:
      return <GoThere {...{ incident, busy, actions, onOpen }} />;
  }
}

/** Leads to where the thing is done; what may be passed over can be. */
function GoThere({ incident: { next }, busy, actions, onOpen }: Omit<Props, 'names'>) {
  const { t } = useViewer();
  const place = next && PLACE_OF[next.step];
  const skippable = SKIPPABLE.find((step) => step === next?.step);
  if (!next || !place) return null;
  return (
    <div className="choices">
      <Primary
        onClick={() => {
          onOpen(place);
        }}
      >
        {t(`nextButton.${next.step}`)}
      </Primary>
      {skippable && (
        <button
          type="button"
          className="button button-link"
          disabled={busy}
          onClick={() => void actions.say({ kind: 'skip', step: skippable })}
        >
          {t('next.skip')}
        </button>
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
      <button type="button" className="button button-link" onClick={onEditTimes}>
        {confirms ? t('choices.other') : t('next.correctButton')}
      </button>
    </div>
  );
}
