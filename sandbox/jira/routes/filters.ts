import { z } from 'zod';
import { type Call } from '../http/call';
import { page } from '../http/paging';
import { badFields, found } from '../http/refusal';
import { noContent, type Route } from '../http/route';
import { type Bean, projectStub, userBean } from '../model/beans';
import { inRole } from '../model/holders';
import { seesProject } from '../model/access';
import { type Filter } from '../model/types';
import { searchIssues } from '../jql/search';
import { parseJql } from '../jql/parse';

const share = z
  .object({
    type: z.string(),
    group: z
      .object({ groupId: z.string().optional(), name: z.string().optional() })
      .loose()
      .optional(),
    project: z
      .object({ id: z.union([z.string(), z.number()]) })
      .loose()
      .optional(),
    role: z.object({ id: z.number() }).loose().optional(),
  })
  .loose();
const newFilter = z
  .object({
    name: z.string().min(1),
    jql: z.string().optional(),
    description: z.string().optional(),
    sharePermissions: z.array(share).optional(),
  })
  .loose();

type Share = Filter['shares'][number];

function readShares(call: Call, sent: readonly z.infer<typeof share>[]): Share[] {
  return sent.map(({ type, group, project, role }) => {
    const named = call.site.groups.where(
      ({ groupId, name }) => groupId === group?.groupId || name === group?.name,
    );
    return {
      id: call.site.nextId(),
      type,
      ...(named ? { groupId: named.groupId } : {}),
      ...(project ? { projectId: String(project.id) } : {}),
      ...(role ? { roleId: role.id } : {}),
    };
  });
}

/** @throws {Refusal} 400 when the query cannot be read or names what is not there. */
function checkJql(call: Call, jql: string): void {
  if (parseJql(jql)?.where) searchIssues(call.site, call.who, jql);
}

function create(call: Call): unknown {
  const { name, jql = '', description = '', sharePermissions = [] } = call.body(newFilter);
  const owner = call.me.accountId;
  if (call.site.filters.where((one) => one.name === name && one.owner === owner))
    throw badFields({ filterName: 'Filter with same name already exists.' });
  checkJql(call, jql);
  const id = String(call.site.filters.nextId());
  const shares = readShares(call, sharePermissions);
  return filterBean(call, call.site.filters.put(id, { id, name, description, jql, owner, shares }));
}

function maySee(call: Call, filter: Filter): boolean {
  const { site, me } = call;
  return (
    filter.owner === me.accountId ||
    filter.shares.some(({ type, groupId, projectId, roleId }) => {
      if (['global', 'loggedin', 'authenticated'].includes(type)) return true;
      if (groupId !== undefined) return me.groups.has(groupId);
      const project = site.projects.find(projectId);
      if (!project) return false;
      if (roleId !== undefined) return inRole(site, me.accountId, project, roleId);
      return seesProject(site, me.accountId, project);
    })
  );
}

function filterOf(call: Call): Filter {
  const filter = call.site.filters.find(call.param('id'));
  const missing =
    'The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.';
  return found(filter && maySee(call, filter) ? filter : undefined, missing);
}

function shareBean(call: Call, { id, type, groupId, projectId, roleId }: Share): Bean {
  const { site } = call;
  const group = site.groups.find(groupId);
  const project = site.projects.find(projectId);
  const role = site.roles.find(roleId);
  return {
    id,
    type,
    ...(group ? { group: { ...group, self: site.self(`group?groupId=${group.groupId}`) } } : {}),
    ...(project ? { project: projectStub(site, project) } : {}),
    ...(role ? { role: { ...role, self: site.self(`role/${role.id}`) } } : {}),
  };
}

function filterBean(call: Call, filter: Filter): Bean {
  const { site } = call;
  const { id, name, description, jql, owner, shares } = filter;
  return {
    self: site.self(`filter/${id}`),
    id,
    name,
    description,
    owner: userBean(site, owner),
    jql,
    viewUrl: `${site.baseUrl()}/issues/?filter=${id}`,
    searchUrl: site.self(`search/jql?jql=${encodeURIComponent(jql)}`),
    favourite: false,
    favouritedCount: 0,
    sharePermissions: shares.map((one) => shareBean(call, one)),
    editPermissions: [],
    subscriptions: { size: 0, items: [], 'max-results': 0, 'start-index': 0, 'end-index': 0 },
  };
}

/** Without `expand` the search shows only names. */
function search(call: Call): unknown {
  const text = (call.query('filterName') ?? '').toLowerCase();
  const owner = call.query('accountId');
  const ids = call.queries('id');
  const hits = call.site.filters
    .all()
    .filter((filter) => maySee(call, filter))
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter((filter) => owner === undefined || filter.owner === owner)
    .filter(({ id }) => ids.length === 0 || ids.includes(id));
  const expanded = new Set(call.queries('expand'));
  const always = new Set(['self', 'id', 'name']);
  return page(call, hits, (filter) =>
    Object.fromEntries(
      Object.entries(filterBean(call, filter)).filter(
        ([key]) => always.has(key) || expanded.has(key),
      ),
    ),
  );
}

function update(call: Call): unknown {
  const filter = filterOf(call);
  if (filter.owner !== call.me.accountId)
    throw badFields({ filter: 'You do not own this filter.' });
  const { name, jql, description, sharePermissions } = call.body(newFilter);
  if (jql !== undefined) checkJql(call, jql);
  filter.name = name;
  filter.jql = jql ?? filter.jql;
  filter.description = description ?? filter.description;
  if (sharePermissions) filter.shares = readShares(call, sharePermissions);
  return filterBean(call, filter);
}

export const filterRoutes: readonly Route[] = [
  { method: 'POST', path: '/filter', missing: 'favourites, subscriptions', handle: create },
  { method: 'GET', path: '/filter/{id}', handle: (call) => filterBean(call, filterOf(call)) },
  { method: 'PUT', path: '/filter/{id}', handle: update },
  {
    method: 'DELETE',
    path: '/filter/{id}',
    handle: (call) => {
      call.site.filters.delete(filterOf(call).id);
      return noContent();
    },
  },
  { method: 'GET', path: '/filter/search', handle: search },
  {
    method: 'GET',
    path: '/filter/my',
    handle: (call) =>
      call.site.filters
        .all()
        .filter(({ owner }) => owner === call.me.accountId)
        .map((filter) => filterBean(call, filter)),
  },
];
