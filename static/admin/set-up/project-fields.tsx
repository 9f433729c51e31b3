import { type ProjectKind } from '../../../src/contract/admin';
import { DropDown, TextField } from '../../kit/controls/fields';
import { useViewer } from '../../kit/texts/texts';

export type NewProject = {
  readonly key: string;
  readonly name: string;
  readonly kind: ProjectKind;
};

/** Told while typing; Jira has the last word. */
export function isBadKey(key: string): boolean {
  return !/^[A-Z][A-Z0-9_]{1,9}$/.test(key);
}

type Props = {
  readonly value: NewProject;
  readonly kinds: readonly ProjectKind[];
  readonly onChange: (value: NewProject) => void;
};

/** Key, name and kind of the project that is made. */
export function ProjectFields({ value, kinds, onChange }: Props) {
  const { t } = useViewer();
  return (
    <>
      <div className="field">
        <label htmlFor="project-key">{t('admin.setUp.key')}</label>
        <TextField
          id="project-key"
          value={value.key}
          isInvalid={isBadKey(value.key)}
          aria-describedby="project-key-help"
          onChange={(event) => {
            onChange({ ...value, key: event.currentTarget.value.toUpperCase() });
          }}
        />
        <p id="project-key-help" className="field-help">
          {t('admin.setUp.keyHelp')}
        </p>
      </div>
      <div className="field">
        <label htmlFor="project-name">{t('admin.setUp.name')}</label>
        <TextField
          id="project-name"
          value={value.name}
          isInvalid={value.name.trim() === ''}
          onChange={(event) => {
            onChange({ ...value, name: event.currentTarget.value });
          }}
        />
      </div>
      {kinds.length > 1 && (
        <div className="field">
          <label htmlFor="project-kind">{t('admin.setUp.kindLabel')}</label>
          <DropDown
            id="project-kind"
            value={value.kind}
            aria-describedby="project-kind-help"
            onChange={(event) => {
              onChange({ ...value, kind: event.currentTarget.value as ProjectKind });
            }}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`admin.setUp.kind.${one}`)}
              </option>
            ))}
          </DropDown>
          <p id="project-kind-help" className="field-help">
            {t('admin.setUp.kindHelp')}
          </p>
        </div>
      )}
    </>
  );
}
