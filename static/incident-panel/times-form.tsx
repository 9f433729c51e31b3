import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { Button } from '../kit/controls/button';
import { TimeField } from '../kit/controls/time-field';
import { FailureNote } from '../kit/page/failure';
import { type Failure, type IncidentActions } from '../kit/incident/incident';
import { toLocalInput } from '../kit/texts/moments';
import { useServerNow } from '../kit/texts/server-clock';
import { useViewer } from '../kit/texts/texts';
import { TIMES, type TimeName } from '../kit/texts/times';
import { CertaintySelect } from './certainty';
import { changesOf, draftOf, type DraftTime, isUnclear, sameDraft } from './times-input';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly onSave: IncidentActions['setTimes'];
  readonly onClose: () => void;
};

/** All three times at once, because correcting one often means correcting its neighbour. */
export function TimesForm({ incident, busy, failure, onSave, onClose }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const [opened] = useState(() => draftOf(incident, viewer));
  const [draft, setDraft] = useState(opened);
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (isUnclear(draft, viewer)) return;
    const changes = changesOf(incident, opened, draft, viewer);
    if (Object.keys(changes).length === 0 || (await onSave(changes))) onClose();
  };
  return (
    <form
      className="times-form"
      noValidate // the server's sentence says more than the browser's bubble
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && sameDraft(draft, opened)) onClose();
      }}
    >
      {TIMES.map((name) => (
        <NamedTime
          key={name}
          name={name}
          incident={incident}
          value={draft[name]}
          isTried={tried}
          invalid={tried && (failure?.subject?.includes(name) ?? false)}
          onChange={(value) => {
            setDraft((was) => ({ ...was, [name]: value }));
          }}
        />
      ))}
      {tried && failure && <FailureNote failure={failure} />}
      <div className="form-buttons">
        <Button appearance="primary" type="submit" disabled={busy}>
          {busy && tried ? t('panel.saving') : t('panel.save')}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {t('panel.cancel')}
        </Button>
      </div>
    </form>
  );
}

type FieldProps = {
  readonly name: TimeName;
  readonly incident: IncidentView;
  readonly value: DraftTime;
  readonly invalid: boolean;
  readonly isTried: boolean;
  readonly onChange: (value: DraftTime) => void;
};

const HELP = {
  impactStart: 'panel.startHelp',
  impactDetected: 'panel.detectedHelp',
  impactRecovered: 'panel.recoveredHelp',
} as const;

function NamedTime({ name, incident, value, invalid, isTried, onChange }: FieldProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const id = `time-${name}`;
  const setMoment = (moment: string) => {
    onChange({ ...value, moment });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t(`times.${name}`)}</label>
      <div className="field-row">
        <TimeField
          id={id}
          value={value.moment}
          isInvalid={invalid}
          isTried={isTried}
          aria-describedby={`${id}-help`}
          onChange={setMoment}
        />
        {value.moment !== '' && (
          <CertaintySelect
            name={name}
            value={value.certainty}
            onChange={(certainty) => {
              onChange({ ...value, certainty });
            }}
          />
        )}
        <Choices name={name} incident={incident} value={value.moment} onChange={setMoment} />
      </div>
      <p id={`${id}-help`} className="field-help">
        {t(HELP[name])}
      </p>
    </div>
  );
}

type ChoicesProps = Pick<FieldProps, 'name' | 'incident'> & {
  readonly value: string;
  readonly onChange: (moment: string) => void;
};

/** Answers that need no typing. */
function Choices({ name, incident, value, onChange }: ChoicesProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const now = useServerNow(Date.parse(incident.now), 15_000);
  const ago = (minutes: number) =>
    toLocalInput(new Date(now - minutes * 60_000).toISOString(), viewer);
  const choices = [
    { text: t('choices.now'), moment: ago(0) },
    ...[5, 10, 15, 30].map((minutes) => ({
      text: t('choices.minutesAgo', { minutes }),
      moment: ago(minutes),
    })),
    ...(name === 'impactRecovered'
      ? []
      : [{ text: t('choices.whenRaised'), moment: toLocalInput(incident.created, viewer) }]),
    ...(value === '' ? [] : [{ text: t('panel.clear'), moment: '' }]),
  ];
  return (
    <span
      className="choices"
      role="group"
      aria-label={t('choices.label', { time: t(`times.${name}`) })}
    >
      {choices.map(({ text, moment }) => (
        <Button
          key={text}
          appearance="link"
          onClick={() => {
            onChange(moment);
          }}
        >
          {text}
        </Button>
      ))}
    </span>
  );
}
