import { type ReactNode, useState } from 'react';
import { type IncidentView, type TimesInput } from '../../src/contract';
import { type IncidentActions } from './incident';
import { useServerNow } from './server-clock';
import { useViewer } from './texts';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly actions: Pick<IncidentActions, 'take' | 'setTimes'>;
  /** Goes to where the times can be edited. */
  readonly onEditTimes: () => void;
};

/** The one step that is due now, as a sentence with its button. Who may not act reads the sentence alone. */
export function NextStep(props: Props) {
  const { t } = useViewer();
  const { incident } = props;
  if (incident.next === null) return null;
  return (
    <div className="next" role="group" aria-label={t('next.label')}>
      <p className="next-sentence">{sentence(incident, t)}</p>
      {incident.mayEdit && <NextAction {...props} />}
    </div>
  );
}

function sentence(
  { next, wrongPair, incidentManager }: IncidentView,
  t: ReturnType<typeof useViewer>['t'],
): string {
  switch (next) {
    case 'take':
      return incidentManager ? t('next.takeLed', { name: incidentManager.name }) : t('next.take');
    case 'say-start':
      return t('next.sayStart');
    case 'say-recovered':
      return t('next.sayRecovered');
    case 'correct-times':
      return t('next.correctTimes', {
        earlier: t(`times.${wrongPair?.earlier ?? 'impactStart'}`),
        later: t(`times.${wrongPair?.later ?? 'impactDetected'}`),
      });
    case null:
      return '';
  }
}

function NextAction({ incident, busy, actions, onEditTimes }: Props) {
  const { t } = useViewer();
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

type QuickTimesProps = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly choices: readonly number[];
  readonly withCreation?: boolean;
  readonly onChoose: (moment: NonNullable<TimesInput['impactStart']>) => unknown;
  readonly onEditTimes: () => void;
};

/** Answers that need no typing: now, so many minutes ago, when it was raised; or another time. */
function QuickTimes({
  incident,
  busy,
  choices,
  withCreation,
  onChoose,
  onEditTimes,
}: QuickTimesProps) {
  const { t } = useViewer();
  const now = useServerNow(Date.parse(incident.now), 15_000);
  const ago = (minutes: number) => onChoose(new Date(now - minutes * 60_000).toISOString());
  return (
    <div className="choices">
      <button type="button" className="button" disabled={busy} onClick={() => ago(0)}>
        {t('choices.now')}
      </button>
      {choices.map((minutes) => (
        <button
          key={minutes}
          type="button"
          className="button"
          disabled={busy}
          onClick={() => ago(minutes)}
        >
          {t('choices.minutesAgo', { minutes })}
        </button>
      ))}
      {withCreation && (
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => onChoose(incident.created)}
        >
          {t('choices.whenRaised')}
        </button>
      )}
      <button type="button" className="button button-link" onClick={onEditTimes}>
        {t('choices.other')}
      </button>
    </div>
  );
}

type PrimaryProps = { busy?: boolean; onClick: () => unknown; children: ReactNode };

function Primary({ busy = false, onClick, children }: PrimaryProps) {
  const [pressed, setPressed] = useState(false);
  return (
    <button
      type="button"
      className="button button-primary"
      disabled={busy && pressed}
      aria-busy={busy && pressed}
      onClick={() => {
        setPressed(true);
        onClick();
      }}
    >
      {children}
    </button>
  );
}
