import { type Head, type SaidText } from './head';
import { type EntryId } from './what';

/** The head without the words of an entry, wherever they stand in it. */
export function withoutWordsOf(head: Head, id: EntryId): Head {
  return blanked(head, id);
}

/** The same by hand: of a comment, no later words are taken either. */
export function withoutWordsForGood(head: Head, id: EntryId): Head {
  const after = withoutWordsOf(head, id);
  if (!after.comments?.some(({ entry }) => entry === id)) return after;
  const comments = after.comments.map((one) =>
    one.entry === id ? { ...one, isClosed: true as const } : one,
  );
  return { ...after, comments };
}

/** Everything in the head that came from an entry names it, and holds its words under these names. */
const WORDS = ['text', 'summary'] as const satisfies readonly (keyof SaidText | 'summary')[];

function blanked<Value>(value: Value, id: EntryId): Value {
  if (Array.isArray(value)) return value.map((one: unknown) => blanked(one, id)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, one]) => [name, blanked(one, id)] as const);
  const copy = Object.fromEntries(inner) as Value & Readonly<Record<string, unknown>>;
  if (copy['entry'] !== id) return copy;
  const words = WORDS.filter((name) => name in copy).map((name) => [name, ''] as const);
  return { ...copy, ...Object.fromEntries(words) };
}
