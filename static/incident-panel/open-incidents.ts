import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** An open incident as the viewer sees it in Jira. */
export type OpenIncident = { readonly key: string; readonly summary: string };

type Found = {
  readonly issues?: readonly {
    readonly key: string;
    readonly fields: { readonly summary: string; readonly issuetype: { readonly id: string } };
  }[];
};

/**
 * The other open incidents of this one's project, newest first, asked for as the viewer by their own browser.
 *
 * @returns undefined while asking; `failed` when Jira did not answer.
 */
export function useOpenIncidents(key: string): readonly OpenIncident[] | 'failed' | undefined {
  const [found, setFound] = useState<readonly OpenIncident[] | 'failed'>();
  useEffect(() => {
    let isCurrent = true;
    void search(key)
      .catch(() => 'failed' as const)
      .then((answer) => {
        if (isCurrent) setFound(answer);
      });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return found;
}

/** This one is asked for as well: its issue type says what an incident is here. */
async function search(key: string): Promise<readonly OpenIncident[] | 'failed'> {
  const project = key.replace(/-\d+$/, '');
  const jql = `project = "${project}" AND (statusCategory != Done OR key = "${key}") ORDER BY created DESC`;
  const response = await requestJira('/rest/api/3/search/jql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ jql, maxResults: 50, fields: ['summary', 'issuetype'] }),
  });
  if (!response.ok) return 'failed';
  const { issues = [] } = (await response.json()) as Found;
  const type = issues.find((issue) => issue.key === key)?.fields.issuetype.id;
  return issues
    .filter((issue) => issue.key !== key && (!type || issue.fields.issuetype.id === type))
    .map((issue) => ({ key: issue.key, summary: issue.fields.summary }));
}
