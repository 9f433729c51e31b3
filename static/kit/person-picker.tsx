import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { type Among, findPeople, type Person } from './people';
import './input.css';
import './person-picker.css';
import { useViewer } from './texts';

type Props = {
  readonly label: string;
  /** Said to screen readers where the label alone is not enough. */
  readonly name?: string;
  readonly value?: Person;
  readonly among: Among;
  /** Offered as long as nothing is typed. */
  readonly suggested?: readonly Person[];
  readonly autoFocus?: boolean;
  readonly onChange: (person: Person) => void;
  /** Left without choosing: with Escape, or for something else on the page. */
  readonly onClose?: () => void;
};

/**
 * One person, found by typing a name: the arrow keys, Home and End go through those found, Enter chooses, Escape leaves
 * it as it was.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function PersonPicker({ label, name, value, among, autoFocus, ...props }: Props) {
  const { t } = useViewer();
  const id = useId();
  const choice = useChoice({ among, ...props });
  const { people, active, isOpen } = choice;
  return (
    <div className="cell picker">
      <label className="cell-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-label={name}
        aria-expanded={isOpen && people.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && people[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={t('person.search')}
        value={isOpen ? choice.text : (value?.name ?? '')}
        onFocus={choice.open}
        onClick={choice.open}
        onChange={(event) => {
          choice.type(event.target.value);
        }}
        onBlur={choice.close}
        onKeyDown={choice.onKey}
      />
      <PeopleList id={id} {...{ people, active }} onChosen={choice.choose} />
      <p className="people-said" role="status">
        {choice.said && t(`person.${choice.said}`, { count: people.length })}
      </p>
    </div>
  );
}

type ChoiceProps = Pick<Props, 'among' | 'suggested' | 'onChange' | 'onClose'>;

/** What is typed, who is found, and which of them the keys stand on. */
function useChoice({ among, suggested = [], onChange, onClose }: ChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const found = useFound(text, among);
  const isTyped = text.trim() !== '';
  const offered = isTyped ? (found?.people ?? []) : suggested;
  const people = isOpen ? offered : [];
  const show = (shown: boolean, typed = '') => {
    setOpen(shown);
    setText(typed);
    // Nobody is chosen by Enter alone unless a name was typed.
    setActive(typed === '' ? -1 : 0);
  };
  const choose = (person: Person) => {
    show(false);
    onChange(person);
  };
  const close = () => {
    show(false);
    onClose?.();
  };
  const onKey = (event: KeyboardEvent) => {
    const to = targetOf(event.key, active, people.length);
    const chosen = people[active];
    if (to !== undefined) setActive(to);
    if (event.key === 'ArrowDown' && !isOpen) setOpen(true);
    if (event.key === 'Enter' && chosen) choose(chosen);
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation(); // a dialog around it stays open
      close();
    }
    if (to !== undefined || (event.key === 'Enter' && isOpen)) event.preventDefault();
  };
  return {
    ...{ isOpen, text, people, active, choose, close, onKey },
    said: isOpen ? saidOf({ isTyped, found, count: people.length }) : undefined,
    open: () => {
      setOpen(true);
    },
    type: (typed: string) => {
      show(true, typed);
    },
  };
}

/** Where a key goes to in a list of so many; undefined when it goes nowhere. */
function targetOf(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (active + 1) % count,
    ArrowUp: active <= 0 ? count - 1 : active - 1,
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}

type Found = { readonly people: readonly Person[]; readonly isFailed: boolean };

type Looked = { isTyped: boolean; found: Found | undefined; count: number };
type Said = 'suggested' | 'searching' | 'failed' | 'nobody' | 'found';

function saidOf(now: Looked): Said | undefined {
  if (!now.isTyped) return now.count > 0 ? 'suggested' : undefined;
  if (!now.found) return 'searching';
  if (now.found.isFailed) return 'failed';
  return now.count === 0 ? 'nobody' : 'found';
}

type ListProps = {
  readonly id: string;
  readonly people: readonly Person[];
  readonly active: number;
  readonly onChosen: (person: Person) => void;
};

function PeopleList({ id, people, active, onChosen }: ListProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-labelledby={id} className="people">
      {people.map((person, at) => (
        <div
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          className="people-option"
          // Before the input loses the focus, which closes the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onChosen(person);
          }}
        >
          <span className="people-initials" aria-hidden="true">
            {initialsOf(person.name)}
          </span>
          {person.name}
        </div>
      ))}
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? String.fromCodePoint(word.codePointAt(0) ?? 0).toUpperCase() : ''))
    .join('');
}

const PAUSE_MS = 250;

/** Who is found, once somebody has stopped typing; undefined until Jira has answered. */
function useFound(text: string, among: Among): Found | undefined {
  const [found, setFound] = useState<Found & { readonly of: string }>();
  const issueKey = among === 'site' ? undefined : among.issueKey;
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return undefined;
    let isCurrent = true;
    const look = async () => {
      const people = await findPeople(wanted, issueKey === undefined ? 'site' : { issueKey });
      if (isCurrent) setFound({ of: wanted, people: people ?? [], isFailed: !people });
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, issueKey]);
  return found?.of === wanted ? found : undefined;
}
