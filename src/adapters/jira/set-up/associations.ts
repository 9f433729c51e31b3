import { route } from '@forge/api';
import { z } from 'zod';
import { type Jira } from '../http';
import { Id, isAmong, PAGE } from './pages';

const Association = z.object({ projectId: Id });

/**
 * Gives fields to the project, at most fifty. Since January 2026 a field that is made over REST belongs to none: it is on
 * no form there, and edits of it are refused. Projects that share the field configuration or scheme get it too; those
 * that have it keep it, so it may be repeated.
 */
export async function associate(
  jira: Jira,
  projectId: string,
  fields: readonly string[],
): Promise<void> {
  await jira(route`/rest/api/3/field/association`, {
    method: 'PUT',
    body: {
      associationContexts: [{ type: 'PROJECT_ID', identifier: Number(projectId) }],
      fields: fields.map((identifier) => ({ type: 'FIELD_ID', identifier })),
    },
  });
}

/** Whether the project has the field: Jira gives one that is made over REST to none, whatever screen it is on. */
export function isAssociated(jira: Jira, projectId: string, field: string): Promise<boolean> {
  return isAmong(
    Association,
    (startAt) =>
      jira(
        route`/rest/api/3/field/${field}/association/project?startAt=${startAt}&maxResults=${PAGE}`,
      ),
    (one) => one.projectId === projectId,
  );
}
