/*
 * Queries that administrators write, looked at without knowing what they find. Words in quotes are nobody's business.
 */

/** Why a query cannot be put together with another: it never ends what it began, or says an order of its own. */
export type JqlFault = 'jql-open' | 'jql-order';

/** Whether this can stand in parentheses; what it finds, and whether it is a query at all, Jira says. */
export function faultInJql(jql: string): JqlFault | undefined {
  const bare = withoutQuoted(jql);
  if (bare === undefined || !isBalanced(bare)) return 'jql-open';
  return /\border\s+by\b/i.test(bare) ? 'jql-order' : undefined;
}

/** What both find. The order is the caller's to say. */
export function bothOf(jql: string, other: string): string {
  return `(${jql}) AND (${other})`;
}

/**
 * What Atlassian's grammar takes for one letter, within quotes and outside of them: there too an escaped quote begins
 * and ends nothing.
 */
const ESCAPED = String.raw`\\(?:[tnr"'\\ ]|u[\dA-Fa-f]{4})`;
const IN_QUOTES = new RegExp(
  String.raw`${ESCAPED}|"(?:${ESCAPED}|[^"\\])*"|'(?:${ESCAPED}|[^'\\])*'`,
  'gs',
);

/** Quoted words become nothing; undefined where a quote is never closed, or a backslash stands for no letter. */
function withoutQuoted(jql: string): string | undefined {
  const bare = jql.replaceAll(IN_QUOTES, ' ');
  return /["'\\]/.test(bare) ? undefined : bare;
}

function isBalanced(bare: string): boolean {
  let open = 0;
  for (const letter of bare) {
    if (letter === '(') open += 1;
    if (letter === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
