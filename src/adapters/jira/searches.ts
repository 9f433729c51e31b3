import { route } from '@forge/api';
import { z } from 'zod';
import { type SystemChange, type Window } from '../../domain/response/changes';
import { bothOf } from '../../domain/jql';
import { instant, type Instant, MINUTE_MS } from '../../domain/time';
import { type Searches } from '../../ports/response/searches';
import { type Jira } from './http';

const MOST = 50;

const Found = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({
        summary: z.string(),
        updated: z.string(),
        resolutiondate: z.string().nullish(),
        assignee: z.object({ displayName: z.string() }).nullish(),
      }),
    }),
  ),
  nextPageToken: z.string().optional(),
});
const Count = z.object({ count: z.number() });

type Issue = z.infer<typeof Found>['issues'][number];

/** @param now the server's clock: the window goes to Jira as minutes before it */
export function jiraSearches(jira: Jira, now: () => Instant): Searches {
  return {
    async changes(jql, window) {
      const both = bothOf(jql, windowJql(window, now()));
      const fields = ['summary', 'updated', 'resolutiondate', 'assignee'];
      const body = { jql: `${both} ORDER BY updated DESC`, maxResults: MOST, fields };
      const { issues, nextPageToken } = Found.parse(
        await jira(route`/rest/api/3/search/jql`, { method: 'POST', body }),
      );
      return { found: issues.map(changeFrom), more: nextPageToken !== undefined };
    },
    async count(jql) {
      const body = { jql };
      const answer = await jira(route`/rest/api/3/search/approximate-count`, {
        method: 'POST',
        body,
      });
      return Count.parse(answer).count;
    },
  };
}

/** Relative and a minute wider, because a date in JQL is read in the time zone of whoever asks, to the minute. */
function windowJql({ from, until }: Window, now: Instant): string {
  const since = Math.ceil((now - from) / MINUTE_MS) + 1;
  const to = Math.floor((now - until) / MINUTE_MS) - 1;
  const within = (field: string) =>
    `${field} >= -${since}m${to > 0 ? ` AND ${field} <= -${to}m` : ''}`;
  return `(${within('resolved')}) OR (resolved IS EMPTY AND ${within('updated')})`;
}

function changeFrom({ key, fields }: Issue): SystemChange {
  const { summary, updated, resolutiondate, assignee } = fields;
  return {
    kind: 'issue',
    id: key,
    name: summary,
    at: instant(resolutiondate ?? updated),
    ...(assignee && { by: assignee.displayName }),
  };
}
