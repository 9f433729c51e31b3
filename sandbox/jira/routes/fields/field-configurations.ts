import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest } from '../../http/refusal';
import { created, noContent, type Route } from '../../http/route';
import { type FieldConfiguration, type FieldConfigurationScheme } from '../../model/config';
import { addConfiguration } from '../../model/fields/field-homes';

/**
 * Field configurations: the older way to say how a project treats its fields. Published are they as deprecated, and not
 * what they answer on a site that has moved to field schemes. Here no project uses any there: lists are empty, and what
 * would change something is refused.
 */

const named = z.object({ name: z.string(), description: z.string().optional() });

const bean = ({ id, name, description, isDefault }: FieldConfiguration): unknown => ({
  id,
  name,
  description,
  ...(isDefault ? { isDefault: true } : {}),
});

function create(call: Call): unknown {
  const { name, description = '' } = call.body(named);
  if (call.site.fieldConfigurations.where((one) => one.name === name))
    throw badRequest('A field configuration is using this name.');
  return bean(addConfiguration(call.site, { name, description }));
}

const configurationOf = (call: Call): FieldConfiguration =>
  call.site.fieldConfigurations.get(Number(call.param('id')));

function listItems(call: Call): unknown {
  const { items, fields } = configurationOf(call);
  const within = call.site.fields.all().filter(({ id, custom, app }) => {
    return !custom || app !== undefined || fields.has(id);
  });
  return page(call, within, ({ id, description, kind }) => {
    const set = items.get(id) ?? {};
    return {
      id,
      description: set.description ?? description,
      isHidden: set.isHidden ?? false,
      isRequired: set.isRequired ?? id === 'summary',
      ...(kind === 'document' ? { renderer: 'wiki-renderer' } : {}),
    };
  });
}

const itemsShape = z.object({
  fieldConfigurationItems: z.array(
    z
      .object({
        id: z.string(),
        description: z.string().optional(),
        isHidden: z.boolean().optional(),
        isRequired: z.boolean().optional(),
      })
      .loose(),
  ),
});

function setItems(call: Call): unknown {
  const { items, fields } = configurationOf(call);
  for (const { id, description, isHidden, isRequired } of call.body(itemsShape)
    .fieldConfigurationItems) {
    const before = isHidden === true ? {} : (items.get(call.site.fields.get(id).id) ?? {});
    // Hiding a field deletes it from the configuration; so showing it puts it there.
    if (isHidden === true) fields.delete(id);
    if (isHidden === false) fields.add(id);
    items.set(id, {
      ...before,
      ...(description === undefined ? {} : { description }),
      ...(isHidden === undefined ? {} : { isHidden }),
      ...(isRequired === undefined ? {} : { isRequired }),
    });
  }
  return noContent();
}

const schemeBean = ({ id, name, description }: FieldConfigurationScheme): unknown => ({
  id,
  name,
  description,
});

function createScheme(call: Call): unknown {
  const { name, description = '' } = call.body(named);
  const table = call.site.fieldConfigurationSchemes;
  if (table.where((scheme) => scheme.name === name))
    throw badRequest('A field configuration scheme is using this name.');
  const id = String(table.nextId());
  const standard = call.site.fieldConfigurations.where(({ isDefault }) => isDefault);
  const mappings = new Map(standard ? [['default', standard.id]] : []);
  return created(schemeBean(table.put(id, { id, name, description, mappings })));
}

function setMappings(call: Call): unknown {
  const scheme = call.site.fieldConfigurationSchemes.get(call.param('id'));
  const shape = z.object({
    mappings: z.array(z.object({ issueTypeId: z.string(), fieldConfigurationId: z.string() })),
  });
  for (const { issueTypeId, fieldConfigurationId } of call.body(shape).mappings) {
    if (issueTypeId !== 'default') call.site.issueTypes.get(issueTypeId);
    const { id } = call.site.fieldConfigurations.get(Number(fieldConfigurationId));
    scheme.mappings.set(issueTypeId, id);
  }
  return noContent();
}

function mappings(call: Call): unknown {
  const asked = call.queries('fieldConfigurationSchemeId');
  const rows = call.site.fieldConfigurationSchemes
    .all()
    .filter(({ id }) => asked.length === 0 || asked.includes(id))
    .flatMap((scheme) =>
      [...scheme.mappings].map(([issueTypeId, id]) => ({
        fieldConfigurationSchemeId: scheme.id,
        issueTypeId,
        fieldConfigurationId: String(id),
      })),
    );
  return page(call, rows, (row) => row);
}

function assign(call: Call): unknown {
  const sent = call.body(
    z.object({ projectId: z.string(), fieldConfigurationSchemeId: z.string().nullish() }),
  );
  const id = sent.fieldConfigurationSchemeId ?? undefined;
  if (id !== undefined && !call.site.fieldConfigurationSchemes.find(id))
    throw badRequest(`The field configuration scheme with ID '${id}' does not exist.`);
  call.site.projects.get(sent.projectId).fieldConfigurationSchemeId = id;
  return noContent();
}

function ofProjects(call: Call): unknown {
  const asked = call.queries('projectId').filter((id) => call.site.projects.find(id));
  const schemeOf = (id: string): string | undefined =>
    call.site.projects.get(id).fieldConfigurationSchemeId;
  const rows = [...new Set(asked.map(schemeOf))].map((schemeId) => {
    const scheme = call.site.fieldConfigurationSchemes.find(schemeId);
    return {
      projectIds: asked.filter((id) => schemeOf(id) === schemeId),
      ...(scheme ? { fieldConfigurationScheme: schemeBean(scheme) } : {}),
    };
  });
  return page(call, rows, (row) => row);
}

function route(
  method: Route['method'],
  path: string,
  handle: Route['handle'],
  missing?: string,
): Route {
  return {
    method,
    path,
    may: 'admin',
    ...(missing === undefined ? {} : { missing }),
    handle: (call) => {
      if (!call.site.hasFieldSchemes) return handle(call);
      if (method === 'GET') return page(call, [], (row) => row);
      throw badRequest('Field configurations are no longer in use. Use field schemes instead.');
    },
  };
}

const all = '/fieldconfiguration';
const schemes = '/fieldconfigurationscheme';

export const fieldConfigurationRoutes: readonly Route[] = [
  route('GET', all, (call) => page(call, call.site.fieldConfigurations.all(), bean)),
  route('POST', all, create),
  route('GET', `${all}/{id}/fields`, listItems),
  route('PUT', `${all}/{id}/fields`, setItems, 'renderers'),
  route('GET', schemes, (call) =>
    page(call, call.site.fieldConfigurationSchemes.all(), schemeBean),
  ),
  route('POST', schemes, createScheme),
  route('PUT', `${schemes}/{id}/mapping`, setMappings),
  route('GET', `${schemes}/mapping`, mappings),
  route('GET', `${schemes}/project`, ofProjects),
  route('PUT', `${schemes}/project`, assign),
];
