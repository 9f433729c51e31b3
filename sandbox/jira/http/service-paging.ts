import { type Call } from './call';

/** A page as Jira Service Management gives it: `start` and `limit`, 50 rows unless asked for fewer. */
export function servicePage<Row>(
  call: Call,
  rows: readonly Row[],
  show: (row: Row) => unknown,
): unknown {
  const start = call.number('start', 0);
  const limit = Math.min(call.number('limit', 50), 100);
  const values = rows.slice(start, start + limit).map(show);
  const base = call.site.baseUrl();
  return {
    _expands: [],
    size: values.length,
    start,
    limit,
    isLastPage: start + limit >= rows.length,
    _links: { base, context: '', self: `${base}${call.url.pathname}${call.url.search}` },
    values,
  };
}
