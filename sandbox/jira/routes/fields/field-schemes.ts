import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found, Refusal } from '../../http/refusal';
import { type Route } from '../../http/route';
import { type Bean, projectStub } from '../../model/beans';
import { type FieldScheme } from '../../model/config';
import { fewest } from '../../model/fields/field-homes';
import { assign, removeFields, setFields, setParameters } from './field-scheme-changes';

/** Field schemes: which fields a project has, and how it treats them, work type by work type. */

const schemeOf = (call: Call, id = call.param('id')): FieldScheme =>
  call.site.fieldSchemes.get(Number(id));

function bean(scheme: FieldScheme): Bean {
  const { id, name, description, isDefault, fields } = scheme;
  return {
    id,
    name,
    description,
    isDefault,
    fieldsCount: fields.size,
    links: {
      associations: `/rest/api/3/config/fieldschemes/${id}/fields`,
      projects: `/rest/api/3/config/fieldschemes/${id}/projects`,
    },
  };
}

function list(call: Call): unknown {
  const projects = call.queries('projectId').map((id) => call.site.projects.get(id).fieldSchemeId);
  const text = (call.query('query') ?? '').toLowerCase();
  const hits = call.site.fieldSchemes
    .all()
    .filter(({ id }) => projects.length === 0 || projects.includes(id))
    .filter(({ name }) => name.toLowerCase().includes(text));
  return page(call, hits, bean);
}

const newScheme = z.object({ name: z.string().min(1), description: z.string().optional() });

function put(call: Call, fields: FieldScheme['fields']): unknown {
  const { name, description = '' } = call.body(newScheme);
  if (call.site.fieldSchemes.where((scheme) => scheme.name === name))
    throw badRequest('A field scheme with this name already exists.');
  const id = call.site.fieldSchemes.nextId();
  const made = { id, name, description, isDefault: false, fields };
  const { links } = bean(call.site.fieldSchemes.put(id, made));
  return { id, name, description, links };
}

/** The same fields, treated in the same way, under another name. */
const clone = (call: Call): unknown => put(call, structuredClone(schemeOf(call).fields));

function listFields(call: Call): unknown {
  const asked = call.queries('fieldId');
  const rows = [...schemeOf(call).fields].filter(
    ([fieldId]) => asked.length === 0 || asked.includes(fieldId),
  );
  return page(call, rows, ([fieldId, entry]) => ({
    fieldId,
    parameters: entry.manners,
    restrictedToWorkTypes: entry.restrictedTo,
    workTypeParameters: [...entry.perType].map(([workTypeId, set]) => ({ workTypeId, ...set })),
    allowedOperations: ['EDIT', 'REMOVE'],
  }));
}

function fieldParameters(call: Call): unknown {
  const fieldId = call.param('fieldId');
  const entry = found(
    schemeOf(call).fields.get(fieldId),
    `The field '${fieldId}' is not in the field scheme.`,
  );
  return {
    fieldId,
    parameters: { isRequired: false, ...entry.manners },
    workTypeParameters: [...entry.perType].map(([id, set]) => ({
      workTypeId: Number(id),
      isRequired: false,
      ...set,
    })),
  };
}

function ofProjects(call: Call): unknown {
  if (call.queries('projectId').length === 0) throw badRequest('projectId is required.');
  const rows = call.queries('projectId').flatMap((id) => call.site.projects.find(id) ?? []);
  return page(call, rows, ({ id, fieldSchemeId }) => ({
    projectId: Number(id),
    schemeId: fieldSchemeId,
  }));
}

function projects(call: Call): unknown {
  const { id } = schemeOf(call);
  const rows = call.site.projects.all().filter(({ fieldSchemeId }) => fieldSchemeId === id);
  return page(call, rows, (project) => {
    const { key, name, avatarUrls } = projectStub(call.site, project);
    return { id: project.id, key, name, avatarUrls, deleted: false };
  });
}

/** On a site that has not moved to field schemes the addresses answer as published: the feature is not there. */
function route(method: Route['method'], path: string, handle: Route['handle']): Route {
  return {
    method,
    path: `/config/fieldschemes${path}`,
    may: 'admin',
    handle: (call) => {
      if (!call.site.hasFieldSchemes)
        throw new Refusal(404, ['Field schemes are not enabled on this site.']);
      return handle(call);
    },
  };
}

export const fieldSchemeRoutes: readonly Route[] = [
  route('GET', '', list),
  route('POST', '', (call) => put(call, fewest())),
  route('POST', '/{id}/clone', clone),
  route('GET', '/{id}', (call) => ({ ...bean(schemeOf(call)), id: call.param('id') })),
  route('GET', '/{id}/fields', listFields),
  route('GET', '/{id}/fields/{fieldId}/parameters', fieldParameters),
  route('GET', '/{id}/projects', projects),
  route('PUT', '/fields', setFields),
  route('DELETE', '/fields', removeFields),
  route('PUT', '/fields/parameters', setParameters),
  route('GET', '/projects', ofProjects),
  route('PUT', '/projects', assign),
];
