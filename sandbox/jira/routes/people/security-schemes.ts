import { z } from 'zod';
import { type Call } from '../../http/call';
import { found } from '../../http/refusal';
import { Answer, created, type Route } from '../../http/route';
import { visibleProject } from '../../model/access';
import { type Bean } from '../../model/beans';
import { addTask } from '../../model/tasks';
import { type SecurityLevel, type SecurityScheme } from '../../model/types';

/** Issue security: levels of a scheme, each with who may see issues that carry it. */

const newScheme = z.object({
  name: z.string().min(1),
  description: z.string().optional(),
  levels: z
    .array(
      z.object({
        name: z.string(),
        description: z.string().optional(),
        isDefault: z.boolean().optional(),
        members: z
          .array(z.object({ type: z.string(), parameter: z.string().optional() }).loose())
          .optional(),
      }),
    )
    .optional(),
});

function create(call: Call): unknown {
  const { name, description = '', levels = [] } = call.body(newScheme);
  const id = call.site.securitySchemes.nextId();
  const made = levels.map((level): SecurityLevel => ({
    id: String(call.site.nextId()),
    name: level.name,
    description: level.description ?? '',
    isDefault: level.isDefault ?? false,
    members: (level.members ?? []).map(({ type, parameter }) => ({
      type,
      ...(parameter === undefined ? {} : { parameter }),
    })),
  }));
  call.site.securitySchemes.put(id, { id, name, description, levels: made });
  return created({ id: String(id) });
}

function levelBean(call: Call, scheme: SecurityScheme, level: SecurityLevel): Bean {
  const { id, name, description, isDefault } = level;
  return {
    self: call.site.self(`securitylevel/${id}`),
    id,
    name,
    description,
    isDefault,
    issueSecuritySchemeId: String(scheme.id),
  };
}

function schemeBean(call: Call, scheme: SecurityScheme): Bean {
  const { id, name, description, levels } = scheme;
  return {
    self: call.site.self(`issuesecurityschemes/${id}`),
    id,
    name,
    description,
    levels: levels.map((level) => levelBean(call, scheme, level)),
  };
}

function assign(call: Call): unknown {
  const sent = call.body(z.object({ projectId: z.string(), schemeId: z.string() }).loose());
  const scheme = call.site.securitySchemes.get(Number(sent.schemeId));
  call.site.projects.get(sent.projectId).securitySchemeId = scheme.id;
  const task = addTask(call.site, call.me.accountId, 'Associate issue security scheme');
  return new Answer(303, task, { location: task.self });
}

function levelsOfProject(call: Call): unknown {
  const project = visibleProject(call, call.param('projectKeyOrId'));
  const scheme = call.site.securitySchemes.find(project.securitySchemeId);
  return { levels: scheme ? scheme.levels.map((one) => levelBean(call, scheme, one)) : [] };
}

function schemeOfProject(call: Call): unknown {
  const project = visibleProject(call, call.param('projectKeyOrId'));
  const scheme = call.site.securitySchemes.find(project.securitySchemeId);
  return schemeBean(call, found(scheme, 'The project has no issue security scheme.'));
}

const may = 'admin' as const;

export const securitySchemeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/issuesecurityschemes',
    may,
    handle: (call) => ({
      issueSecuritySchemes: call.site.securitySchemes.all().map((one) => schemeBean(call, one)),
    }),
  },
  { method: 'POST', path: '/issuesecurityschemes', may, handle: create },
  { method: 'PUT', path: '/issuesecurityschemes/project', may, handle: assign },
  { method: 'GET', path: '/project/{projectKeyOrId}/securitylevel', handle: levelsOfProject },
  {
    method: 'GET',
    path: '/project/{projectKeyOrId}/issuesecuritylevelscheme',
    may,
    handle: schemeOfProject,
  },
];
