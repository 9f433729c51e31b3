import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { associate, projectsWith } from '../../model/fields/field-homes';
import { customFieldOf } from './fields';

/** Which projects a custom field belongs to; one that is made over REST belongs to none. */

const MOST_FIELDS = 50;
const MOST_PROJECTS = 100;

const shape = z.object({
  associationContexts: z.array(
    z.object({ type: z.literal('PROJECT_ID'), identifier: z.union([z.number(), z.string()]) }),
  ),
  fields: z.array(z.object({ type: z.literal('FIELD_ID'), identifier: z.string() })),
});

/** What is associated already stays so. */
function put(call: Call): unknown {
  const { site } = call;
  const sent = call.body(shape);
  if (sent.fields.length > MOST_FIELDS || sent.associationContexts.length > MOST_PROJECTS)
    throw badRequest('Up to 50 fields and 100 projects can be associated in a single request.');
  const projects = sent.associationContexts.map(({ identifier }) =>
    site.projects.get(String(identifier)),
  );
  const fields = sent.fields.map(({ identifier }) => site.fields.get(identifier));
  for (const project of projects) for (const field of fields) associate(site, project, field);
  return noContent();
}

function ofField(call: Call): unknown {
  const projects = projectsWith(call.site, customFieldOf(call));
  return page(call, projects, ({ id }) => ({ projectId: id }));
}

const may = 'admin' as const;

export const fieldAssociationRoutes: readonly Route[] = [
  { method: 'PUT', path: '/field/association', may, handle: put },
  { method: 'GET', path: '/field/{fieldId}/association/project', may, handle: ofField },
];
