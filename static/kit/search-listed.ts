import { askJira } from './jira';
import {
  fieldsOf,
  type FoundIssue,
  type Listed,
  listedIn,
  PROPERTIES,
  statusesOf,
  type Where,
} from './listed';

/** Which incidents a list shows. */
export type ListQuery = {
  readonly where: Where;
  /** null: those of the project that set-up chose. */
  readonly jql: string | null;
  /** Also those that were over in the last so many hours. */
  readonly resolvedHours: number;
};

export type FoundList = {
  readonly incidents: readonly Listed[];
  /** There are more than one reads. */
  readonly isMore: boolean;
  /** Epoch milliseconds, by the server's clock where it says so. */
  readonly at: number;
};

/** `reason`: what Jira says of a query of the site's own. */
export type NotFound =
  | { readonly why: 'no-access' | 'failed' }
  | { readonly why: 'bad-jql'; readonly reason: string | null };

const MOST = 100;

/** The active incidents that the viewer may see: one search by their own browser. */
export async function searchActive(query: ListQuery): Promise<FoundList | NotFound> {
  const { where, jql, resolvedHours } = query;
  const active = `status in (${statusesOf(where, 'new', 'fixing').join(', ')})`;
  const recovered = where.fields.impactRecovered;
  const over =
    resolvedHours > 0 && recovered !== undefined
      ? ` OR (${resolved(where)} AND ${clause(recovered)} >= -${resolvedHours}h)`
      : '';
  return search(query, `${ofQuery(where, jql)} AND (${active}${over}) ORDER BY created DESC`, MOST);
}

/** The one that was over last, for a list that is empty. */
export async function searchLast(query: ListQuery): Promise<Listed | null> {
  const { where, jql } = query;
  const recovered = where.fields.impactRecovered;
  const order = recovered === undefined ? 'updated' : clause(recovered);
  const which = `${ofQuery(where, jql)} AND ${resolved(where)} ORDER BY ${order} DESC`;
  const found = await search(query, which, 1);
  return 'why' in found ? null : (found.incidents[0] ?? null);
}

/** Nothing found may mean that nothing may be seen. */
export async function mayBrowse({ projectId }: Where): Promise<boolean> {
  const answer = await askJira(`/rest/api/3/project/${projectId}`);
  return answer.ok || answer.status !== 404;
}

/** The query as Jira's own search page takes it. */
export function jqlOf({ where, jql }: ListQuery): string {
  const active = statusesOf(where, 'new', 'fixing').join(', ');
  return `${ofQuery(where, jql)} AND status in (${active}) ORDER BY created DESC`;
}

function ofQuery({ projectId, issueTypeId }: Where, jql: string | null): string {
  const which =
    jql === null
      ? `project = ${projectId}`
      : `(${jql.replace(/\border\s+by\b[\s\S]*$/i, '').trim()})`;
  return `${which} AND issuetype = ${issueTypeId}`;
}

function resolved(where: Where): string {
  return `status in (${statusesOf(where, 'resolved').join(', ')})`;
}

/** `customfield_10031` as JQL calls it. */
function clause(field: string): string {
  return `cf[${field.replace('customfield_', '')}]`;
}

async function search(
  { where, jql: own }: ListQuery,
  jql: string,
  maxResults: number,
): Promise<FoundList | NotFound> {
  const answer = await askJira<{
    readonly issues: readonly FoundIssue[];
    readonly nextPageToken?: string;
  }>('/rest/api/3/search/jql', {
    method: 'POST',
    body: { jql, maxResults, fields: fieldsOf(where), properties: PROPERTIES },
  });
  if (answer.ok) {
    const { issues, nextPageToken } = answer.value;
    return {
      incidents: issues.map((issue) => listedIn(issue, where)),
      isMore: nextPageToken !== undefined,
      at: answer.at,
    };
  }
  if (answer.status === 400 && own !== null) return { why: 'bad-jql', reason: answer.reason };
  // A project or a field that somebody may not see is to them one that is not there.
  const isClosed = [400, 401, 403, 404].includes(answer.status);
  return { why: isClosed ? 'no-access' : 'failed' };
}
