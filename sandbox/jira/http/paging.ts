import { type Call } from './call';

/** A page as most lists of Jira give it. */
export type Page<T> = {
  readonly self?: string;
  readonly nextPage?: string;
  readonly maxResults: number;
  readonly startAt: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly values: readonly T[];
};

/** Cuts the page that the call asks for out of all rows; shows only the rows of that page. */
export function page<Row, Shown>(
  call: Call,
  rows: readonly Row[],
  show: (row: Row) => Shown,
  size = 50,
  most = 1000,
): Page<Shown> {
  const startAt = call.number('startAt', 0);
  const maxResults = Math.min(call.number('maxResults', size), most);
  const isLast = startAt + maxResults >= rows.length;
  const next = new URL(call.url);
  next.searchParams.set('startAt', String(startAt + maxResults));
  next.searchParams.set('maxResults', String(maxResults));
  const own = call.site.baseUrl();
  return {
    self: `${own}${call.url.pathname}${call.url.search}`,
    ...(isLast ? {} : { nextPage: `${own}${next.pathname}${next.search}` }),
    maxResults,
    startAt,
    total: rows.length,
    isLast,
    values: rows.slice(startAt, startAt + maxResults).map(show),
  };
}

/** The part of the rows that `startAt` and `maxResults` of the call name, for lists that are plain arrays. */
export function slice<Row>(call: Call, rows: readonly Row[], size = 50, most = 1000): Row[] {
  const startAt = call.number('startAt', 0);
  return rows.slice(startAt, startAt + Math.min(call.number('maxResults', size), most));
}
