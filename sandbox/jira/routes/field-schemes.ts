import { z } from 'zod';
import { type Call } from '../http/call';
import { page } from '../http/paging';
import { badRequest, found } from '../http/refusal';
import { noContent, type Route } from '../http/route';
import { type Bean, projectStub } from '../model/beans';
import { type FieldManners, type FieldScheme } from '../model/config';

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

function create(call: Call): unknown {
  const shape = z.object({ name: z.string().min(1), description: z.string().optional() });
  const { name, description = '' } = call.body(shape);
  if (call.site.fieldSchemes.where((scheme) => scheme.name === name))
    throw badRequest('A field scheme with this name already exists.');
  const id = call.site.fieldSchemes.nextId();
  const fields: FieldScheme['fields'] = new Map();
  const made = { id, name, description, isDefault: false, fields };
  const { links } = bean(call.site.fieldSchemes.put(id, made));
  return { id, name, description, links };
}

/** The scheme's entry for a field, made when it is not there. */
function entryOf(
  scheme: FieldScheme,
  fieldId: string,
): NonNullable<ReturnType<FieldScheme['fields']['get']>> {
  const entry = scheme.fields.get(fieldId) ?? { manners: {}, restrictedTo: [], perType: new Map() };
  scheme.fields.set(fieldId, entry);
  return entry;
}

const manners = z.object({
  description: z.string().optional(),
  isRequired: z.boolean().optional(),
});

const parametersShape = z.record(
  z.string(),
  z.array(
    z.object({
      schemeIds: z.array(z.number()),
      parameters: manners.optional(),
      workTypeParameters: z.array(manners.extend({ workTypeId: z.number() })).optional(),
    }),
  ),
);

/** Help texts and "required" by field. */
function setParameters(call: Call): unknown {
  for (const [fieldId, entries] of Object.entries(call.body(parametersShape))) {
    call.site.fields.get(fieldId);
    for (const { schemeIds, parameters = {}, workTypeParameters = [] } of entries) {
      for (const id of schemeIds) {
        const entry = entryOf(schemeOf(call, String(id)), fieldId);
        Object.assign(entry.manners, given(parameters));
        for (const { workTypeId, ...rest } of workTypeParameters)
          entry.perType.set(String(workTypeId), {
            ...entry.perType.get(String(workTypeId)),
            ...given(rest),
          });
      }
    }
  }
  return noContent();
}

const given = ({ description, isRequired }: z.infer<typeof manners>): FieldManners => ({
  ...(description === undefined ? {} : { description }),
  ...(isRequired === undefined ? {} : { isRequired }),
});

const fieldsShape = z.record(
  z.string(),
  z.array(
    z.object({
      schemeIds: z.array(z.number()),
      restrictedToWorkTypes: z.array(z.number()).optional(),
    }),
  ),
);

function setFields(call: Call): unknown {
  for (const [fieldId, entries] of Object.entries(call.body(fieldsShape))) {
    call.site.fields.get(fieldId);
    for (const { schemeIds, restrictedToWorkTypes = [] } of entries)
      for (const id of schemeIds)
        entryOf(schemeOf(call, String(id)), fieldId).restrictedTo =
          restrictedToWorkTypes.map(String);
  }
  return noContent();
}

const schemesShape = z.record(z.string(), z.object({ schemeIds: z.array(z.number()) }).loose());

/** Takes fields out of schemes. */
function removeFields(call: Call): unknown {
  for (const [fieldId, { schemeIds }] of Object.entries(call.body(schemesShape)))
    for (const id of schemeIds) schemeOf(call, String(id)).fields.delete(fieldId);
  return noContent();
}

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

function assign(call: Call): unknown {
  const shape = z.record(z.string(), z.object({ projectIds: z.array(z.number()) }));
  for (const [id, { projectIds }] of Object.entries(call.body(shape))) {
    const scheme = schemeOf(call, id);
    for (const projectId of projectIds)
      call.site.projects.get(String(projectId)).fieldSchemeId = scheme.id;
  }
  return noContent();
}

function ofProjects(call: Call): unknown {
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

const may = 'admin' as const;
const all = '/config/fieldschemes';
const missing = 'a field that is not in a scheme counts as if it were';

export const fieldSchemeRoutes: readonly Route[] = [
  { method: 'GET', path: all, may, handle: list },
  { method: 'POST', path: all, may, handle: create },
  {
    method: 'GET',
    path: `${all}/{id}`,
    may,
    handle: (call) => ({ ...bean(schemeOf(call)), id: call.param('id') }),
  },
  { method: 'GET', path: `${all}/{id}/fields`, may, handle: listFields },
  { method: 'GET', path: `${all}/{id}/fields/{fieldId}/parameters`, may, handle: fieldParameters },
  { method: 'GET', path: `${all}/{id}/projects`, may, handle: projects },
  { method: 'PUT', path: `${all}/fields`, may, missing, handle: setFields },
  { method: 'DELETE', path: `${all}/fields`, may, handle: removeFields },
  { method: 'PUT', path: `${all}/fields/parameters`, may, handle: setParameters },
  { method: 'GET', path: `${all}/projects`, may, handle: ofProjects },
  { method: 'PUT', path: `${all}/projects`, may, handle: assign },
];
