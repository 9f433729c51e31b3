import { useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { DropDown, TextField } from '../kit/controls/fields';
import { type Failure, type IncidentActions } from '../kit/incident/incident';
import { useViewer } from '../kit/texts/texts';
import { FormFrame } from './form-frame';
import { useOpenIncidents } from './open-incidents';
import { Radios } from './radios';

type Props = {
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly onCancel: IncidentActions['cancel'];
  readonly onClose: () => void;
};

type Why = 'none' | 'duplicate';

/** No incident after all, or another one's duplicate: asked once, in plain words. */
export function CancelForm({ incident, busy, failure, onCancel, onClose }: Props) {
  const { t } = useViewer();
  const [why, setWhy] = useState<Why>('none');
  const [key, setKey] = useState('');
  const [needed, setNeeded] = useState(false);
  const given = key.trim().toUpperCase();
  return (
    <FormFrame
      title={t('cancel.title')}
      submit={t('cancel.button')}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onSubmit={async () => {
        const lacks = why === 'duplicate' && !/^[A-Z][A-Z0-9_]+-\d+$/.test(given);
        setNeeded(lacks);
        return !lacks && onCancel({ duplicateOf: why === 'duplicate' ? given : null });
      }}
    >
      <Radios<Why>
        legend={t('cancel.why')}
        value={why}
        onChange={setWhy}
        choices={[
          { value: 'none', label: t('cancel.none') },
          { value: 'duplicate', label: t('cancel.duplicate') },
        ]}
      />
      {why === 'duplicate' && <Which of={incident.key} value={key} onChange={setKey} />}
      {needed && <p role="alert">{t('cancel.keyNeeded')}</p>}
      <p className="field-help">{t('cancel.follows')}</p>
    </FormFrame>
  );
}

type WhichProps = {
  readonly of: string;
  readonly value: string;
  readonly onChange: (key: string) => void;
};

/** One of the open incidents that the viewer sees, or any other by its key. */
function Which({ of, value, onChange }: WhichProps) {
  const { t } = useViewer();
  const open = useOpenIncidents(of);
  const listed = open === 'failed' || open === undefined ? [] : open;
  return (
    <div className="field">
      {listed.length > 0 && (
        <>
          <label htmlFor="duplicate-of">{t('cancel.which')}</label>
          <DropDown
            id="duplicate-of"
            className="select-wide"
            value={listed.some(({ key }) => key === value) ? value : ''}
            onChange={({ currentTarget }) => {
              onChange(currentTarget.value);
            }}
          >
            <option value="">{t('cancel.choose')}</option>
            {listed.map(({ key, summary }) => (
              <option key={key} value={key}>
                {key} {summary}
              </option>
            ))}
          </DropDown>
        </>
      )}
      {open === 'failed' && <p className="field-help">{t('cancel.notSearched')}</p>}
      {open?.length === 0 && <p className="field-help">{t('cancel.noneOpen')}</p>}
      <label htmlFor="duplicate-key">{t('cancel.key')}</label>
      <div className="field-row">
        <TextField
          id="duplicate-key"
          value={value}
          placeholder="HOT-39"
          aria-describedby="duplicate-key-help"
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      </div>
      <p id="duplicate-key-help" className="field-help">
        {t('cancel.keyHelp')}
      </p>
    </div>
  );
}
