import { useId } from 'react';
import { type ListConfig } from '../active/config';
import { useViewer } from '../kit/texts';

type Props = {
  readonly draft: ListConfig;
  readonly edit: (change: Partial<ListConfig>) => void;
};

/** All incidents of the company, or those that a query finds. */
export function WhichPart({ draft: { jql }, edit }: Props) {
  const { t } = useViewer();
  const id = useId();
  return (
    <fieldset className="editor-choices">
      <legend>{t('active.which')}</legend>
      <label>
        <input
          type="radio"
          name={id}
          checked={jql === null}
          onChange={() => {
            edit({ jql: null });
          }}
        />
        {t('active.whichProject')}
      </label>
      <label>
        <input
          type="radio"
          name={id}
          checked={jql !== null}
          onChange={() => {
            edit({ jql: '' });
          }}
        />
        {t('active.whichJql')}
      </label>
      {jql !== null && (
        <div className="field">
          <label htmlFor={`${id}-jql`}>{t('active.jql')}</label>
          <textarea
            id={`${id}-jql`}
            className="input"
            rows={2}
            maxLength={2000}
            aria-describedby={`${id}-help`}
            value={jql}
            onChange={({ currentTarget }) => {
              edit({ jql: currentTarget.value });
            }}
          />
          <p id={`${id}-help`} className="hint">
            {t('active.jqlHelp')}
          </p>
        </div>
      )}
    </fieldset>
  );
}
