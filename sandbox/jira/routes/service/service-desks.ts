import { type Call } from '../../http/call';
import { forbidden, found } from '../../http/refusal';
import { type Route } from '../../http/route';
import { servicePage } from '../../http/service-paging';
import { mayUsePortal, runsDesk } from '../../model/service/service-desks';
import { type ServiceDesk } from '../../model/service/service-desk-types';
import { type Site } from '../../model/site';

const WITHOUT = 'The Service Desk you are trying to view does not exist.';

/** The desk of the address, for whoever may use its portal. @throws {Refusal} 404 when there is none */
export function deskOf(call: Call): ServiceDesk {
  const { site } = call;
  const id = call.param('serviceDeskId');
  const byProject = site.projectByKey(id)?.id;
  const desk =
    site.serviceDesks.find(id) ?? site.serviceDesks.where((one) => one.projectId === byProject);
  return found(desk && mayUsePortal(site, call.who) ? desk : undefined, WITHOUT);
}

/** @throws {Refusal} 403 unless the caller administers the project */
export function demandDeskAdmin(call: Call, { projectId }: ServiceDesk): void {
  if (!runsDesk(call.site, call.who, call.site.projects.get(projectId)))
    throw forbidden('You must be an administrator of the service desk to do this.');
}

/** @throws {Refusal} 404 on a site without Jira Service Management */
function all(call: Call): ServiceDesk[] {
  found(call.site.serviceManagement || undefined, 'Jira Service Management is not available.');
  return call.site.serviceDesks.all();
}

function deskBean(site: Site, { id, projectId }: ServiceDesk): unknown {
  const { key, name } = site.projects.get(projectId);
  return {
    id,
    projectId,
    projectKey: key,
    projectName: name,
    _links: { self: `${site.baseUrl()}/rest/servicedeskapi/servicedesk/${id}` },
  };
}

const api = 'servicedeskapi';

export const serviceDeskRoutes: readonly Route[] = [
  {
    method: 'GET',
    api,
    path: '/servicedesk',
    handle: (call) => servicePage(call, all(call), (desk) => deskBean(call.site, desk)),
  },
  {
    method: 'GET',
    api,
    path: '/servicedesk/{serviceDeskId}',
    handle: (call) => deskBean(call.site, deskOf(call)),
  },
  {
    method: 'GET',
    api,
    path: '/servicedesk/{serviceDeskId}/requesttypegroup',
    handle: (call) => servicePage(call, deskOf(call).groups, (group) => group),
  },
];
