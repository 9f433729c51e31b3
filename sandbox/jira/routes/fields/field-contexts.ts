import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found } from '../../http/refusal';
import { created, noContent, type Route } from '../../http/route';
import { type Bean } from '../../model/beans';
import { type Field, type FieldContext } from '../../model/config';
import { addContext } from '../../model/fields/custom-fields';
import { contextOf as contextFor } from '../../model/fields/screens';
import { customFieldOf, unlocked } from './fields';

export function contextOf(call: Call, field: Field): FieldContext {
  const context = field.contexts.find(({ id }) => id === call.param('contextId'));
  return found(context, 'The custom field context was not found.');
}

const newContext = z
  .object({
    name: z.string(),
    description: z.string().optional(),
    projectIds: z.array(z.string()).optional(),
    issueTypeIds: z.array(z.string()).optional(),
  })
  .loose();

function create(call: Call): unknown {
  const field = unlocked(customFieldOf(call));
  const { name, description = '', projectIds = [], issueTypeIds = [] } = call.body(newContext);
  checkProjects(call, field, projectIds);
  for (const id of issueTypeIds) call.site.issueTypes.get(id);
  const context = addContext(call.site, field, { name, description, projectIds, issueTypeIds });
  return created({ id: context.id, name, description, projectIds, issueTypeIds });
}

const isGlobal = ({ projectIds }: FieldContext): boolean => projectIds.length === 0;

/** A project can be in one context of a field, and a field has one global context. */
function checkProjects(call: Call, field: Field, projectIds: readonly string[]): void {
  if (projectIds.length === 0 && field.contexts.some(isGlobal))
    throw badRequest('There is a global context for this field already.');
  for (const id of projectIds) {
    call.site.projects.get(id);
    if (field.contexts.some((context) => context.projectIds.includes(id)))
      throw badRequest(`The project ${id} is in a context of this field already.`);
  }
}

const bean = ({ id, name, description, projectIds, issueTypeIds }: FieldContext): unknown => ({
  id,
  name,
  description,
  isGlobalContext: projectIds.length === 0,
  isAnyIssueType: issueTypeIds.length === 0,
});

function list(call: Call): unknown {
  const ids = call.queries('contextId');
  const contexts = customFieldOf(call).contexts.filter(
    ({ id }) => ids.length === 0 || ids.includes(id),
  );
  return page(call, contexts, bean);
}

function update(call: Call): unknown {
  const context = contextOf(call, unlocked(customFieldOf(call)));
  const sent = call.body(
    z.object({ name: z.string().optional(), description: z.string().optional() }),
  );
  if (sent.name !== undefined) context.name = sent.name;
  if (sent.description !== undefined) context.description = sent.description;
  return noContent();
}

function remove(call: Call): unknown {
  const field = unlocked(customFieldOf(call));
  const context = contextOf(call, field);
  // Since April 2026 (CHANGE-3019); the description has the status, not the words.
  if (isGlobal(context))
    throw badRequest('The global context of a custom field cannot be removed.');
  field.contexts.splice(field.contexts.indexOf(context), 1);
  return noContent();
}

const projectIds = z.object({ projectIds: z.array(z.string()) });
const issueTypeIds = z.object({ issueTypeIds: z.array(z.string()) });

function setProjects(call: Call): unknown {
  const field = unlocked(customFieldOf(call));
  const context = contextOf(call, field);
  const added = call.body(projectIds).projectIds;
  // Since April 2026: a context that holds everywhere is not turned into one for some projects.
  if (isGlobal(context)) throw badRequest('Projects cannot be added to a global context.');
  if (added.length === 0) throw badRequest('No projects were given.');
  checkProjects(call, field, added);
  context.projectIds.push(...added);
  return noContent();
}

function removeProjects(call: Call): unknown {
  const field = unlocked(customFieldOf(call));
  const context = contextOf(call, field);
  const gone = call.body(projectIds).projectIds;
  const stranger = gone.find((id) => !context.projectIds.includes(id));
  if (stranger !== undefined) throw badRequest(`The project ${stranger} is not in the context.`);
  const rest = context.projectIds.filter((id) => !gone.includes(id));
  // Without projects it holds everywhere, and only one context of a field can.
  if (rest.length === 0 && field.contexts.some(isGlobal))
    throw badRequest('The field would have two global contexts.');
  context.projectIds = rest;
  return noContent();
}

function setTypes(call: Call): unknown {
  const context = contextOf(call, unlocked(customFieldOf(call)));
  const sent = call.body(issueTypeIds).issueTypeIds;
  for (const id of sent) call.site.issueTypes.get(id);
  // Since April 2026 (CHANGE-3019).
  if (isGlobal(context)) throw badRequest('Issue types cannot be added to a global context.');
  const twice = sent.find((id) => context.issueTypeIds.includes(id));
  if (twice !== undefined) throw badRequest(`The issue type ${twice} is in the context already.`);
  context.issueTypeIds.push(...sent);
  return noContent();
}

function removeTypes(call: Call): unknown {
  const context = contextOf(call, unlocked(customFieldOf(call)));
  const gone = call.body(issueTypeIds).issueTypeIds;
  context.issueTypeIds = context.issueTypeIds.filter((id) => !gone.includes(id));
  return noContent();
}

function typeMapping(call: Call): unknown {
  const rows = customFieldOf(call).contexts.flatMap<Bean>((context) =>
    context.issueTypeIds.length === 0
      ? [{ contextId: context.id, isAnyIssueType: true }]
      : context.issueTypeIds.map((issueTypeId) => ({ contextId: context.id, issueTypeId })),
  );
  return page(call, rows, (row) => row);
}

function projectMapping(call: Call): unknown {
  const rows = customFieldOf(call).contexts.flatMap<Bean>((context) =>
    context.projectIds.length === 0
      ? [{ contextId: context.id, isGlobalContext: true }]
      : context.projectIds.map((projectId) => ({ contextId: context.id, projectId })),
  );
  return page(call, rows, (row) => row);
}

/** Which context holds for each project and issue type that is asked for. */
function mapping(call: Call): unknown {
  const field = customFieldOf(call);
  const pair = z.object({ projectId: z.string(), issueTypeId: z.string() });
  const { mappings } = call.body(z.object({ mappings: z.array(pair) }));
  return page(call, mappings, ({ projectId, issueTypeId }) => {
    const project = call.site.projects.get(projectId);
    const context = contextFor(field, project, call.site.issueTypes.get(issueTypeId).id);
    return { projectId, issueTypeId, contextId: context?.id ?? null };
  });
}

function defaults(call: Call): unknown {
  const set = customFieldOf(call).contexts.flatMap(({ id, defaultValue }) =>
    defaultValue ? [{ contextId: id, ...defaultValue }] : [],
  );
  return page(call, set, (one) => one);
}

function setDefaults(call: Call): unknown {
  const field = unlocked(customFieldOf(call));
  const shape = z.object({
    defaultValues: z.array(z.object({ contextId: z.string(), type: z.string() }).loose()),
  });
  for (const { contextId, ...value } of call.body(shape).defaultValues) {
    const context = field.contexts.find(({ id }) => id === contextId);
    found(context, 'The custom field context was not found.').defaultValue = value;
  }
  return noContent();
}

const all = '/field/{fieldId}/context';
const one = `${all}/{contextId}`;
const may = 'admin' as const;

export const fieldContextRoutes: readonly Route[] = [
  { method: 'GET', path: all, may, handle: list },
  { method: 'POST', path: all, may, handle: create },
  { method: 'PUT', path: one, may, handle: update },
  { method: 'DELETE', path: one, may, handle: remove },
  { method: 'PUT', path: `${one}/project`, may, handle: setProjects },
  { method: 'POST', path: `${one}/project/remove`, may, handle: removeProjects },
  { method: 'PUT', path: `${one}/issuetype`, may, handle: setTypes },
  { method: 'POST', path: `${one}/issuetype/remove`, may, handle: removeTypes },
  { method: 'POST', path: `${all}/mapping`, may, handle: mapping },
  { method: 'GET', path: `${all}/issuetypemapping`, may, handle: typeMapping },
  { method: 'GET', path: `${all}/projectmapping`, may, handle: projectMapping },
  { method: 'GET', path: `${all}/defaultValue`, may, handle: defaults },
  { method: 'PUT', path: `${all}/defaultValue`, may, handle: setDefaults },
];
