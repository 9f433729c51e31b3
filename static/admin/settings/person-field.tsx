import { useState } from 'react';
import { IconButton } from '../../kit/controls/button';
import { useViewer } from '../../kit/texts/texts';
import { usePeople } from '../../kit/jira/people';
import { PersonPicker } from '../../kit/controls/person-picker';

type Props = {
  readonly label: string;
  /** Said to screen readers where the label alone is not enough. */
  readonly name: string;
  readonly value: string | undefined;
  readonly onChange: (accountId: string | undefined) => void;
};

/** A person, found by name. What is kept is their account id. */
export function PersonField({ label, name, value, onChange }: Props) {
  const { t } = useViewer();
  const [open, setOpen] = useState(false);
  const person = usePeople([value]).get(value ?? '');
  const shown =
    value === undefined ? t('settings.person.none') : (person ?? t('settings.person.unknown'));
  if (open) {
    return (
      <PersonPicker
        label={label}
        name={name}
        among="site"
        autoFocus
        onChange={({ id }) => {
          onChange(id);
          setOpen(false);
        }}
        onClose={() => {
          setOpen(false);
        }}
      />
    );
  }
  return (
    <div className="cell">
      <span className="cell-label">{label}</span>
      <span className="person">
        <button
          type="button"
          className={value === undefined ? 'person-button person-none' : 'person-button'}
          aria-label={`${name}: ${shown}`}
          onClick={() => {
            setOpen(true);
          }}
        >
          {shown}
        </button>
        {value !== undefined && (
          <IconButton
            label={t('settings.person.clear', { field: name })}
            onClick={() => {
              onChange(undefined);
            }}
          >
            ✕
          </IconButton>
        )}
      </span>
    </div>
  );
}
