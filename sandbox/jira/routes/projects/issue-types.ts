import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, Refusal } from '../../http/refusal';
import { created, noContent, type Route } from '../../http/route';
import { seesType } from '../../model/access';
import { issueTypeBean } from '../../model/beans';
import { type IssueTypeScheme } from '../../model/config';
import { emit } from '../../issues/events';
import { actorOf } from '../../issues/create';

function create(call: Call): unknown {
  const { site } = call;
  const sent = call.body(
    z.object({
      name: z.string().min(1).max(60),
      description: z.string().optional(),
      type: z.enum(['subtask', 'standard']).optional(),
      hierarchyLevel: z.number().optional(),
    }),
  );
  if (site.issueTypes.where(({ name }) => name.toLowerCase() === sent.name.toLowerCase()))
    throw new Refusal(409, [], { name: 'An issue type with this name already exists.' });
  const id = String(site.issueTypes.nextId());
  const hierarchyLevel = sent.hierarchyLevel ?? (sent.type === 'subtask' ? -1 : 0);
  const { name, description = '' } = sent;
  const properties = new Map<string, unknown>();
  const type = site.issueTypes.put(id, { id, name, description, hierarchyLevel, properties });
  for (const scheme of site.issueTypeSchemes.values())
    if (scheme.isDefault) scheme.issueTypeIds.push(id);
  emit(site, actorOf(call), 'avi:jira:created:issuetype', { issueType: issueTypeBean(site, type) });
  return created(issueTypeBean(site, type));
}

function update(call: Call): unknown {
  const type = call.site.issueTypes.get(call.param('id'));
  const sent = call.body(
    z
      .object({ name: z.string().min(1).max(60).optional(), description: z.string().optional() })
      .loose(),
  );
  const holder = call.site.issueTypes.where(
    ({ name }) => name.toLowerCase() === sent.name?.toLowerCase(),
  );
  if (holder && holder.id !== type.id)
    throw new Refusal(409, [], { name: 'An issue type with this name already exists.' });
  if (sent.name !== undefined) type.name = sent.name;
  if (sent.description !== undefined) type.description = sent.description;
  return issueTypeBean(call.site, type);
}

const schemeBean = (scheme: IssueTypeScheme): unknown => ({
  id: scheme.id,
  name: scheme.name,
  description: scheme.description,
  ...(scheme.defaultIssueTypeId === undefined
    ? {}
    : { defaultIssueTypeId: scheme.defaultIssueTypeId }),
  ...(scheme.isDefault ? { isDefault: true } : {}),
});

function createScheme(call: Call): unknown {
  const sent = call.body(
    z.object({
      name: z.string(),
      description: z.string().optional(),
      defaultIssueTypeId: z.string().optional(),
      issueTypeIds: z.array(z.string()),
    }),
  );
  for (const typeId of sent.issueTypeIds) call.site.issueTypes.get(typeId);
  if (call.site.issueTypeSchemes.where(({ name }) => name === sent.name))
    throw new Refusal(409, [], { name: 'The name is used by another issue type scheme.' });
  const id = String(call.site.issueTypeSchemes.nextId());
  call.site.issueTypeSchemes.put(id, {
    id,
    name: sent.name,
    description: sent.description ?? '',
    defaultIssueTypeId: sent.defaultIssueTypeId,
    isDefault: false,
    issueTypeIds: sent.issueTypeIds,
  });
  return created({ issueTypeSchemeId: id });
}

function addTypes(call: Call): unknown {
  const scheme = call.site.issueTypeSchemes.get(call.param('issueTypeSchemeId'));
  const { issueTypeIds } = call.body(z.object({ issueTypeIds: z.array(z.string()) }));
  for (const id of issueTypeIds) {
    call.site.issueTypes.get(id);
    if (scheme.issueTypeIds.includes(id))
      throw badRequest('The issue types are already associated with the issue type scheme.');
  }
  scheme.issueTypeIds.push(...issueTypeIds);
  return noContent();
}

function assign(call: Call): unknown {
  const shape = z.object({ issueTypeSchemeId: z.string(), projectId: z.string() });
  const { issueTypeSchemeId, projectId } = call.body(shape);
  const { id, issueTypeIds } = call.site.issueTypeSchemes.get(issueTypeSchemeId);
  const issues = call.site.issuesOf(projectId);
  if (issues.some(({ typeId }) => !issueTypeIds.includes(typeId)))
    throw badRequest('Some issues of the project have types that the scheme does not have.');
  call.site.projects.get(projectId).issueTypeSchemeId = id;
  return noContent();
}

function ofProjects(call: Call): unknown {
  const asked = call.queries('projectId');
  const schemes = call.site.issueTypeSchemes.all().flatMap((scheme) => {
    const projectIds = asked.filter(
      (id) => call.site.projects.find(id)?.issueTypeSchemeId === scheme.id,
    );
    return projectIds.length === 0 ? [] : [{ issueTypeScheme: schemeBean(scheme), projectIds }];
  });
  return page(call, schemes, (one) => one);
}

function mapping(call: Call): unknown {
  const asked = call.queries('issueTypeSchemeId');
  const rows = call.site.issueTypeSchemes
    .all()
    .filter(({ id }) => asked.length === 0 || asked.includes(id))
    .flatMap(({ id, issueTypeIds }) =>
      issueTypeIds.map((issueTypeId) => ({ issueTypeSchemeId: id, issueTypeId })),
    );
  return page(call, rows, (row) => row);
}

export const issueTypeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/issuetype',
    handle: (call) =>
      call.site.issueTypes
        .all()
        .filter(({ id }) => seesType(call.site, call.who, id))
        .map((type) => issueTypeBean(call.site, type)),
  },
  { method: 'POST', path: '/issuetype', may: 'admin', handle: create },
  {
    method: 'GET',
    path: '/issuetype/{id}',
    handle: (call) => issueTypeBean(call.site, call.site.issueTypes.get(call.param('id'))),
  },
  { method: 'PUT', path: '/issuetype/{id}', may: 'admin', handle: update },
  {
    method: 'GET',
    path: '/issuetypescheme',
    may: 'admin',
    handle: (call) => {
      const ids = call.queries('id');
      const all = call.site.issueTypeSchemes.all();
      const text = (call.query('queryString') ?? '').toLowerCase();
      const rows = all
        .filter(({ id }) => ids.length === 0 || ids.includes(id))
        .filter(({ name }) => name.toLowerCase().includes(text));
      return page(call, rows, schemeBean);
    },
  },
  { method: 'POST', path: '/issuetypescheme', may: 'admin', handle: createScheme },
  { method: 'GET', path: '/issuetypescheme/project', may: 'admin', handle: ofProjects },
  { method: 'PUT', path: '/issuetypescheme/project', may: 'admin', handle: assign },
  { method: 'GET', path: '/issuetypescheme/mapping', may: 'admin', handle: mapping },
  {
    method: 'PUT',
    path: '/issuetypescheme/{issueTypeSchemeId}/issuetype',
    may: 'admin',
    handle: addTypes,
  },
];
