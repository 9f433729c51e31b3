import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, NOT_A_PAYLOAD } from '../../http/refusal';
import { type Route } from '../../http/route';
import { chooseFields, issueBean, namesOf, schemaOf } from '../../issues/bean';
import { searchIssues } from '../../jql/search';

/** With more than ids and keys a page holds fewer issues. */
const MAX_IDS = 5000;
const MAX_FULL = 100;

const MAX_PROPERTIES = 5;

/** No other keys: a real site refuses them. Of `maxResults` it says more than that it is wrong. */
const shape = z.strictObject({
  jql: z.string().nullish(),
  fields: z.array(z.string()).nullish(),
  expand: z.string().nullish(),
  properties: z.array(z.string()).nullish(),
  maxResults: z.number().int().nullish(),
  nextPageToken: z.string().nullish(),
  fieldsByKeys: z.boolean().nullish(),
  reconcileIssues: z.array(z.number()).max(50).optional(),
});

type Asked = z.infer<typeof shape>;

const PARAMETERS = new Set([...Object.keys(shape.shape), 'failFast']);

/** @throws {Refusal} 400 for a parameter that the call does not have, `startAt` above all */
function fromQuery(call: Call): Asked {
  const unknown = [...call.url.searchParams.keys()].find((name) => !PARAMETERS.has(name));
  if (unknown !== undefined) throw badRequest(NOT_A_PAYLOAD, `${unknown}: is no parameter`);
  return {
    jql: call.query('jql'),
    fields: call.queries('fields'),
    expand: call.query('expand'),
    properties: call.queries('properties'),
    maxResults: call.number('maxResults', 50),
    nextPageToken: call.query('nextPageToken'),
  };
}

/** @throws {Refusal} 400; where exactly the limits lie is published or measured, the words are not all known */
function checkLimits({ maxResults, properties }: Asked): void {
  if (maxResults !== null && maxResults !== undefined && (maxResults < 1 || maxResults > MAX_IDS))
    throw badRequest('The maxResults parameter must be between 1 and 5,000.');
  if ((properties?.length ?? 0) > MAX_PROPERTIES)
    throw badRequest(`A maximum of ${MAX_PROPERTIES} issue property keys can be specified.`);
}

function search(call: Call, asked: Asked): unknown {
  checkLimits(asked);
  const jql = asked.jql ?? '';
  const properties = asked.properties ?? [];
  const fields = asked.fields?.length ? asked.fields : ['id'];
  const expand = new Set((asked.expand ?? '').split(',').filter((one) => one !== ''));
  const slim = fields.every((one) => one === 'id' || one === 'key') && properties.length === 0;
  const size = Math.min(asked.maxResults ?? 50, slim ? MAX_IDS : MAX_FULL);
  const issues = searchIssues(call.site, call.who, jql);
  const from = asked.nextPageToken ? readToken(asked.nextPageToken, jql) : 0;
  const shown = issues.slice(from, from + size);
  const isLast = from + size >= issues.length;
  const chosen = chooseFields(call.site, fields);
  const wanted = { fields: chosen, expand: without(expand, ['names', 'schema']), properties };
  const onlyIds = slim && !fields.includes('key') && expand.size === 0;
  return {
    issues: shown.map((issue) => (onlyIds ? { id: issue.id } : issueBean(call, issue, wanted))),
    ...(isLast ? {} : { nextPageToken: writeToken(from + size, jql) }),
    isLast,
    ...(expand.has('names') ? { names: namesOf(chosen) } : {}),
    ...(expand.has('schema') ? { schema: schemaOf(chosen) } : {}),
  };
}

const without = (all: ReadonlySet<string>, gone: readonly string[]): Set<string> =>
  new Set([...all].filter((one) => !gone.includes(one)));

const fingerprint = (jql: string): string =>
  createHash('sha256').update(jql).digest('hex').slice(0, 12);

const writeToken = (offset: number, jql: string): string =>
  Buffer.from(`${offset}:${fingerprint(jql)}`).toString('base64url');

/** A token belongs to its query. */
function readToken(token: string, jql: string): number {
  const [offset, of] = Buffer.from(token, 'base64url').toString().split(':');
  if (of !== fingerprint(jql)) throw badRequest('The nextPageToken is invalid.');
  return Number(offset);
}

function count(call: Call): unknown {
  const { jql } = call.body(z.strictObject({ jql: z.string() }));
  return { count: searchIssues(call.site, call.who, jql).length };
}

const reads =
  'reconcileIssues changes nothing: the search is never behind; the words of some refusals are not known';

export const searchRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/search/jql',
    may: 'anyone',
    missing: reads,
    handle: (call) => search(call, call.body(shape)),
  },
  {
    method: 'GET',
    path: '/search/jql',
    may: 'anyone',
    missing: reads,
    handle: (call) => search(call, fromQuery(call)),
  },
  { method: 'POST', path: '/search/approximate-count', may: 'anyone', handle: count },
];
