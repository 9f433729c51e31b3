import { route } from '@forge/api';
import { type ListedStates } from '../ports/listed-states';
import { type Jira } from './jira-http';

const PROPERTY = 'incident';

/** The issue property `incident`, which manifest.yml has indexed for JQL. */
export function jiraListedStates(jiraAsApp: Jira): ListedStates {
  return {
    async write(id, listed) {
      await jiraAsApp(route`/rest/api/3/issue/${id}/properties/${PROPERTY}`, {
        method: 'PUT',
        body: listed,
      });
    },
  };
}
