import { type Query } from '@atlaskit/jql-ast';
import { badRequest } from '../http/refusal';
import { maySee } from '../model/access';
import { can } from '../model/permissions';
import { type Site } from '../model/site';
import { type Issue } from '../model/types';
import { clauseTest, type Test } from './clause';
import { type Asker } from './field';
import { jqlField } from './fields';
import { parseJql } from './parse';

const MAX_SORTS = 7;

/** The issues that the query names and this account may see, in the order it asks for. */
export function searchIssues(site: Site, accountId: string | null, jql: string): Issue[] {
  const timeZone =
    (accountId === null ? undefined : site.people.find(accountId)?.timeZone) ?? 'Etc/UTC';
  const asker = { site, accountId, timeZone };
  const query = boundedQuery(jql);
  const test = query.where ? clauseTest(asker, query.where) : (): boolean => true;
  const compare = comparison(asker, query);
  const sees = visibility(site, accountId);
  const hits: Issue[] = [];
  for (const issue of site.issues.values())
    if (issue.isArchived !== true && sees(issue) && test(issue)) hits.push(issue);
  return compare(hits);
}

/** Jira refuses to search everything. */
function boundedQuery(jql: string): Query {
  const query = parseJql(jql);
  if (!query?.where)
    throw badRequest(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  return query;
}

/** Most projects show all their issues to whoever may browse; that is found out once per search. */
function visibility(site: Site, accountId: string | null): Test {
  const open = new Map(
    site.projects
      .all()
      .map((project) => [project.id, can(site, accountId, 'BROWSE_PROJECTS', project)]),
  );
  return (issue) =>
    open.get(issue.projectId) === true && !issue.values.has('security')
      ? true
      : maySee(site, accountId, issue);
}

type Sort = (issues: Issue[]) => Issue[];
type Row = { readonly issue: Issue; readonly places: readonly (string | number | undefined)[] };

/** Without ORDER BY the newest come first. Empty fields come last going down, first going up. */
function comparison(asker: Asker, { orderBy }: Query): Sort {
  const sorts = (orderBy ? orderBy.fields : []).map(({ field, direction }) => ({
    order: jqlField(asker, field).order,
    sign: direction && direction.value.toLowerCase() === 'desc' ? -1 : 1,
  }));
  if (sorts.length > MAX_SORTS) throw badRequest(`At most ${MAX_SORTS} fields can be sorted by.`);
  const compare = (a: Row, b: Row): number => {
    for (const [at, { sign }] of sorts.entries()) {
      const difference = compareOne(a.places[at], b.places[at]);
      if (difference !== 0) return difference * sign;
    }
    return Number(b.issue.id) - Number(a.issue.id);
  };
  return (issues) =>
    issues
      .map((issue) => ({ issue, places: sorts.map(({ order }) => order(issue)) }))
      .sort(compare)
      .map(({ issue }) => issue);
}

function compareOne(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
