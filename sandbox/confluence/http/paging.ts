import { type Call } from './call';
import { badRequest } from './refusal';

/** The page of a list that the call asks for by `limit` and `cursor`, with the address of the next one. */
export function listed<Row>(
  call: Call,
  rows: readonly Row[],
  show: (row: Row) => unknown,
): Response {
  const from = offsetOf(call.query('cursor'));
  const limit = call.number('limit', { otherwise: 25, min: 1, max: 250 });
  const base = `${call.site.baseUrl()}/wiki`;
  const next = from + limit < rows.length ? nextAddress(call.url, from + limit) : undefined;
  const links = [...(next === undefined ? [] : [`<${next}>; rel="next"`]), `<${base}>; rel="base"`];
  return Response.json(
    {
      results: rows.slice(from, from + limit).map(show),
      _links: { ...(next === undefined ? {} : { next }), base },
    },
    { headers: { Link: links.join(', ') } },
  );
}

function nextAddress({ pathname, searchParams }: URL, offset: number): string {
  const query = new URLSearchParams(searchParams);
  query.set('cursor', Buffer.from(`from:${offset}`).toString('base64url'));
  return `${pathname}?${query.toString()}`;
}

/** @throws {Refusal} 400 for a cursor that none of the lists gave. */
function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, offset] = /^from:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (offset === undefined) throw badRequest('The cursor is not valid');
  return Number(offset);
}

/** Sorts by what the call asks for: `title`, or `-title` for the other way round. */
export function sorted<Row>(
  call: Call,
  rows: readonly Row[],
  keys: Readonly<Record<string, (row: Row) => string | number>>,
): readonly Row[] {
  const asked = call.query('sort');
  if (asked === undefined) return rows;
  const key = keys[asked.replace(/^-/, '')];
  if (!key) throw badRequest(`Provided value {${asked}} for 'sort' is not the correct type`);
  const way = asked.startsWith('-') ? -1 : 1;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -way : key(a) > key(b) ? way : 0));
}
