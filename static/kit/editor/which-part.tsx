import { useId } from 'react';
import { TextArea } from '../controls/fields';
import { useViewer } from '../texts/texts';

type Props = {
  /** null: all incidents. */
  readonly jql: string | null;
  readonly help: string;
  readonly onChange: (jql: string | null) => void;
};

/** All incidents of the company, or those that a query finds. */
export function WhichPart({ jql, help, onChange }: Props) {
  const { t } = useViewer();
  const id = useId();
  return (
    <fieldset className="editor-choices">
      <legend>{t('editor.which')}</legend>
      <label>
        <input
          type="radio"
          name={id}
          checked={jql === null}
          onChange={() => {
            onChange(null);
          }}
        />
        {t('editor.whichProject')}
      </label>
      <label>
        <input
          type="radio"
          name={id}
          checked={jql !== null}
          onChange={() => {
            onChange('');
          }}
        />
        {t('editor.whichJql')}
      </label>
      {jql !== null && (
        <div className="field">
          <label htmlFor={`${id}-jql`}>{t('editor.jql')}</label>
          <TextArea
            id={`${id}-jql`}
            rows={2}
            maxLength={2000}
            aria-describedby={`${id}-help`}
            value={jql}
            onChange={({ currentTarget }) => {
              onChange(currentTarget.value);
            }}
          />
          <p id={`${id}-help`} className="hint">
            {help}
          </p>
        </div>
      )}
    </fieldset>
  );
}
