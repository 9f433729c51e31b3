import { useId } from 'react';
import { cutAt, type IncidentView } from '../../../../src/contract';
import { DropDown, TextField } from '../../../kit/controls/fields';
import { TimeField } from '../../../kit/controls/time-field';
import { useViewer } from '../../../kit/texts/texts';
import { type Line, MOMENTS } from './line';

type Props = {
  readonly line: Line;
  readonly incident: IncidentView;
  /** Somebody wanted to add it. */
  readonly isTried: boolean;
  readonly onChange: (line: Line) => void;
};

/** When it was, and what belongs to its kind. */
export function AddExtras({ line, incident, isTried, onChange }: Props) {
  const { t } = useViewer();
  const id = useId();
  const { theories } = incident.response;
  const isOfTheory = line.kind === 'observation' || line.kind === 'experiment';
  return (
    <div className="add-extras">
      <span className="add-extra">
        <label htmlFor={`${id}-when`}>{t('timeline.add.when')}</label>
        <DropDown
          id={`${id}-when`}
          value={line.moment}
          onChange={(event) => {
            onChange({ ...line, moment: event.currentTarget.value as Line['moment'] });
          }}
        >
          {MOMENTS.map((moment) => (
            <option key={moment} value={moment}>
              {moment === 'now' && t('choices.now')}
              {moment === 'other' && t('timeline.add.other')}
              {Number(moment) > 0 && t('timeline.add.minutes', { minutes: moment })}
            </option>
          ))}
        </DropDown>
      </span>
      {line.moment === 'other' && (
        <div className="add-extra add-time">
          <label htmlFor={`${id}-at`}>{t('timeline.add.at')}</label>
          <TimeField
            id={`${id}-at`}
            value={line.other}
            isTried={isTried}
            onChange={(other) => {
              onChange({ ...line, other });
            }}
          />
        </div>
      )}
      {isOfTheory && theories.length > 0 && (
        <span className="add-extra">
          <label htmlFor={`${id}-theory`}>{t('timeline.add.theory')}</label>
          <DropDown
            id={`${id}-theory`}
            value={line.theory}
            onChange={(event) => {
              onChange({ ...line, theory: event.currentTarget.value });
            }}
          >
            <option value="">{t('timeline.add.noTheory')}</option>
            {theories.map(({ entry, text }) => (
              <option key={entry} value={entry}>
                {cutAt(text, 80)}
              </option>
            ))}
          </DropDown>
        </span>
      )}
      {line.kind === 'change' && <ChangeFields line={line} onChange={onChange} />}
    </div>
  );
}

/** Of a change: how, why, and how to undo it. */
function ChangeFields({ line, onChange }: Pick<Props, 'line' | 'onChange'>) {
  const { t } = useViewer();
  const id = useId();
  return (['how', 'why', 'undo'] as const).map((name) => (
    <span key={name} className="add-extra add-wide">
      <label htmlFor={`${id}-${name}`}>{t(`timeline.add.${name}`)}</label>
      <TextField
        id={`${id}-${name}`}
        maxLength={2000}
        value={line[name]}
        onChange={(event) => {
          onChange({ ...line, [name]: event.currentTarget.value });
        }}
      />
    </span>
  ));
}
