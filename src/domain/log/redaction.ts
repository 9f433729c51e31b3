import { type What } from './what';

/** Fields of an entry that hold words of people. */
const WORDS = ['text', 'how', 'why', 'undo', 'summary'] as const;

/** What was said, without the words: who, when and what kind of thing stay. */
export function withoutWords(what: What): What {
  if (what.kind === 'jira') {
    const { change } = what;
    return 'text' in change ? { ...what, change: { ...change, text: '' } } : what;
  }
  const blank = WORDS.filter((name) => name in what).map((name) => [name, ''] as const);
  return { ...what, ...Object.fromEntries(blank) };
}
