import { type Portals } from '../../ports/portal/portals';
import { type Jira } from './http';
import { deskOf, fieldsOfForm, requestTypeOf } from './set-up/service-desk';

/** Portals as the administrator who asks sees them: service desk and portal share their id. */
export function jiraPortals(jiraAsViewer: Jira): Portals {
  return {
    async look({ projectId, issueTypeId }, known) {
      const id = await deskOf(jiraAsViewer, projectId);
      if (id === undefined) return undefined;
      const type = await requestTypeOf(jiraAsViewer, id, { issueTypeId, known });
      if (!type) return { id };
      const fields = await fieldsOfForm(jiraAsViewer, id, type.id);
      const isListed = type.groupIds.length > 0;
      return { id, requestType: { id: type.id, name: type.name, isListed, fields } };
    },
  };
}
