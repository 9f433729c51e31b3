import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift';
import { type ChangeEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { TextField } from './fields';
import { type Among, findPeople, type Person } from '../jira/people';
import './person-picker.css';
import { useViewer } from '../texts/texts';

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
 * it as it was. While an input method composes, keys are its own.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function PersonPicker({ label, name, value, among, autoFocus, ...props }: Props) {
  const { t } = useViewer();
  const { box, text, people, said, inputProps } = useChoice({ among, ...props });
  const { isOpen, highlightedIndex } = box;
  const input = box.getInputProps({ ...inputProps, 'aria-label': name });
  return (
    <div className="cell picker">
      <label className="cell-label" {...box.getLabelProps()}>
        {label}
      </label>
      <TextField
        {...input}
        aria-expanded={isOpen && people.length > 0}
        aria-activedescendant={people[highlightedIndex] && input['aria-activedescendant']}
        autoFocus={autoFocus}
        placeholder={t('person.search')}
        value={isOpen ? text : (value?.name ?? '')}
      />
      <div {...box.getMenuProps()} className="people">
        {people.map((person, index) => (
          <div
            key={person.id}
            {...box.getItemProps({ item: person, index })}
            className="people-option"
          >
            <span className="people-initials" aria-hidden="true">
              {initialsOf(person.name)}
            </span>
            {person.name}
          </div>
        ))}
      </div>
      <p className="people-said" role="status">
        {said && t(`person.${said}`, { count: people.length })}
      </p>
    </div>
  );
}

type ChoiceProps = Pick<Props, 'among' | 'suggested' | 'onChange' | 'onClose'>;

/** What is typed, who is found, and which of them the keys stand on. */
function useChoice({ among, suggested = [], onChange, onClose }: ChoiceProps) {
  const [text, setText] = useState('');
  const found = useFound(text, among);
  const isTyped = text.trim() !== '';
  const offered = isTyped ? (found?.people ?? []) : suggested;
  const box = useCombobox<Person>({
    items: [...offered],
    itemToString: (person) => person?.name ?? '',
    inputValue: text,
    // Whoever was chosen is the caller's to keep, and may be chosen again.
    selectedItem: null,
    stateReducer,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) onChange(selectedItem);
    },
    onIsOpenChange: ({ isOpen }) => {
      if (!isOpen) setText('');
    },
  });
  const { isOpen } = box;
  const inputProps = {
    onFocus: box.openMenu,
    onBlur: () => onClose?.(),
    // At once: an input method loses what it composes when the text comes back late.
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setText(event.currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const isLeaving = event.key === 'Escape';
      const { isComposing } = event.nativeEvent;
      if (isComposing || (isLeaving && !isOpen)) leaveAlone(event);
      if (isComposing || !isLeaving || !isOpen) return;
      event.stopPropagation(); // a dialog around it stays open
      onClose?.();
    },
  };
  return {
    box,
    text,
    people: isOpen ? offered : [],
    said: isOpen ? saidOf({ isTyped, found, count: offered.length }) : undefined,
    inputProps,
  };
}

/** Safari ends a composition before it tells of the Enter that ended it; of that one the library takes care. */
function leaveAlone({ nativeEvent }: KeyboardEvent): void {
  Object.assign(nativeEvent, { preventDownshiftDefault: true });
}

/** What differs from the library: leaving chooses nobody, a click opens and never closes, and so on. */
function stateReducer(
  state: UseComboboxState<Person>,
  { type, changes }: UseComboboxStateChangeOptions<Person>,
): Partial<UseComboboxState<Person>> {
  const types = useCombobox.stateChangeTypes;
  if (type === types.InputBlur) return { ...changes, selectedItem: null };
  if (type === types.InputClick) return { ...state, isOpen: true };
  // Nobody is chosen by Enter alone unless a name was typed.
  if (type === types.InputChange)
    return { ...changes, highlightedIndex: changes.inputValue?.trim() ? 0 : -1 };
  if (type === types.InputKeyDownEnter) return changes.selectedItem ? changes : state;
  return changes;
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
