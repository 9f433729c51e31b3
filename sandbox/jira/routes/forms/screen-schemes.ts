import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest } from '../../http/refusal';
import { created, noContent, type Route } from '../../http/route';
import { type IssueTypeScreenScheme, type ScreenScheme } from '../../model/config';

const id = z.union([z.number(), z.string()]).transform(Number);
const screens = z.object({
  default: id,
  create: id.optional(),
  edit: id.optional(),
  view: id.optional(),
});
const newScheme = z.object({ name: z.string(), description: z.string().optional(), screens });

type SentScreens = Partial<z.infer<typeof screens>>;

/** @throws {Refusal} 404 for a screen that is not there. */
function given(call: Call, sent: SentScreens): Partial<ScreenScheme['screens']> {
  for (const screenId of Object.values(sent)) call.site.screens.get(screenId);
  return sent;
}

const schemeBean = ({ id: schemeId, name, description, screens: uses }: ScreenScheme): unknown => ({
  id: schemeId,
  name,
  description,
  screens: uses,
});

function createScheme(call: Call): unknown {
  const sent = call.body(newScheme);
  if (call.site.screenSchemes.where(({ name }) => name === sent.name))
    throw badRequest('A screen scheme with this name already exists.');
  const schemeId = call.site.screenSchemes.nextId();
  call.site.screenSchemes.put(schemeId, {
    id: schemeId,
    name: sent.name,
    description: sent.description ?? '',
    screens: { default: sent.screens.default, ...given(call, sent.screens) },
  });
  return created({ id: schemeId });
}

function updateScheme(call: Call): unknown {
  const scheme = call.site.screenSchemes.get(Number(call.param('screenSchemeId')));
  const sent = call.body(newScheme.extend({ screens: screens.partial() }).partial());
  if (sent.name !== undefined) scheme.name = sent.name;
  if (sent.description !== undefined) scheme.description = sent.description;
  scheme.screens = { ...scheme.screens, ...given(call, sent.screens ?? {}) };
  return noContent();
}

const mappings = z.array(z.object({ issueTypeId: z.string(), screenSchemeId: z.string() }));

function readMappings(call: Call, sent: z.infer<typeof mappings>): [string, number][] {
  return sent.map(({ issueTypeId, screenSchemeId }) => {
    if (issueTypeId !== 'default') call.site.issueTypes.get(issueTypeId);
    return [issueTypeId, call.site.screenSchemes.get(Number(screenSchemeId)).id];
  });
}

function create(call: Call): unknown {
  const sent = call.body(
    z.object({
      name: z.string(),
      description: z.string().optional(),
      issueTypeMappings: mappings,
    }),
  );
  const map = new Map(readMappings(call, sent.issueTypeMappings));
  if (!map.has('default')) throw badRequest('The default mapping is required.');
  const schemeId = String(call.site.issueTypeScreenSchemes.nextId());
  const { name, description = '' } = sent;
  call.site.issueTypeScreenSchemes.put(schemeId, {
    id: schemeId,
    name,
    description,
    mappings: map,
  });
  return created({ id: schemeId });
}

function addMappings(call: Call): unknown {
  const scheme = call.site.issueTypeScreenSchemes.get(call.param('issueTypeScreenSchemeId'));
  const sent = call.body(z.object({ issueTypeMappings: mappings })).issueTypeMappings;
  for (const [type, screenScheme] of readMappings(call, sent))
    scheme.mappings.set(type, screenScheme);
  return noContent();
}

function assign(call: Call): unknown {
  const sent = call.body(z.object({ issueTypeScreenSchemeId: z.string(), projectId: z.string() }));
  const scheme = call.site.issueTypeScreenSchemes.get(sent.issueTypeScreenSchemeId);
  call.site.projects.get(sent.projectId).issueTypeScreenSchemeId = scheme.id;
  return noContent();
}

const bean = ({ id: schemeId, name, description }: IssueTypeScreenScheme): unknown => ({
  id: schemeId,
  name,
  description,
});

function ofProjects(call: Call): unknown {
  const asked = call.queries('projectId');
  const rows = call.site.issueTypeScreenSchemes.all().flatMap((scheme) => {
    const projectIds = asked.filter(
      (one) => call.site.projects.find(one)?.issueTypeScreenSchemeId === scheme.id,
    );
    return projectIds.length === 0 ? [] : [{ issueTypeScreenScheme: bean(scheme), projectIds }];
  });
  return page(call, rows, (row) => row);
}

function mapping(call: Call): unknown {
  const asked = call.queries('issueTypeScreenSchemeId');
  const rows = call.site.issueTypeScreenSchemes
    .all()
    .filter((scheme) => asked.length === 0 || asked.includes(scheme.id))
    .flatMap((scheme) =>
      [...scheme.mappings].map(([issueTypeId, screenSchemeId]) => ({
        issueTypeScreenSchemeId: scheme.id,
        issueTypeId,
        screenSchemeId: String(screenSchemeId),
      })),
    );
  return page(call, rows, (row) => row);
}

/** All rows, or those whose ids the call names, or whose names have its text. */
function named<Row extends { readonly id: string | number; readonly name: string }>(
  call: Call,
  rows: Row[],
): Row[] {
  const ids = call.queries('id');
  const text = (call.query('queryString') ?? '').toLowerCase();
  return rows
    .filter(({ id }) => ids.length === 0 || ids.includes(String(id)))
    .filter(({ name }) => name.toLowerCase().includes(text));
}

const may = 'admin' as const;

export const screenSchemeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/screenscheme',
    may,
    handle: (call) => page(call, named(call, call.site.screenSchemes.all()), schemeBean, 25),
  },
  { method: 'POST', path: '/screenscheme', may, handle: createScheme },
  { method: 'PUT', path: '/screenscheme/{screenSchemeId}', may, handle: updateScheme },
  {
    method: 'GET',
    path: '/issuetypescreenscheme',
    may,
    handle: (call) => page(call, named(call, call.site.issueTypeScreenSchemes.all()), bean),
  },
  { method: 'POST', path: '/issuetypescreenscheme', may, handle: create },
  {
    method: 'PUT',
    path: '/issuetypescreenscheme/{issueTypeScreenSchemeId}/mapping',
    may,
    handle: addMappings,
  },
  { method: 'PUT', path: '/issuetypescreenscheme/project', may, handle: assign },
  { method: 'GET', path: '/issuetypescreenscheme/project', may, handle: ofProjects },
  { method: 'GET', path: '/issuetypescreenscheme/mapping', may, handle: mapping },
];
