import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badFields, found, Refusal } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { type Bean, userBean } from '../../model/beans';
import { type Dashboard } from '../../model/shared/dashboard-types';
import { seesDashboard, writesDashboard } from '../../model/shared/dashboards';
import { readShares, shareBean, shareShape } from './shares';

const details = z
  .object({
    name: z.string().min(1).max(255),
    description: z.string().optional(),
    sharePermissions: z.array(shareShape),
    editPermissions: z.array(shareShape),
  })
  .strict();

const GONE =
  "The dashboard you requested either does not exist or you don't have the required permissions to perform this action.";

/** @throws {Refusal} 404 when it is not there or not for this person. */
export function dashboardOf(call: Call, name = 'dashboardId'): Dashboard {
  const one = call.site.dashboards.find(call.param(name));
  return found(one && seesDashboard(call.site, call.who, one) ? one : undefined, GONE);
}

/** @throws {Refusal} 404, also for who may see the dashboard and not change it: Jira says no more. */
export function writableDashboard(call: Call, name?: string): Dashboard {
  const one = dashboardOf(call, name);
  return found(writesDashboard(call.site, call.who, one) ? one : undefined, GONE);
}

/** A person as dashboards show them: with less than elsewhere. */
function ownerBean({ site }: Call, owner: string): Bean {
  const { self, accountId, avatarUrls, displayName, active } = userBean(site, owner);
  return { self, accountId, avatarUrls, displayName, active };
}

function dashboardBean(call: Call, dashboard: Dashboard): Bean {
  const { site } = call;
  const { id, name, description, owner, shares, editors } = dashboard;
  return {
    id,
    name,
    description,
    owner: ownerBean(call, owner),
    isFavourite: false,
    isWritable: writesDashboard(site, call.who, dashboard),
    popularity: 0,
    systemDashboard: false,
    self: site.self(`dashboard/${id}`),
    view: `${site.baseUrl()}/jira/dashboards/${id}`,
    sharePermissions: shares.map((share) => shareBean(call, share)),
    editPermissions: editors.map((share) => shareBean(call, share)),
  };
}

/** @throws {Refusal} 400 when this person has another dashboard of this name. */
function freeName(call: Call, name: string, except?: string): void {
  const { accountId } = call.me;
  const taken = call.site.dashboards.where(
    (one) => one.name === name && one.owner === accountId && one.id !== except,
  );
  if (taken) throw badFields({ name: 'Dashboard with same name already exists.' });
}

function create(call: Call): unknown {
  const { name, description = '', sharePermissions, editPermissions } = call.body(details);
  freeName(call, name);
  const id = String(call.site.dashboards.nextId());
  const shares = readShares(call, sharePermissions);
  const editors = readShares(call, editPermissions);
  const owner = call.me.accountId;
  return dashboardBean(
    call,
    call.site.dashboards.put(id, {
      id,
      name,
      description,
      owner,
      shares,
      editors,
      layout: 'AA',
      columns: [[], []],
    }),
  );
}

function update(call: Call): unknown {
  const dashboard = writableDashboard(call, 'id');
  const { name, description = '', sharePermissions, editPermissions } = call.body(details);
  freeName(call, name, dashboard.id);
  const shares = readShares(call, sharePermissions);
  const editors = readShares(call, editPermissions);
  return dashboardBean(call, Object.assign(dashboard, { name, description, shares, editors }));
}

/** Editors may change a dashboard; only its owner may delete it. */
function remove(call: Call): unknown {
  const { id, owner } = dashboardOf(call, 'id');
  if (owner !== call.who)
    throw new Refusal(401, ['You do not have permission to delete this dashboard.']);
  call.site.dashboards.delete(id);
  return noContent();
}

const seen = ({ site, who }: Call): Dashboard[] =>
  site.dashboards.all().filter((one) => seesDashboard(site, who, one));

/** `filter=my` are one's own; none is anyone's favourite here. */
function list(call: Call): unknown {
  const filter = call.query('filter');
  const rows = seen(call).filter(({ owner }) => {
    if (filter === undefined) return true;
    return filter === 'my' && owner === call.who;
  });
  const startAt = call.number('startAt', 0);
  const maxResults = Math.min(call.number('maxResults', 20), 1000);
  const shown = rows.slice(startAt, startAt + maxResults);
  const dashboards = shown.map((one) => dashboardBean(call, one));
  return { startAt, maxResults, total: rows.length, dashboards };
}

function search(call: Call): unknown {
  const text = (call.query('dashboardName') ?? '').toLowerCase();
  const owner = call.query('accountId');
  const rows = seen(call)
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter((one) => owner === undefined || one.owner === owner)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return page(call, rows, (one) => dashboardBean(call, one));
}

export const dashboardRoutes: readonly Route[] = [
  { method: 'GET', path: '/dashboard', may: 'anyone', missing: 'favourites', handle: list },
  { method: 'POST', path: '/dashboard', missing: 'extendAdminPermissions', handle: create },
  {
    method: 'GET',
    path: '/dashboard/search',
    may: 'anyone',
    missing: 'groups, projects, states, other orders than by name',
    handle: search,
  },
  {
    method: 'GET',
    path: '/dashboard/{id}',
    may: 'anyone',
    handle: (call) => dashboardBean(call, dashboardOf(call, 'id')),
  },
  { method: 'PUT', path: '/dashboard/{id}', missing: 'extendAdminPermissions', handle: update },
  { method: 'DELETE', path: '/dashboard/{id}', handle: remove },
];
