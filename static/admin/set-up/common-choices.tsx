import { type Choices } from '../../../src/contract/admin';
import { DropDown } from '../../kit/controls/fields';
import { useViewer } from '../../kit/texts/texts';

export type Common = Pick<Choices, 'language' | 'tellOnTransition'>;

type Props = { readonly value: Common; readonly onChange: (value: Common) => void };

/** What is decided either way: the language of names, and whether transitions tell the app directly. */
export function CommonChoices({ value, onChange }: Props) {
  const { t } = useViewer();
  return (
    <>
      <div className="field">
        <label htmlFor="names-language">{t('admin.setUp.language')}</label>
        <DropDown
          id="names-language"
          value={value.language}
          aria-describedby="names-language-help"
          onChange={(event) => {
            onChange({ ...value, language: event.currentTarget.value as Common['language'] });
          }}
        >
          <option value="en-US">English</option>
          <option value="de-DE">Deutsch</option>
        </DropDown>
        <p id="names-language-help" className="field-help">
          {t('admin.setUp.languageHelp')}
        </p>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={value.tellOnTransition}
          onChange={(event) => {
            onChange({ ...value, tellOnTransition: event.currentTarget.checked });
          }}
        />
        <span>
          {t('admin.setUp.tell')}
          <span className="hint">{t('admin.setUp.tellHelp')}</span>
        </span>
      </label>
    </>
  );
}
