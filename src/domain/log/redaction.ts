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

/** Somebody may take out its words: it has some, and they are not part of how the incident is measured. */
export function hasWords(what: What): boolean {
  if (what.kind === 'jira') return 'text' in what.change && what.change.text !== '';
  const fields: Readonly<Record<string, unknown>> = what;
  return WORDS.some((name) => typeof fields[name] === 'string' && fields[name] !== '');
}
