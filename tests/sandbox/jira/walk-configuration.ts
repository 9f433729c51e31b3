import { type Body, type TestSite } from './site';

/** Sets up a site as an admin's set-up would, calling every configuration address on the way. */
export async function configure(site: TestSite): Promise<void> {
  await site.project();
  await people(site);
  const typeId = await types(site);
  const fieldId = await fields(site);
  await screens(site, fieldId, typeId);
  await workflows(site, typeId);
  await schemes(site, typeId);
  await permissions(site);
  await lists(site);
}

const rows = (body: Body): readonly Body[] => body as unknown as readonly Body[];
const first = (body: Body): string => String(body.values?.[0]?.id);

async function people(site: TestSite): Promise<void> {
  const { admin, reader } = site;
  await site.ok('POST', '/group', { name: 'night watch' });
  await site.ok('POST', '/group/user?groupname=night+watch', { accountId: reader.accountId });
  await site.ok('GET', '/group/member?groupname=night+watch');
  await site.ok('GET', '/group/bulk?groupName=night+watch');
  await site.ok('GET', '/groups/picker?query=night');
  await site.ok('DELETE', `/group/user?groupname=night+watch&accountId=${reader.accountId}`);
  await site.ok('DELETE', '/group?groupname=night+watch');
  await site.ok('GET', '/myself?expand=groups,applicationRoles');
  await site.ok('GET', `/user?accountId=${admin.accountId}`);
  await site.ok('GET', `/user/groups?accountId=${admin.accountId}`);
  await site.ok('GET', `/user/bulk?accountId=${admin.accountId}`);
  await site.ok('GET', '/user/search?query=ada');
  await site.ok('GET', '/users/search');
  await site.ok('GET', '/user/picker?query=ada');
  await site.ok('GET', '/user/assignable/search?project=HOT');
  await site.ok('PUT', '/user/properties/seen', { at: 1 });
  await site.ok('GET', '/user/properties');
  await site.ok('GET', '/user/properties/seen');
  await site.ok('DELETE', '/user/properties/seen');
}

/** @returns the id of a new issue type that project HOT has. */
async function types(site: TestSite): Promise<string> {
  const { id } = await site.ok('POST', '/issuetype', { name: 'Incident', type: 'standard' });
  await site.ok('GET', '/issuetype');
  await site.ok('GET', `/issuetype/${String(id)}`);
  await site.ok('PUT', `/issuetype/${String(id)}`, { description: 'Customers are affected' });
  await site.ok('PUT', `/issuetype/${String(id)}/properties/hot`, true);
  await site.ok('GET', `/issuetype/${String(id)}/properties`);
  await site.ok('GET', `/issuetype/${String(id)}/properties/hot`);
  await site.ok('DELETE', `/issuetype/${String(id)}/properties/hot`);
  const { id: project } = await site.ok('GET', '/project/HOT');
  await site.ok('GET', '/issuetypescheme');
  await site.ok('GET', '/issuetypescheme/mapping');
  await site.ok('GET', `/issuetypescheme/project?projectId=${String(project)}`);
  const names = rows(await site.ok('GET', '/issuetype'));
  const task = names.find(({ name }) => name === 'Task')?.id;
  const { issueTypeSchemeId } = await site.ok('POST', '/issuetypescheme', {
    name: 'Incidents',
    issueTypeIds: [task],
  });
  const path = `/issuetypescheme/${String(issueTypeSchemeId)}/issuetype`;
  await site.ok('PUT', path, { issueTypeIds: [id] });
  await site.ok('PUT', '/issuetypescheme/project', { issueTypeSchemeId, projectId: project });
  return String(id);
}

/** @returns the id of a select field, not yet on any screen. */
async function fields(site: TestSite): Promise<string> {
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:';
  const { id } = await site.ok('POST', '/field', { name: 'Severity', type: `${type}select` });
  const field = `/field/${String(id)}`;
  await site.ok('GET', '/field');
  await site.ok('GET', '/field/search?type=custom&expand=contextsCount,screensCount');
  await site.ok('PUT', field, { description: 'How bad is it?' });
  await site.ok('GET', `${field}/screens`);
  const context = `${field}/context/${first(await site.ok('GET', `${field}/context`))}`;
  await site.ok('PUT', context, { name: 'Everywhere' });
  const sent = [{ value: '1 – Critical' }, { value: '2 – Major' }, { value: 'Old' }];
  const { options = [] } = await site.ok('POST', `${context}/option`, { options: sent });
  const [critical, major, old] = options.map((option) => String(option.id));
  await site.ok('GET', `${context}/option`);
  await site.ok('PUT', `${context}/option`, { options: [{ id: old, value: 'Older' }] });
  const move = { customFieldOptionIds: [major], after: critical };
  await site.ok('PUT', `${context}/option/move`, move);
  await site.ok('DELETE', `${context}/option/${String(old)}`);
  const contextId = context.split('/').at(-1);
  const value = { contextId, type: 'option.single', optionId: major };
  await site.ok('PUT', `${field}/context/defaultValue`, { defaultValues: [value] });
  await site.ok('GET', `${field}/context/defaultValue`);
  await site.associate(String(id));
  await contexts(site, type);
  return String(id);
}

async function contexts(site: TestSite, type: string): Promise<void> {
  const { id } = await site.ok('POST', '/field', { name: 'Service', type: `${type}select` });
  const all = `/field/${String(id)}/context`;
  await site.associate(String(id));
  await site.ok('GET', `/field/${String(id)}/association/project`);
  const other = await site.ok('POST', '/project', { key: 'OPS', name: 'Operations' });
  const hot = await site.ok('GET', '/project/HOT');
  const made = await site.ok('POST', all, { name: 'Incidents', projectIds: [String(hot.id)] });
  const context = `${all}/${String(made.id)}`;
  const ops = { projectIds: [String(other.id)] };
  await site.ok('PUT', `${context}/project`, ops);
  await site.ok('POST', `${context}/project/remove`, ops);
  const task = { issueTypeIds: ['10002'] };
  await site.ok('PUT', `${context}/issuetype`, task);
  await site.ok('GET', `${all}/issuetypemapping`);
  const mappings = [{ projectId: String(hot.id), issueTypeId: '10002' }];
  await site.ok('POST', `${all}/mapping`, { mappings });
  await site.ok('GET', `${all}/projectmapping`);
  await site.ok('POST', `${context}/issuetype/remove`, task);
  await site.ok('DELETE', context);
  await site.ok('POST', `/field/${String(id)}/trash`);
  await site.ok('POST', `/field/${String(id)}/restore`);
  await site.ok('DELETE', `/field/${String(id)}`);
  await site.ok('PUT', '/project/OPS', { name: 'Works' });
  await site.ok('DELETE', '/project/OPS');
}

async function screens(site: TestSite, fieldId: string, typeId: string): Promise<void> {
  const { id: project } = await site.ok('GET', '/project/HOT');
  const { id } = await site.ok('POST', '/screens', { name: 'Incident screen' });
  await site.ok('PUT', `/screens/${String(id)}`, { name: 'Incident: all fields' });
  await site.ok('GET', '/screens');
  await site.ok('GET', `/screens/${String(id)}/availableFields`);
  await site.ok('POST', `/screens/${String(id)}/tabs`, { name: 'More' });
  const [tab] = rows(await site.ok('GET', `/screens/${String(id)}/tabs`));
  const onTab = `/screens/${String(id)}/tabs/${String(tab?.id)}/fields`;
  const wanted = ['summary', 'description', 'assignee', 'labels', 'priority', fieldId, 'duedate'];
  for (const field of wanted) await site.ok('POST', onTab, { fieldId: field });
  await site.ok('POST', `${onTab}/${fieldId}/move`, { position: 'First' });
  await site.ok('GET', onTab);
  await site.ok('DELETE', `${onTab}/duedate`);
  await site.ok('POST', `/screens/addToDefault/${fieldId}`);
  const scheme = await site.ok('POST', '/screenscheme', {
    name: 'Incident',
    screens: { default: id },
  });
  await site.ok('PUT', `/screenscheme/${String(scheme.id)}`, { screens: { create: String(id) } });
  await site.ok('GET', '/screenscheme');
  const all = await site.ok('POST', '/issuetypescreenscheme', {
    name: 'Incidents',
    issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(scheme.id) }],
  });
  await site.ok('PUT', `/issuetypescreenscheme/${String(all.id)}/mapping`, {
    issueTypeMappings: [{ issueTypeId: typeId, screenSchemeId: String(scheme.id) }],
  });
  const assigned = { issueTypeScreenSchemeId: String(all.id), projectId: String(project) };
  await site.ok('PUT', '/issuetypescreenscheme/project', assigned);
  await site.ok('GET', '/issuetypescreenscheme');
  await site.ok('GET', '/issuetypescreenscheme/mapping');
  await site.ok('GET', `/issuetypescreenscheme/project?projectId=${String(project)}`);
}

async function workflows(site: TestSite, typeId: string): Promise<void> {
  const scope = { type: 'GLOBAL' };
  const statuses = rows(
    await site.ok('POST', '/statuses', {
      scope,
      statuses: [
        { name: 'New', statusCategory: 'TODO' },
        { name: 'Fixing', statusCategory: 'IN_PROGRESS' },
        { name: 'Resolved', statusCategory: 'DONE' },
      ],
    }),
  );
  const sent = statuses.map(({ id, name, statusCategory }) => ({
    id,
    name,
    statusCategory,
    statusReference: `ref-${String(id)}`,
  }));
  const [start = '', fixing = '', resolved = ''] = sent.map((one) => one.statusReference);
  const parts = {
    statuses: sent.map(({ statusReference }) => ({ statusReference, properties: {} })),
    transitions: [
      { id: '1', name: 'Create', type: 'INITIAL', toStatusReference: start },
      {
        id: '11',
        name: 'Fix',
        type: 'DIRECTED',
        toStatusReference: fixing,
        links: [{ fromStatusReference: start }],
      },
      { id: '21', name: 'Resolve', type: 'GLOBAL', toStatusReference: resolved },
    ],
  };
  const body = { scope, statuses: sent, workflows: [{ name: 'Incident workflow', ...parts }] };
  await site.ok('POST', '/workflows/create/validation', { payload: body });
  const made = await site.ok('POST', '/workflows/create', body);
  const [workflow] = made.workflows as Body[];
  await site.ok('POST', '/workflows', { workflowNames: ['Incident workflow'] });
  await site.ok('GET', '/workflows/search?queryString=incident');
  await site.ok('GET', '/workflows/capabilities');
  const next = { id: workflow?.id, version: workflow?.version, ...parts };
  const payload = { statuses: sent, workflows: [next] };
  await site.ok('POST', '/workflows/update/validation', { payload });
  await site.ok('POST', '/workflows/update', payload);
  const ids = statuses.map(({ id, name, statusCategory }) => ({ id, name, statusCategory }));
  await site.ok('PUT', '/statuses', { statuses: ids });
  await site.ok('GET', `/statuses?id=${String(ids[0]?.id)}`);
  await site.ok('GET', '/statuses/search?searchString=fix');
  await site.ok('GET', '/statuses/byNames?name=Fixing');
  await site.ok('GET', '/status');
  await site.ok('GET', '/status/Fixing');
  await site.ok('GET', '/statuscategory');
  await workflowScheme(site, typeId);
}

async function workflowScheme(site: TestSite, typeId: string): Promise<void> {
  const { id: project } = await site.ok('GET', '/project/HOT');
  const workflow = 'Incident workflow';
  const named = { name: 'Incidents', defaultWorkflow: workflow };
  const { id } = await site.ok('POST', '/workflowscheme', named);
  const scheme = `/workflowscheme/${String(id)}`;
  await site.ok('PUT', scheme, { ...named, description: 'All alike' });
  await site.ok('PUT', `${scheme}/issuetype/${typeId}`, { workflow });
  await site.ok('GET', scheme);
  await site.ok('GET', '/workflowscheme');
  const assigned = { projectId: String(project), workflowSchemeId: String(id) };
  await site.ok('PUT', '/workflowscheme/project', assigned);
  const target = { projectId: String(project), targetSchemeId: String(id) };
  const { id: task } = await site.ok('POST', '/workflowscheme/project/switch', target);
  await site.ok('GET', `/task/${String(task)}`);
  await site.ok('GET', `/workflowscheme/project?projectId=${String(project)}`);
  await site.ok('GET', '/project/HOT/statuses');
}

/** Help texts, both ways. */
/** The older way, on a site that has not moved to field schemes. */
export async function configureFields(site: TestSite): Promise<void> {
  await site.project();
  const { id: project } = await site.ok('GET', '/project/HOT');
  const [type] = rows(await site.ok('GET', '/issuetype'));
  const typeId = String(type?.id);
  const { id } = await site.ok('POST', '/fieldconfiguration', { name: 'Incidents' });
  await site.ok('GET', '/fieldconfiguration');
  const items = [{ id: 'description', description: 'What do we know?' }];
  await site.ok('PUT', `/fieldconfiguration/${String(id)}/fields`, {
    fieldConfigurationItems: items,
  });
  await site.ok('GET', `/fieldconfiguration/${String(id)}/fields`);
  const scheme = await site.ok('POST', '/fieldconfigurationscheme', { name: 'Incidents' });
  const mapping = { issueTypeId: typeId, fieldConfigurationId: String(id) };
  const path = `/fieldconfigurationscheme/${String(scheme.id)}/mapping`;
  await site.ok('PUT', path, { mappings: [mapping] });
  await site.ok('GET', '/fieldconfigurationscheme');
  await site.ok('GET', '/fieldconfigurationscheme/mapping');
  const assigned = { fieldConfigurationSchemeId: String(scheme.id), projectId: String(project) };
  await site.ok('PUT', '/fieldconfigurationscheme/project', assigned);
  await site.ok('GET', `/fieldconfigurationscheme/project?projectId=${String(project)}`);
}

async function schemes(site: TestSite, typeId: string): Promise<void> {
  const { id: project } = await site.ok('GET', '/project/HOT');
  const { id: fieldScheme } = await site.ok('POST', '/config/fieldschemes', { name: 'Incidents' });
  const one = `/config/fieldschemes/${String(fieldScheme)}`;
  await site.ok('GET', one);
  const used = await site.ok('GET', `/config/fieldschemes/projects?projectId=${String(project)}`);
  const from = `/config/fieldschemes/${String(used.values?.[0]?.['schemeId'])}/clone`;
  const { id: copy } = await site.ok('POST', from, { name: 'Incidents, with all fields' });
  const schemeIds = [Number(fieldScheme), Number(copy)];
  await site.ok('PUT', '/config/fieldschemes/fields', { summary: [{ schemeIds }] });
  const workTypeParameters = [
    { workTypeId: Number(typeId), description: 'What do customers see?' },
  ];
  const parameters = { summary: [{ schemeIds, workTypeParameters }] };
  await site.ok('PUT', '/config/fieldschemes/fields/parameters', parameters);
  const projects = { [String(copy)]: { projectIds: [Number(project)] } };
  await site.ok('PUT', '/config/fieldschemes/projects', projects);
  await site.ok('DELETE', '/config/fieldschemes/fields', { components: { schemeIds } });
  await site.ok('GET', '/config/fieldschemes');
  await site.ok('GET', `${one}/fields`);
  await site.ok('GET', `${one}/fields/summary/parameters`);
  await site.ok('GET', `${one}/projects`);
}

async function permissions(site: TestSite): Promise<void> {
  const { id } = await site.ok('POST', '/permissionscheme', { name: 'Spare' });
  const scheme = `/permissionscheme/${String(id)}`;
  const grant = { permission: 'BROWSE_PROJECTS', holder: { type: 'anyone' } };
  const made = await site.ok('POST', `${scheme}/permission`, grant);
  await site.ok('GET', `${scheme}/permission`);
  await site.ok('DELETE', `${scheme}/permission/${String(made.id)}`);
  await site.ok('PUT', scheme, { name: 'Spare', permissions: [grant] });
  await site.ok('GET', `${scheme}?expand=permissions`);
  await site.ok('GET', '/permissionscheme');
  await site.ok('GET', '/project/HOT/permissionscheme');
  await site.ok('GET', '/permissions');
  await site.ok('GET', '/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER&projectKey=HOT');
  await site.ok('POST', '/permissions/project', { permissions: ['EDIT_ISSUES'] });
  const { id: role } = await site.ok('POST', '/role', { name: 'Watchers' });
  await site.ok('GET', '/role');
  await site.ok('GET', `/role/${String(role)}`);
  await site.ok('GET', '/project/HOT/role');
  const inProject = `/project/HOT/role/${String(role)}`;
  await site.ok('POST', inProject, { user: [site.reader.accountId] });
  await site.ok('GET', inProject);
  const actors = { 'atlassian-user-role-actor': [site.outsider.accountId] };
  await site.ok('PUT', inProject, { categorisedActors: actors });
  await site.ok('DELETE', `${inProject}?user=${site.outsider.accountId}`);
  await site.ok('POST', '/issuesecurityschemes', { name: 'Private', levels: [{ name: 'Few' }] });
  const security = await site.ok('GET', '/issuesecurityschemes');
  const [few] = security.issueSecuritySchemes as Body[];
  const { id: project } = await site.ok('GET', '/project/HOT');
  const sent = { projectId: String(project), schemeId: String(few?.id) };
  await site.ok('PUT', '/issuesecurityschemes/project', sent);
  await site.ok('GET', '/project/HOT/securitylevel');
  await site.ok('GET', '/project/HOT/issuesecuritylevelscheme');
}

async function lists(site: TestSite): Promise<void> {
  const anybody = ['/serverInfo', '/configuration', '/priority', '/priority/search', '/resolution'];
  for (const path of [...anybody, '/resolution/search', '/issueLinkType', '/project/search'])
    await site.ok('GET', path);
  for (const type of ['', '/accessible', '/service_desk', '/service_desk/accessible'])
    await site.ok('GET', `/project/type${type}`);
  await site.ok('GET', '/rest/servicedeskapi/info');
  await site.ok('PUT', '/project/HOT/properties/hot', { type: 1 });
  await site.ok('GET', '/project/HOT/properties');
  await site.ok('GET', '/project/HOT/properties/hot');
  await site.ok('DELETE', '/project/HOT/properties/hot');
  await site.call('GET', '/search');
  await site.call('POST', '/search', {});
  const link = { name: 'Causes', inward: 'is caused by', outward: 'causes' };
  await site.ok('POST', '/issueLinkType', link);
}
