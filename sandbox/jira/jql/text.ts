/** Words of a text as the search index sees them. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * A test for `~`: every word of the query must be in the text; `incid*` is a beginning, a quoted
 * phrase must stand there as it is.
 */
export function textTest(query: string): (text: string) => boolean {
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
