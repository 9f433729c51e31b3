import { z } from 'zod';
import { type Call } from '../../http/call';
import { created, noContent, type Route } from '../../http/route';
import { demandProjectAdmin, visibleProject } from '../../model/access';
import { type Bean } from '../../model/beans';
import { addPermissionScheme } from '../../model/default-schemes';
import { type Grant, type PermissionScheme } from '../../model/types';

const grantShape = z
  .object({
    permission: z.string(),
    holder: z
      .object({ type: z.string(), parameter: z.string().optional(), value: z.string().optional() })
      .loose(),
  })
  .loose();
const schemeShape = z
  .object({
    name: z.string(),
    description: z.string().optional(),
    permissions: z.array(grantShape).optional(),
  })
  .loose();

const readGrant = ({ permission, holder }: z.infer<typeof grantShape>): Omit<Grant, 'id'> => {
  const { type, parameter, value } = holder;
  const named = value ?? parameter;
  return {
    permission,
    holder: {
      type,
      ...(parameter === undefined ? {} : { parameter }),
      ...(named === undefined ? {} : { value: named }),
    },
  };
};

function grantBean(call: Call, schemeId: number, { id, permission, holder }: Grant): Bean {
  const self = call.site.self(`permissionscheme/${schemeId}/permission/${id}`);
  return { id, self, holder, permission };
}

function schemeBean(call: Call, scheme: PermissionScheme, withGrants: boolean): Bean {
  const { id, name, description, grants } = scheme;
  return {
    id,
    self: call.site.self(`permissionscheme/${id}`),
    name,
    description,
    ...(withGrants ? { permissions: grants.map((grant) => grantBean(call, id, grant)) } : {}),
  };
}

const schemeOf = (call: Call): PermissionScheme =>
  call.site.permissionSchemes.get(Number(call.param('schemeId')));

const expanded = (call: Call): boolean =>
  call.queries('expand').some((one) => one === 'permissions' || one === 'all');

function create(call: Call): unknown {
  const { name, description, permissions = [] } = call.body(schemeShape);
  const id = call.site.permissionSchemes.nextId();
  const scheme = addPermissionScheme(call.site, id, name, permissions.map(readGrant), description);
  return created(schemeBean(call, scheme, true));
}

function update(call: Call): unknown {
  const scheme = schemeOf(call);
  const { name, description, permissions } = call.body(schemeShape);
  scheme.name = name;
  if (description !== undefined) scheme.description = description;
  if (permissions)
    scheme.grants = permissions.map((one) => ({ ...readGrant(one), id: call.site.nextId() }));
  return schemeBean(call, scheme, true);
}

function addGrant(call: Call): unknown {
  const scheme = schemeOf(call);
  const grant = { ...readGrant(call.body(grantShape)), id: call.site.nextId() };
  scheme.grants.push(grant);
  return created(grantBean(call, scheme.id, grant));
}

function removeGrant(call: Call): unknown {
  const scheme = schemeOf(call);
  scheme.grants = scheme.grants.filter(({ id }) => String(id) !== call.param('permissionId'));
  return noContent();
}

function ofProject(call: Call): unknown {
  const project = visibleProject(call, call.param('projectKeyOrId'));
  demandProjectAdmin(call, project);
  const scheme = call.site.permissionSchemes.get(project.permissionSchemeId);
  return schemeBean(call, scheme, expanded(call));
}

function assign(call: Call): unknown {
  const project = visibleProject(call, call.param('projectKeyOrId'));
  const { id } = call.body(z.object({ id: z.number() }));
  const scheme = call.site.permissionSchemes.get(id);
  project.permissionSchemeId = scheme.id;
  return schemeBean(call, scheme, expanded(call));
}

const one = '/permissionscheme/{schemeId}';

export const permissionSchemeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/permissionscheme',
    handle: (call) => ({
      permissionSchemes: call.site.permissionSchemes
        .all()
        .map((scheme) => schemeBean(call, scheme, expanded(call))),
    }),
  },
  { method: 'POST', path: '/permissionscheme', may: 'admin', handle: create },
  { method: 'GET', path: one, handle: (call) => schemeBean(call, schemeOf(call), expanded(call)) },
  { method: 'PUT', path: one, may: 'admin', handle: update },
  {
    method: 'GET',
    path: `${one}/permission`,
    handle: (call) => {
      const { id, grants } = schemeOf(call);
      return { permissions: grants.map((grant) => grantBean(call, id, grant)) };
    },
  },
  { method: 'POST', path: `${one}/permission`, may: 'admin', handle: addGrant },
  { method: 'DELETE', path: `${one}/permission/{permissionId}`, may: 'admin', handle: removeGrant },
  { method: 'GET', path: '/project/{projectKeyOrId}/permissionscheme', handle: ofProject },
  {
    method: 'PUT',
    path: '/project/{projectKeyOrId}/permissionscheme',
    may: 'admin',
    handle: assign,
  },
];
