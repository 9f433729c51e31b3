import { route } from '@forge/api';
import { type Notices } from '../../ports/response/notices';
import { type Jira } from './http';

/** Notices as Jira mails them, in one call. */
export function jiraNotices(jira: Jira): Notices {
  return {
    async tell(incident, people, { subject, text }) {
      const to = { users: people.map((accountId) => ({ accountId })) };
      const body = { subject, textBody: text, to };
      await jira(route`/rest/api/3/issue/${incident}/notify`, { method: 'POST', body });
    },
  };
}
