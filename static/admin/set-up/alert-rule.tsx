import { useId, useState } from 'react';
import { type AlertDoorView } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { DropDown, TextField } from '../../kit/controls/fields';
import { FailureNote, type Told } from '../../kit/page/failure';
import { useViewer } from '../../kit/texts/texts';
import { ask } from '../ask';
import {
  draftOf,
  isLabelsWrong,
  isWindowWrong,
  LEVELS,
  type RuleDraft,
  ruleOf,
} from './rule-draft';

type Props = {
  readonly door: AlertDoorView;
  readonly name: string;
  readonly onRuled: () => void;
};

/** What a door does with its alerts: which are of one outage, and which become no incident. */
export function AlertRule({ door, name, onRuled }: Props) {
  const { t } = useViewer();
  const [draft, setDraft] = useState(() => draftOf(door.rule));
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | 'saved'>();
  const change = (part: Partial<RuleDraft>) => {
    setDraft({ ...draft, ...part });
    setTold(undefined);
  };
  const save = async () => {
    setBusy(true);
    const reply = await ask('setAlertRule', { door: door.id, rule: ruleOf(draft) });
    setBusy(false);
    setTold(reply.ok ? 'saved' : reply);
    if (!reply.ok) return;
    setDraft(draftOf(reply.value.rule));
    onRuled();
  };
  return (
    <details>
      <summary>{t('admin.alerts.rule.title')}</summary>
      <form
        className="stack recipe"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Grouping draft={draft} onChange={change} />
        <Below draft={draft} onChange={change} />
        <div className="buttons">
          <Button
            type="submit"
            disabled={busy || isLabelsWrong(draft) || isWindowWrong(draft)}
            aria-label={t('admin.alerts.rule.saveOf', { name })}
          >
            {t('admin.alerts.rule.save')}
          </Button>
          <div role="status">{told === 'saved' && <p>{t('admin.alerts.rule.saved')}</p>}</div>
        </div>
        {told !== undefined && told !== 'saved' && <FailureNote failure={told} />}
      </form>
    </details>
  );
}

type PartProps = {
  readonly draft: RuleDraft;
  readonly onChange: (part: Partial<RuleDraft>) => void;
};

function Grouping({ draft, onChange }: PartProps) {
  const { t } = useViewer();
  const id = useId();
  return (
    <>
      <fieldset className="stack" aria-describedby={id}>
        <legend>{t('admin.alerts.rule.group')}</legend>
        {(['service', 'name'] as const).map((field) => (
          <label key={field} className="tick">
            <input
              type="checkbox"
              checked={draft[field]}
              onChange={({ target }) => {
                onChange({ [field]: target.checked });
              }}
            />
            <span>{t(`admin.alerts.rule.${field}`)}</span>
          </label>
        ))}
        <p id={id} className="hint">
          {t('admin.alerts.rule.groupHint')}
        </p>
      </fieldset>
      <Line
        name="labels"
        value={draft.labels}
        isWrong={isLabelsWrong(draft)}
        onChange={(labels) => {
          onChange({ labels });
        }}
      />
      <Line
        name="window"
        value={draft.window}
        isWrong={isWindowWrong(draft)}
        onChange={(window) => {
          onChange({ window });
        }}
      />
    </>
  );
}

type LineProps = {
  readonly name: 'labels' | 'window';
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
};

/** The help says what can be typed; it is named where something else was. */
function Line({ name, value, isWrong, onChange }: LineProps) {
  const { t } = useViewer();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t(`admin.alerts.rule.${name}`)}</label>
      <TextField
        id={id}
        type="text"
        inputMode={name === 'window' ? 'numeric' : 'text'}
        value={value}
        isInvalid={isWrong}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <p id={`${id}-help`} className="field-help">
        {t(`admin.alerts.rule.${name}Hint`)}
      </p>
    </div>
  );
}

function Below({ draft, onChange }: PartProps) {
  const { t } = useViewer();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('admin.alerts.rule.below')}</label>
      <DropDown
        id={id}
        value={draft.below ?? ''}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          onChange({ below: LEVELS.find((level) => String(level) === target.value) ?? null });
        }}
      >
        <option value="">{t('admin.alerts.rule.belowNone')}</option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t('admin.alerts.rule.belowLevel', { level })}
          </option>
        ))}
      </DropDown>
      <p id={`${id}-help`} className="field-help">
        {t('admin.alerts.rule.belowHint')}
      </p>
    </div>
  );
}
