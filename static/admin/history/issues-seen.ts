import { askJira } from '../../kit/jira/jira';

/** What Jira calls an issue. */
export type IssueSeen = { readonly key: string; readonly summary: string };

type Fetched = {
  readonly issues?: readonly {
    readonly id: string;
    readonly key: string;
    readonly fields: { readonly summary: string };
  }[];
};

/**
 * Key and summary of those, up to a hundred, that the viewer may see; undefined where Jira did not answer. Fetched and
 * not searched for: a search is refused where one of the ids is gone or hidden.
 */
export async function issuesSeen(
  ids: readonly string[],
): Promise<ReadonlyMap<string, IssueSeen> | undefined> {
  if (ids.length === 0) return new Map();
  const answer = await askJira<Fetched>('/rest/api/3/issue/bulkfetch', {
    method: 'POST',
    body: { issueIdsOrKeys: ids, fields: ['summary'] },
  });
  if (!answer.ok) return undefined;
  const { issues = [] } = answer.value;
  return new Map(issues.map(({ id, key, fields: { summary } }) => [id, { key, summary }]));
}
