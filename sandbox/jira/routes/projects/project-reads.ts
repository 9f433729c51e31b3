import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { seesProject, visibleProject } from '../../model/access';
import { type Bean, issueTypeBean, projectStub, statusBean, userBean } from '../../model/beans';
import { can } from '../../model/permissions';
import { workflowOf } from '../../model/fields/screens';
import { type Project } from '../../model/types';
import { roleUrls } from '../people/roles';

export function projectBean(call: Call, project: Project): Bean {
  const { site } = call;
  const { issueTypeIds } = site.issueTypeSchemes.get(project.issueTypeSchemeId);
  const wanted = call.queries('properties');
  const properties = [...project.properties].filter(([key]) => wanted.includes(key));
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectStub(site, project),
    description: project.description,
    lead: userBean(site, project.leadAccountId),
    components: [],
    issueTypes: issueTypeIds.map((typeId) => issueTypeBean(site, site.issueTypes.get(typeId))),
    assigneeType: project.assigneeType,
    versions: [],
    roles: roleUrls(site, project),
    style: 'classic',
    isPrivate: false,
    properties: Object.fromEntries(properties),
  };
}

type Order = (a: Project, b: Project) => number;

/** By key, name or owner, `-` for downwards; by key where nothing, or anything else, is asked for. */
function order(call: Call): Order {
  const [, sign, by = 'key'] = /^([+-]?)(\w+)$/.exec(call.query('orderBy') ?? '') ?? [];
  const text = ({ key, name, leadAccountId }: Project): string =>
    by === 'name' ? name : by === 'owner' ? leadAccountId : key;
  return (a, b) => text(a).localeCompare(text(b)) * (sign === '-' ? -1 : 1);
}

const ACTIONS: Readonly<Record<string, string>> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

/** Whether the caller may do there what `action` names. Nothing here is archived or deleted. */
function offered(call: Call, project: Project): boolean {
  const permission = ACTIONS[call.query('action') ?? ''];
  const statuses = call.queries('status');
  if (statuses.length > 0 && !statuses.includes('live')) return false;
  return permission === undefined || can(call.site, call.who, permission, project);
}

export function searchProjects(call: Call): unknown {
  const query = (call.query('query') ?? '').toLowerCase();
  const [keys, ids, types] = ['keys', 'id', 'typeKey'].map((name) => call.queries(name));
  const within = (list: readonly string[] | undefined, value: string): boolean =>
    !list || list.length === 0 || list.includes(value);
  const projects = call.site.projects
    .all()
    .filter((project) => seesProject(call.site, call.who, project))
    .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(query))
    .filter((one) => within(keys, one.key) && within(ids, one.id) && within(types, one.typeKey))
    .filter((project) => offered(call, project))
    .sort(order(call));
  return page(call, projects, (project) => projectBean(call, project));
}

/** The statuses of each of its issue types. */
export function projectStatuses(call: Call): unknown {
  const { site } = call;
  const project = visibleProject(call, call.param('projectIdOrKey'));
  return site.issueTypeSchemes.get(project.issueTypeSchemeId).issueTypeIds.map((typeId) => {
    const type = site.issueTypes.get(typeId);
    return {
      self: site.self(`issuetype/${typeId}`),
      id: typeId,
      name: type.name,
      subtask: type.hierarchyLevel === -1,
      statuses: workflowOf(site, project, typeId).statuses.map(({ statusId }) =>
        statusBean(site, site.statuses.get(statusId)),
      ),
    };
  });
}
