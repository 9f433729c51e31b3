import { z } from 'zod';
import { type Call } from '../../http/call';
import { Refusal } from '../../http/refusal';
import { type Route } from '../../http/route';
import { clauseTest } from '../../jql/clause';
import { parseJql } from '../../jql/parse';
import { structureOf } from '../../jql/structure';

/** Each query by itself: its structure, or what is wrong with it. */
function parse(call: Call): unknown {
  const { queries } = call.body(z.strictObject({ queries: z.array(z.string().min(1)).min(1) }));
  const strict = (call.query('validation') ?? 'strict') === 'strict';
  return { queries: queries.map((query) => parseOne(call, query, strict)) };
}

function parseOne(call: Call, query: string, strict: boolean): unknown {
  try {
    const tree = parseJql(query);
    const asker = { site: call.site, accountId: call.who, timeZone: 'Etc/UTC' };
    if (strict && tree?.where) clauseTest(asker, tree.where);
    return { query, structure: tree ? structureOf(tree) : {}, errors: [], warnings: [] };
  } catch (error) {
    if (error instanceof Refusal) return { query, errors: error.messages, warnings: [] };
    throw error;
  }
}

const OPERATORS = ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>=', '~', '!~'];
const FUNCTIONS = [
  'currentUser()',
  'membersOf("")',
  'now()',
  'startOfDay()',
  'endOfDay()',
  'startOfWeek()',
  'endOfWeek()',
  'startOfMonth()',
  'endOfMonth()',
  'startOfYear()',
  'endOfYear()',
];

function autocomplete({ site }: Call): unknown {
  return {
    visibleFieldNames: site.fields
      .all()
      .filter(({ trashed }) => !trashed)
      .map(({ name, clauseNames, custom, schema }) => ({
        value: clauseNames[0] ?? name,
        displayName: custom ? `${name} - ${clauseNames[0] ?? ''}` : name,
        orderable: 'true',
        searchable: 'true',
        ...(custom ? { cfid: clauseNames[0] } : {}),
        operators: OPERATORS,
        types: [schema.type],
      })),
    visibleFunctionNames: FUNCTIONS.map((name) => ({ value: name, displayName: name, types: [] })),
    jqlReservedWords: [
      'and',
      'or',
      'not',
      'empty',
      'null',
      'order',
      'by',
      'in',
      'is',
      'was',
      'changed',
    ],
  };
}

export const jqlRoutes: readonly Route[] = [
  { method: 'POST', path: '/jql/parse', may: 'anyone', handle: parse },
  {
    method: 'GET',
    path: '/jql/autocompletedata',
    missing: 'all fields have all operators',
    handle: autocomplete,
  },
];
