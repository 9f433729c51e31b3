import { route } from '@forge/api';
import { type FieldHelp } from '../../../ports/set-up/field-help';
import { type Jira } from '../http';

/** Jira shows a field's description under it. */
export function jiraFieldHelp(jiraAsViewer: Jira): FieldHelp {
  return {
    async set(fieldId, text) {
      await jiraAsViewer(route`/rest/api/3/field/${fieldId}`, {
        method: 'PUT',
        body: { description: text },
      });
    },
  };
}
