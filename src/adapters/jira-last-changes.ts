import { route } from '@forge/api';
import { z } from 'zod';
import { instant } from '../domain/time';
import { type LastChanges } from '../ports/last-changes';
import { type Jira } from './jira-http';

const Updated = z.object({ fields: z.object({ updated: z.string() }) });

/** One field of one issue: the cheapest question there is. */
export function jiraLastChanges(jira: Jira): LastChanges {
  return {
    async of(id) {
      const answer = await jira(route`/rest/api/3/issue/${id}?fields=updated`);
      return instant(Updated.parse(answer).fields.updated);
    },
  };
}
