import { cutAt } from '../../../../src/contract';
import { type Said } from '../../../kit/incident/incident';
import { type Written } from '../kinds';
import { type PlacedNote, type Turns } from './placed-notes';

/** What somebody chose for a line of their notes. */
export type Choice = {
  readonly kind?: Written;
  /** Which of two moments its time means. */
  readonly turn?: 'first' | 'second';
  readonly isDropped?: boolean;
  /** It is in the log. */
  readonly isAdded?: boolean;
};

export type ImportLine = PlacedNote & {
  /** Its place among the notes, from 0. */
  readonly n: number;
  readonly kind: Written;
  readonly isDropped: boolean;
  readonly isAdded: boolean;
};

/** As long as one entry may be. */
const TEXT_LIMIT = 8000;

/** The places of the lines for which somebody said which of two moments is meant. */
export function turnsIn(choices: Readonly<Record<number, Choice>>): Turns {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([n, { turn }]) => (turn === undefined ? [] : [[n, turn]])),
  );
}

/** Its time cannot be told: the clock never shows it, or twice. */
export function isUnclear({ at, twice, never }: ImportLine): boolean {
  return at === undefined && (twice ?? never) !== undefined;
}

/** The notes with what was chosen for each. */
export function chosen(
  notes: readonly PlacedNote[],
  choices: Readonly<Record<number, Choice>>,
): readonly ImportLine[] {
  return notes.map((note, n) => ({
    ...note,
    n,
    kind: choices[n]?.kind ?? 'note',
    isDropped: choices[n]?.isDropped ?? false,
    isAdded: choices[n]?.isAdded ?? false,
  }));
}

/** The entry that a line becomes. */
export function saidOf({ kind, words, at }: ImportLine): Said {
  const saying = { kind, text: cutAt(words, TEXT_LIMIT) };
  return { saying, ...(at !== undefined && { at }) };
}
