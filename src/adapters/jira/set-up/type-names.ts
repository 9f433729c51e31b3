import { route } from '@forge/api';
import { type TypeNames } from '../../../ports/set-up/type-names';
import { type Jira } from '../http';

/** Issue types of the site, whichever project they are in. */
export function jiraTypeNames(jira: Jira): TypeNames {
  return {
    async rename(issueTypeId, name) {
      await jira(route`/rest/api/3/issuetype/${issueTypeId}`, { method: 'PUT', body: { name } });
    },
  };
}
