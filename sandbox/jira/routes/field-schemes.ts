import { z } from 'zod';
import { type Call } from '../http/call';
import { page } from '../http/paging';
import { badRequest, found, Refusal } from '../http/refusal';
import { Answer, type Route } from '../http/route';
import { type Bean, projectStub } from '../model/beans';
import { type FieldManners, type FieldScheme } from '../model/config';
import { entryOf, fewest } from '../model/field-homes';

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

/** Help texts and "required" by field; only what is in a scheme can be treated in some way there. */
function setParameters(call: Call): unknown {
  const results = pairs(call.body(parametersShape)).flatMap(({ fieldId, schemeId, sent }) => {
    const { parameters, workTypeParameters = [] } = sent;
    const entry = call.site.fieldSchemes.find(schemeId)?.fields.get(fieldId);
    const error =
      wrong(call, fieldId, schemeId) ??
      (entry ? undefined : `Field ${fieldId} isn't associated with scheme ${schemeId}`);
    if (!entry || error !== undefined) return [{ fieldId, schemeId, success: false, error }];
    Object.assign(entry.manners, given(parameters ?? {}));
    for (const { workTypeId, ...rest } of workTypeParameters) {
      const id = String(workTypeId);
      entry.perType.set(id, { ...entry.perType.get(id), ...given(rest) });
    }
    const ofTypes = workTypeParameters.map(({ workTypeId }) => ({ workTypeId }));
    return [...(parameters ? [{}] : []), ...ofTypes].map((of) => {
      return { fieldId, schemeId, success: true, ...of };
    });
  });
  return told(results);
}

type Pair<Sent> = { readonly fieldId: string; readonly schemeId: number; readonly sent: Sent };

/** What was sent, field by field and scheme by scheme. */
function pairs<Sent extends { readonly schemeIds: readonly number[] }>(
  body: Readonly<Record<string, readonly Sent[]>>,
): Pair<Sent>[] {
  return Object.entries(body).flatMap(([fieldId, entries]) =>
    entries.flatMap((sent) => sent.schemeIds.map((schemeId) => ({ fieldId, schemeId, sent }))),
  );
}

function wrong({ site }: Call, fieldId: string, schemeId: number): string | undefined {
  if (!site.fieldSchemes.find(schemeId)) return `Scheme ${schemeId} doesn't exist`;
  return site.fields.find(fieldId) ? undefined : `Field ${fieldId} doesn't exist`;
}

type Result = { readonly success: boolean; readonly error?: string | undefined };

/** 200 when all went well, 207 when some did, 400 when nothing did, as published. */
function told(results: readonly Result[]): Answer {
  const well = results.filter(({ success }) => success).length;
  if (well === results.length) return new Answer(200, { results });
  return new Answer(well > 0 ? 207 : 400, { results });
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
  const results = pairs(call.body(fieldsShape)).map(({ fieldId, schemeId, sent }) => {
    const { restrictedToWorkTypes: workTypeIds = [] } = sent;
    const error = wrong(call, fieldId, schemeId);
    if (error !== undefined) return { fieldId, schemeId, workTypeIds, success: false, error };
    entryOf(schemeOf(call, String(schemeId)), fieldId).restrictedTo = workTypeIds.map(String);
    return { fieldId, schemeId, workTypeIds, success: true };
  });
  return told(results);
}

const schemesShape = z.record(z.string(), z.object({ schemeIds: z.array(z.number()) }).loose());

/** Takes fields out of schemes. */
function removeFields(call: Call): unknown {
  const sent = Object.entries(call.body(schemesShape)).map(([id, one]) => [id, [one]] as const);
  const results = pairs(Object.fromEntries(sent)).map(({ fieldId, schemeId }) => {
    const error = wrong(call, fieldId, schemeId);
    if (error !== undefined) return { fieldId, schemeId, success: false, error };
    schemeOf(call, String(schemeId)).fields.delete(fieldId);
    return { fieldId, schemeId, success: true };
  });
  return told(results);
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
  const results = Object.entries(call.body(shape)).flatMap(([id, { projectIds }]) =>
    projectIds.map((projectId) => assigned(call, Number(id), projectId)),
  );
  return told(results);
}

function assigned({ site }: Call, schemeId: number, projectId: number): Result {
  const project = site.projects.find(String(projectId));
  const error = !site.fieldSchemes.find(schemeId)
    ? `Field scheme #${schemeId} doesn't exist`
    : `Project #${projectId} doesn't exist`;
  const pair = { projectId, schemeId };
  if (!project || !site.fieldSchemes.find(schemeId)) return { ...pair, success: false, error };
  project.fieldSchemeId = schemeId;
  return { ...pair, success: true };
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
    ...{ method, path: `/config/fieldschemes${path}`, may: 'admin' },
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
