import { useState } from 'react';
import { type Choices, type InventoryView, type Phase } from '../../../src/contract/admin';
import { Button } from '../../kit/controls/button';
import { DropDown } from '../../kit/controls/fields';
import { FailureNote, type Told } from '../../kit/page/failure';
import { languageOf } from '../../kit/texts/language';
import { useViewer } from '../../kit/texts/texts';
import { CommonChoices, type Common } from './common-choices';
import { Levels, useLevels } from './levels';
import { FieldRows, StatusRows } from './mapping-rows';

type Props = {
  readonly project: string;
  readonly inventory: InventoryView;
  readonly before: Choices | null;
  readonly onBegin: (choices: Choices) => Promise<Told | undefined>;
};

type Phases = Readonly<Record<string, Phase>>;

/** What of the project means what. Everything has a suggestion; nothing is taken without a look at it. */
export function Mapping({ project, inventory, before, onBegin }: Props) {
  const { t, locale } = useViewer();
  const { issueTypes, suggestedType, suggestedFields } = inventory;
  const [type, setType] = useState(before?.issueType ?? suggestedType ?? issueTypes[0]?.id ?? '');
  const [fields, setFields] = useState<Choices['fields']>(suggestedFields);
  const [phases, setPhases] = useState<Phases>({});
  const [common, setCommon] = useState<Common>({
    language: before?.language ?? languageOf(locale),
    tellOnTransition: false,
  });
  const [failure, setFailure] = useState<Told>();
  const levels = useLevels(project, fields.severity);
  const chosen = issueTypes.find(({ id }) => id === type);
  const standing: Phases = Object.fromEntries(
    (chosen?.statuses ?? []).map(({ id, suggested }) => [id, phases[id] ?? suggested]),
  );
  const begin = async () => {
    setFailure(
      await onBegin({
        ...common,
        project: { use: project },
        issueType: type,
        fields,
        phases: standing,
        ...(fields.severity === undefined ? {} : { severities: levels.value }),
      }),
    );
  };
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor="adopt-type">{t('admin.adopt.type')}</label>
        <DropDown
          id="adopt-type"
          value={type}
          onChange={(event) => {
            setType(event.currentTarget.value);
          }}
        >
          {issueTypes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </DropDown>
        {chosen && !chosen.toldAtOnce && (
          <p className="field-help">{t('admin.adopt.hourly', { name: chosen.name })}</p>
        )}
      </div>
      <StatusRows
        statuses={chosen?.statuses ?? []}
        value={standing}
        onChange={(id, phase) => {
          setPhases((was) => ({ ...was, [id]: phase }));
        }}
      />
      <FieldRows fields={inventory.fields} value={fields} onChange={setFields} />
      {fields.severity !== undefined && <Levels {...levels} />}
      <CommonChoices value={common} onChange={setCommon} />
      <p className="hint">{t('admin.adopt.whatHappens')}</p>
      <div className="buttons">
        <Button appearance="primary" onClick={() => void begin()}>
          {t('admin.adopt.start')}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
