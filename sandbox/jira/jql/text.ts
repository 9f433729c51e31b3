import { badRequest } from '../http/refusal';

/** Words of a text as the search index sees them. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** @throws {Refusal} 400 for what the index cannot be asked: nothing, an end without a beginning, signs left open */
function checkQuery(query: string, field: string): void {
  if (query.trim() === '')
    throw badRequest(`The field '${field}' does not support searching for an empty string.`);
  const first = query.trim().charAt(0);
  if (first === '*' || first === '?')
    throw badRequest(
      `The text query '${query}' for field '${field}' is not allowed to start with '${first}'.`,
    );
  const plain = query.replace(/\\./g, '');
  const isOpen = BRACKETS.some(([open, close]) => count(plain, open) !== count(plain, close));
  if (/\s[*?]/.test(plain) || count(plain, '"') % 2 === 1 || isOpen)
    throw badRequest(`Unable to parse the text '${query}' for field '${field}'.`);
}

const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/**
 * A test for `~`: every word of the query must be in the text; `incid*` is a beginning, a quoted
 * phrase must stand there as it is.
 * @throws {Refusal} 400 in Jira's words
 */
export function textTest(query: string, field: string): (text: string) => boolean {
  checkQuery(query, field);
  const phrase = /^\s*"(.*)"\s*$/.exec(query.replaceAll('\\"', '"'))?.[1];
  if (phrase !== undefined) {
    const wanted = wordsOf(phrase).join(' ');
    return (text) => ` ${wordsOf(text).join(' ')} `.includes(` ${wanted} `);
  }
  const terms = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}*]+/u)
    .filter((term) => term !== '' && term !== '*');
  const exact = terms.filter((term) => !term.endsWith('*'));
  const beginnings = terms.filter((term) => term.endsWith('*')).map((term) => term.slice(0, -1));
  return (text) => {
    const words = wordsOf(text);
    const known = new Set(words);
    return (
      exact.every((term) => known.has(term)) &&
      beginnings.every((start) => words.some((word) => word.startsWith(start)))
    );
  };
}
