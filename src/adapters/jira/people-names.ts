import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { type PersonId } from '../../domain/incident/incident';
import { type PeopleNames } from '../../ports/incident/people-names';
import { type Jira } from './http';

const Found = z.object({
  // Null: an id that the site does not know any more.
  values: z.array(z.object({ accountId: z.string(), displayName: z.string() }).nullable()),
});

/** As many as one address of a call takes. */
const AT_ONCE = 50;

/** Names of people as Jira shows them to this identity. */
export function jiraPeopleNames(jira: Jira): PeopleNames {
  return {
    async of(ids) {
      const names = new Map<PersonId, string>();
      const unique = [...new Set(ids)];
      for (let at = 0; at < unique.length; at += AT_ONCE) {
        const query = new URLSearchParams({ maxResults: String(AT_ONCE) });
        for (const id of unique.slice(at, at + AT_ONCE)) query.append('accountId', id);
        const answer = await jira(route`/rest/api/3/user/bulk?${query}`).catch(unlessForbidden);
        for (const one of Found.parse(answer).values) {
          if (one) names.set(one.accountId as PersonId, one.displayName);
        }
      }
      return names;
    },
  };
}

/** Who may look up nobody reads a page without names. */
function unlessForbidden(error: unknown): z.infer<typeof Found> {
  if (error instanceof IncidentError && error.code === 'forbidden') return { values: [] };
  throw error;
}
