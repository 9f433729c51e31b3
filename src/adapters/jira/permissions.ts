import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { type Permissions, type Right } from '../../ports/incident/permissions';
import { type Jira } from './http';

const MyPermissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** What the person who asks may do, by Jira's permission scheme, asked as them. */
export function jiraPermissions(jiraAsViewer: Jira): Permissions {
  return {
    async of(id) {
      try {
        const answer = await jiraAsViewer(
          route`/rest/api/3/mypermissions?issueId=${id}&permissions=EDIT_ISSUES`,
        );
        const { permissions } = MyPermissions.parse(answer);
        return new Set<Right>(permissions['EDIT_ISSUES']?.havePermission ? ['edit'] : []);
      } catch (error) {
        if (isUnseen(error)) return new Set<Right>();
        throw error;
      }
    },
    async browses(projectId) {
      try {
        const answer = await jiraAsViewer(
          route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=BROWSE_PROJECTS`,
        );
        const { permissions } = MyPermissions.parse(answer);
        if (!permissions['BROWSE_PROJECTS']?.havePermission) return false;
        // A service project says so of everybody who may use its portal; it is shown to those who may browse it.
        await jiraAsViewer(route`/rest/api/3/project/${projectId}`);
        return true;
      } catch (error) {
        if (isUnseen(error)) return false;
        throw error;
      }
    },
    async administersJira() {
      const answer = await jiraAsViewer(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
      return MyPermissions.parse(answer).permissions['ADMINISTER']?.havePermission ?? false;
    },
  };
}

function isUnseen(error: unknown): boolean {
  return error instanceof IncidentError && ['not-found', 'forbidden'].includes(error.code);
}
