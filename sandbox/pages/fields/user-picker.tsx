import { useId, useState, type KeyboardEvent } from 'react';
import { Avatar } from '../shell/icons';
import type { User } from '../site/types';
import { useText } from '../text/text';
import { usePeople } from './use-people';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly chosen: User | undefined;
  readonly onChoose: (user: User | undefined) => void;
  readonly at: { readonly project?: string; readonly issue?: string };
  readonly describedBy?: string | undefined;
  readonly autoFocus?: boolean;
};

/** A person, found by typing: arrow keys move, Enter takes, an empty box is no one. */
export function UserPicker(props: Props) {
  const { id, label, chosen, onChoose, at, describedBy, autoFocus } = props;
  const text = useText();
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(0);
  const found = usePeople(query, at);
  const list = useId();
  const open = query !== undefined;

  const ask = (next: string | undefined) => {
    setQuery(next);
    setActive(0);
  };
  const take = (user: User | undefined) => {
    ask(undefined);
    onChoose(user);
  };
  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(found[active] ?? chosen);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      ask(undefined);
    }
  };
  return (
    <div className="picker">
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${list}-${active}` : undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={text('field.search')}
        value={query ?? chosen?.displayName ?? ''}
        onFocus={() => {
          ask('');
        }}
        onBlur={() => {
          ask(undefined);
        }}
        onChange={({ target }) => {
          ask(target.value);
        }}
        onKeyDown={keys}
      />
      <Found id={list} label={label} people={found} active={active} open={open} onTake={take} />
    </div>
  );
}

type FoundProps = {
  readonly id: string;
  readonly label: string;
  readonly people: readonly User[];
  readonly active: number;
  readonly open: boolean;
  readonly onTake: (user: User | undefined) => void;
};

/** The list under the box. Its first line, no one, is for the mouse; typing nothing and Enter keeps who was chosen. */
function Found({ id, label, people, active, open, onTake }: FoundProps) {
  const text = useText();
  return (
    <ul id={id} role="listbox" aria-label={label} className="picker-list" hidden={!open}>
      {people.map((user, at) => (
        <li
          key={user.accountId}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(user);
          }}
        >
          <Avatar name={user.displayName} />
          {user.displayName}
        </li>
      ))}
      <li
        role="option"
        aria-selected="false"
        className="subtle"
        onPointerDown={(event) => {
          event.preventDefault();
          onTake(undefined);
        }}
      >
        {text('field.noOne')}
      </li>
    </ul>
  );
}
