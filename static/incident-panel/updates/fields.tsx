import { useId } from 'react';
import { DropDown, TextArea, TextField } from '../../kit/controls/fields';
import { useViewer } from '../../kit/texts/texts';
import { type Parts, type Side } from './words';

type Props = {
  readonly side: Side;
  readonly parts: Parts;
  readonly isFinal: boolean;
  readonly cadence: number | null;
  readonly onChange: (parts: Parts) => void;
};

/** The parts of the handbook's pattern: first status and impact, then two lists, then when and where the next comes. */
export function Fields({ side, parts, isFinal, cadence, onChange }: Props) {
  const { t } = useViewer();
  const change = (part: Partial<Parts>) => {
    onChange({ ...parts, ...part });
  };
  return (
    <div className="update-fields">
      <Area
        label={t('updates.lead')}
        rows={3}
        value={parts.lead}
        onChange={(lead) => {
          change({ lead });
        }}
      />
      {side === 'internal' && (
        <Area
          label={t('updates.status')}
          rows={4}
          value={parts.status}
          onChange={(status) => {
            change({ status });
          }}
        />
      )}
      {side === 'internal' && !isFinal && (
        <Area
          label={t('updates.steps')}
          rows={3}
          value={parts.steps}
          onChange={(steps) => {
            change({ steps });
          }}
        />
      )}
      {!isFinal && <NextOne parts={parts} cadence={cadence} change={change} />}
    </div>
  );
}

type NextProps = {
  readonly parts: Parts;
  readonly cadence: number | null;
  readonly change: (part: Partial<Parts>) => void;
};

function NextOne({ parts, cadence, change }: NextProps) {
  const { t } = useViewer();
  const id = useId();
  const spans = [...new Set([...(cadence === null ? [] : [cadence]), 15, 30, 60, 120])];
  return (
    <div className="field-row">
      <div className="field">
        <label htmlFor={`${id}-when`}>{t('updates.nextWhen')}</label>
        <DropDown
          id={`${id}-when`}
          className="select-wide"
          value={parts.nextMinutes ?? ''}
          onChange={({ target: { value } }) => {
            change({ nextMinutes: value === '' ? null : Number(value) });
          }}
        >
          {spans
            .toSorted((a, b) => a - b)
            .map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('updates.promise.in', { minutes })}
              </option>
            ))}
          <option value="">{t('updates.nextNone')}</option>
        </DropDown>
      </div>
      <div className="field field-grow">
        <label htmlFor={`${id}-where`}>{t('updates.nextWhere')}</label>
        <TextField
          id={`${id}-where`}
          value={parts.where}
          onChange={({ target: { value } }) => {
            change({ where: value });
          }}
        />
      </div>
    </div>
  );
}

type AreaProps = {
  readonly label: string;
  readonly rows: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Area({ label, rows, value, onChange }: AreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <TextArea
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
