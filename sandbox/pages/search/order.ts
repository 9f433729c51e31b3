/** The order of a query: its last clause, which is about the list and not about what is in it. */

// The words may also stand in a quoted text: what follows the clause's own has its quotes in pairs.
const ORDER = /\s*\border\s+by\s+((?:[^"]|"[^"]*")+)$/i;

export function withoutOrder(jql: string): string {
  return jql.replace(ORDER, '');
}

/** How a query is ordered now, when it is by one field. */
export function orderOf(jql: string): { field: string; descending: boolean } | undefined {
  const clause = ORDER.exec(jql)?.[1]?.trim();
  const match =
    clause === undefined ? null : /^("[^"]+"|[\w[\].]+)(?:\s+(asc|desc))?$/i.exec(clause);
  if (!match?.[1]) return undefined;
  return {
    field: match[1].replaceAll('"', '').toLowerCase(),
    descending: match[2]?.toLowerCase() === 'desc',
  };
}

/** The same query in the order of a field; asked for twice, the other way round. */
export function orderedBy(jql: string, field: string): string {
  const now = orderOf(jql);
  const direction = now?.field === field.toLowerCase() && !now.descending ? 'DESC' : 'ASC';
  const name = /^(\w+|cf\[\d+\])$/.test(field) ? field : `"${field}"`;
  return `${withoutOrder(jql)} ORDER BY ${name} ${direction}`.trim();
}
