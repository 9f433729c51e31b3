import { askJira } from '../jira/jira';
import { activeJql, lastJql, type ListQuery } from './listed-jql';
import { fieldsOf, type FoundIssue, type Listed, listedIn, PROPERTIES, type Where } from './listed';

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
export function searchActive(query: ListQuery): Promise<FoundList | NotFound> {
  return search(query, activeJql(query), MOST);
}

/** The one that was over last, for a list that is empty. */
export async function searchLast(query: ListQuery): Promise<Listed | null> {
  const found = await search(query, lastJql(query), 1);
  return 'why' in found ? null : (found.incidents[0] ?? null);
}

/** Nothing found may mean that nothing may be seen. */
export async function mayBrowse({ projectId }: Where): Promise<boolean> {
  const answer = await askJira(`/rest/api/3/project/${projectId}`);
  return answer.ok || answer.status !== 404;
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
