import { route } from '@forge/api';
import { z } from 'zod';
import { bothOf } from '../../domain/jql';
import { type TicketCounts } from '../../ports/response/ticket-counts';
import { type Jira } from './http';

const Count = z.object({ count: z.number() });

/** Issues of ours that are linked with an incident and are no tickets: other incidents, what is to be cleaned up. */
const NOT_OURS =
  'issue.property[incident].phase is EMPTY AND issue.property[incident-clean-up].wish is EMPTY';

/** Counted as the app, which sees tickets that an incident manager may not. */
export function jiraTicketCounts(jiraAsApp: Jira): TicketCounts {
  return {
    async of(key, supportJql) {
      const project = key.replace(/-\d+$/, '');
      const which = supportJql ?? `projectType = service_desk OR project != "${project}"`;
      const jql = bothOf(`issue in linkedIssues("${key}") AND ${NOT_OURS}`, which);
      const path = route`/rest/api/3/search/approximate-count`;
      return Count.parse(await jiraAsApp(path, { method: 'POST', body: { jql } })).count;
    },
  };
}
