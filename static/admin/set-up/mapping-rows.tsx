import { type Choices, type InventoryView, type Phase } from '../../../src/contract/admin';
import { useViewer } from '../../kit/texts/texts';
import { MappingRow } from './mapping-row';

const PHASES: readonly Phase[] = ['new', 'fixing', 'resolved', 'cancelled'];

/** The fields we look for and the kind each must be of, in the order in which people meet them. */
const FIELDS = [
  ['severity', 'select'],
  ['faultyService', 'select'],
  ['affectedProducts', 'checkboxes'],
  ['drill', 'checkboxes'],
  ['impactStart', 'moment'],
  ['impactDetected', 'moment'],
  ['impactRecovered', 'moment'],
  ['chatChannel', 'url'],
  ['videoCall', 'url'],
  ['stateDocument', 'url'],
] as const;

type StatusProps = {
  readonly statuses: InventoryView['issueTypes'][number]['statuses'];
  readonly value: Readonly<Record<string, Phase>>;
  readonly onChange: (id: string, phase: Phase) => void;
};

/** Each status of the project and the phase it stands for. */
export function StatusRows({ statuses, value, onChange }: StatusProps) {
  const { t } = useViewer();
  const missing = (['new', 'fixing', 'resolved'] as const).filter(
    (phase) => !Object.values(value).includes(phase),
  );
  return (
    <fieldset className="mapping">
      <legend>{t('admin.adopt.statuses')}</legend>
      {statuses.map(({ id, name }) => (
        <MappingRow
          key={id}
          label={name}
          value={value[id] ?? 'new'}
          onChange={(phase) => {
            onChange(id, phase as Phase);
          }}
        >
          {PHASES.map((phase) => (
            <option key={phase} value={phase}>
              {t(`phase.${phase}`)}
            </option>
          ))}
        </MappingRow>
      ))}
      {missing.map((phase) => (
        <p key={phase} className="note note-warning" role="status">
          {t('admin.adopt.phaseMissing', { phase: t(`phase.${phase}`) })}
        </p>
      ))}
    </fieldset>
  );
}

type FieldProps = {
  readonly fields: InventoryView['fields'];
  readonly value: Choices['fields'];
  readonly onChange: (value: Choices['fields']) => void;
};

/** Each field of an incident and the site's own that means it; what the site has not is made. */
export function FieldRows({ fields, value, onChange }: FieldProps) {
  const { t } = useViewer();
  return (
    <fieldset className="mapping">
      <legend>{t('admin.adopt.fields')}</legend>
      {FIELDS.map(([name, kind]) => (
        <MappingRow
          key={name}
          label={t(`names.fields.${name}.name`)}
          value={value[name] ?? ''}
          onChange={(id) => {
            onChange({ ...value, [name]: id === '' ? undefined : id });
          }}
        >
          <option value="">{t('admin.adopt.make')}</option>
          {fields
            .filter((field) => field.kind === kind)
            .map((field) => (
              <option key={field.id} value={field.id}>
                {field.name}
              </option>
            ))}
        </MappingRow>
      ))}
    </fieldset>
  );
}
