import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, found } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { demandProjectAdmin, visibleProject } from '../../model/access';
import { type Bean } from '../../model/beans';
import { type Site } from '../../model/site';
import { type Project, type Role, type RoleActor } from '../../model/types';

export function roleUrls(site: Site, project: Project): Record<string, string> {
  const urls = site.roles
    .all()
    .map(({ id, name }) => [name, site.self(`project/${project.id}/role/${id}`)]);
  return Object.fromEntries(urls) as Record<string, string>;
}

function roleBean(site: Site, { id, name, description }: Role, project?: Project): Bean {
  return {
    self: site.self(project ? `project/${project.id}/role/${id}` : `role/${id}`),
    name,
    id,
    description,
    ...(project
      ? { actors: (project.roles.get(id) ?? []).map((actor) => actorBean(site, actor)) }
      : {}),
  };
}

function actorBean(site: Site, { id, kind, who }: RoleActor): Bean {
  if (kind === 'user') {
    const displayName = site.people.find(who)?.displayName ?? 'Former user';
    return { id, displayName, type: 'atlassian-user-role-actor', actorUser: { accountId: who } };
  }
  const name = site.groups.find(who)?.name ?? who;
  return {
    id,
    displayName: name,
    type: 'atlassian-group-role-actor',
    name,
    actorGroup: { name, displayName: name, groupId: who },
  };
}

const roleOf = ({ site }: Call, id: string): Role =>
  found(site.roles.find(Number(id)), 'Can not retrieve a role actor for a null project role.');

const newActors = z.object({
  user: z.array(z.string()).optional(),
  group: z.array(z.string()).optional(),
  groupId: z.array(z.string()).optional(),
});

function projectRole(call: Call): { project: Project; role: Role } {
  const project = visibleProject(call, call.param('projectIdOrKey'));
  return { project, role: roleOf(call, call.param('id')) };
}

/** Adds people and groups to a role of a project; who is in it already is a mistake, as in Jira. */
function addActors(call: Call): unknown {
  const { project, role } = projectRole(call);
  demandProjectAdmin(call, project);
  const actors = readActors(call, call.body(newActors));
  const there = project.roles.get(role.id) ?? [];
  const twice = actors.find(({ who }) => there.some((one) => one.who === who));
  if (twice) throw badRequest(`'${twice.who}' is already a member of the project role.`);
  project.roles.set(role.id, [...there, ...actors]);
  return roleBean(call.site, role, project);
}

function readActors(call: Call, sent: z.infer<typeof newActors>): RoleActor[] {
  const { site } = call;
  const users = (sent.user ?? []).map((who) => site.people.get(who).accountId);
  const groups = [...(sent.group ?? []), ...(sent.groupId ?? [])].map((named) => {
    const group = site.groups.where(({ groupId, name }) => groupId === named || name === named);
    return found(group, `Group '${named}' does not exist.`).groupId;
  });
  return [
    ...users.map((who) => ({ id: site.nextId(), kind: 'user' as const, who })),
    ...groups.map((who) => ({ id: site.nextId(), kind: 'group' as const, who })),
  ];
}

function setActors(call: Call): unknown {
  const { project, role } = projectRole(call);
  demandProjectAdmin(call, project);
  const shape = z.object({ categorisedActors: z.record(z.string(), z.array(z.string())) }).loose();
  const { categorisedActors } = call.body(shape);
  const user = categorisedActors['atlassian-user-role-actor'] ?? [];
  const groupId = categorisedActors['atlassian-group-role-actor-id'] ?? [];
  const group = categorisedActors['atlassian-group-role-actor'] ?? [];
  project.roles.set(role.id, readActors(call, { user, group, groupId }));
  return roleBean(call.site, role, project);
}

function removeActor(call: Call): unknown {
  const { project, role } = projectRole(call);
  demandProjectAdmin(call, project);
  const gone = [call.query('user'), call.query('groupId')];
  const group = call.site.groups.where(({ name }) => name === call.query('group'));
  const rest = (project.roles.get(role.id) ?? []).filter(
    ({ who }) => !gone.includes(who) && who !== group?.groupId,
  );
  project.roles.set(role.id, rest);
  return noContent();
}

function create(call: Call): unknown {
  const shape = z.object({ name: z.string().min(1), description: z.string().optional() });
  const { name, description = '' } = call.body(shape);
  if (call.site.roles.where((role) => role.name === name))
    throw badRequest(`A project role with name '${name}' already exists.`);
  const id = Math.max(...call.site.roles.all().map((role) => role.id)) + 1;
  return roleBean(call.site, call.site.roles.put(id, { id, name, description }));
}

export const roleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/project/{projectIdOrKey}/role',
    handle: (call) => roleUrls(call.site, visibleProject(call, call.param('projectIdOrKey'))),
  },
  {
    method: 'GET',
    path: '/project/{projectIdOrKey}/role/{id}',
    handle: (call) => {
      const { project, role } = projectRole(call);
      return roleBean(call.site, role, project);
    },
  },
  { method: 'POST', path: '/project/{projectIdOrKey}/role/{id}', handle: addActors },
  { method: 'PUT', path: '/project/{projectIdOrKey}/role/{id}', handle: setActors },
  { method: 'DELETE', path: '/project/{projectIdOrKey}/role/{id}', handle: removeActor },
  {
    method: 'GET',
    path: '/role',
    handle: ({ site }) => site.roles.all().map((role) => roleBean(site, role)),
  },
  { method: 'POST', path: '/role', may: 'admin', handle: create },
  {
    method: 'GET',
    path: '/role/{id}',
    handle: (call) => roleBean(call.site, roleOf(call, call.param('id'))),
  },
];
