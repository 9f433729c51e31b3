import { useEffect, useId, useState } from 'react';
import { useViewer } from '../../kit/texts';
import { findPeople, type Person, usePeople } from './people';

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
      <PersonSearch
        {...{ label, name }}
        onChosen={(accountId) => {
          onChange(accountId);
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
          <button
            type="button"
            className="icon-button"
            aria-label={t('settings.person.clear', { field: name })}
            onClick={() => {
              onChange(undefined);
            }}
          >
            ✕
          </button>
        )}
      </span>
    </div>
  );
}

type SearchProps = Pick<Props, 'label' | 'name'> & {
  readonly onChosen: (accountId: string) => void;
  readonly onClose: () => void;
};

/** A text that is looked for, and whom it finds: arrow keys and Enter choose, Escape leaves it as it was. */
function PersonSearch({ label, name, onChosen, onClose }: SearchProps) {
  const { t } = useViewer();
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = useFound(text);
  const people = found?.people ?? [];
  return (
    <div className="cell">
      <label className="cell-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-label={name}
        aria-expanded={people.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={people[active] && `${id}-${active}`}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus
        placeholder={t('settings.person.search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onBlur={onClose}
        onKeyDown={(event) => {
          const chosen = people[active];
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && chosen) onChosen(chosen.accountId);
          if (step && people.length > 0) setActive((active + step + people.length) % people.length);
          if (step || event.key === 'Enter') event.preventDefault();
        }}
      />
      <PeopleList id={id} {...{ people, active, onChosen }} />
      <p className="field-help" role="status">
        {found &&
          people.length === 0 &&
          t(found.failed ? 'settings.person.failed' : 'settings.person.nobody')}
      </p>
    </div>
  );
}

type ListProps = {
  readonly id: string;
  readonly people: readonly Person[];
  readonly active: number;
  readonly onChosen: (accountId: string) => void;
};

function PeopleList({ id, people, active, onChosen }: ListProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-labelledby={id} className="people">
      {people.map(({ accountId, displayName }, at) => (
        <div
          key={accountId}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          className="people-option"
          // Before the input loses the focus, which closes the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onChosen(accountId);
          }}
        >
          {displayName}
        </div>
      ))}
    </div>
  );
}

const PAUSE_MS = 250;

function useFound(text: string) {
  const [found, setFound] = useState<{
    text: string;
    people: readonly Person[];
    failed: boolean;
  }>();
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    const look = async () => {
      const people = await findPeople(wanted);
      if (current) setFound({ text: wanted, people: people ?? [], failed: people === undefined });
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return found?.text === wanted ? found : undefined;
}
