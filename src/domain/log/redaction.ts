import { type EntryId, type Kind, type Of, type What } from './what';

/** Which parts of each kind of entry hold words of people; those of Jira are in its change. */
const WORDS: { readonly [K in Kind]: readonly Exclude<keyof Of<K>, 'kind'>[] } = {
  observation: ['text'],
  decision: ['text'],
  note: ['text'],
  theory: ['text'],
  change: ['text', 'how', 'why', 'undo'],
  experiment: ['text'],
  result: ['text'],
  answer: ['text'],
  update: ['text'],
  handOver: ['summary'],
  cleanUp: ['text'],
  confirmed: [],
  judged: [],
  corrected: [],
  redacted: [],
  promise: [],
  tick: [],
  skip: [],
  joined: [],
  left: [],
  disciplined: [],
  awake: [],
  roleMade: [],
  roleGiven: [],
  roleLeft: [],
  tookOver: [],
  accepted: [],
  withdrawn: [],
  review: [],
  jira: [],
  noted: [],
  // Words of a machine.
  alert: [],
};

/** The entry whose words this one takes out. */
export function redactedBy(what: What): EntryId | undefined {
  if (what.kind === 'redacted') return what.entry;
  return what.kind === 'jira' && what.change.of === 'commentGone' ? what.change.entry : undefined;
}

/** There are words of people in it that can be taken out. */
export function holdsWords(what: What): boolean {
  return what.kind === 'jira' ? 'text' in what.change : WORDS[what.kind].length > 0;
}

/** The words of people in it, one after the other. */
export function wordsOf(what: What): string {
  if (what.kind === 'jira') return 'text' in what.change ? what.change.text : '';
  const parts: readonly string[] = WORDS[what.kind];
  const words = Object.entries(what).flatMap(([name, text]) =>
    parts.includes(name) && typeof text === 'string' && text !== '' ? [text] : [],
  );
  return words.join('\n');
}

/** What was said, without the words: who, when and what kind of thing stay. */
export function withoutWords(what: What): What {
  if (what.kind === 'jira') {
    const { change } = what;
    return 'text' in change ? { ...what, change: { ...change, text: '' } } : what;
  }
  const parts: readonly string[] = WORDS[what.kind];
  const blank = parts.filter((name) => name in what).map((name) => [name, ''] as const);
  return { ...what, ...Object.fromEntries(blank) };
}
