/*
 * Customers choose their names themselves, and whoever opens a table has a spreadsheet that divides it at commas or, in
 * German, at semicolons; the wrong one takes no heed of quotes in the middle of a line. So a place where either may
 * begin a cell is guarded, not the beginning of ours alone.
 */
/** What a spreadsheet takes for the beginning of a formula; Japanese ones the wide signs too. */
const SIGN = '[=+\\-@＝＋－＠]';
const FORMULA = new RegExp(`(^|[;\\t\\r\\n])([\\s"]*)(?=${SIGN})`, 'g');
/** Some spreadsheets leave these out before they look for a sign. */
const LEADING_BREAK = /^[\t\r\n]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const NEEDS_QUOTES = /[",;\t\r\n]/;

/**
 * A table as comma-separated values (RFC 4180). Where a spreadsheet would take something for a formula, an apostrophe
 * stands before it.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string, at: number): string {
  // The first number of a line begins, for whoever divides at semicolons, a cell that holds the whole line.
  const isNumber = at > 0 && NUMBER.test(text);
  const safe = isNumber ? text : guarded(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function guarded(text: string): string {
  const inside = text.replaceAll(FORMULA, "$1$2'");
  return LEADING_BREAK.test(inside) ? `'${inside}` : inside;
}
