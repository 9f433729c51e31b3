import { type Rest } from './rest';
import { SERVICES } from './words';

type Id = { readonly id: string };
type Named = Id & { readonly name: string };
type Page<T> = { readonly values: readonly T[] };

/** What the seed of outages needs to know of the project: field ids by name. */
export type OwnProject = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * A project that a company made for its outages long before the app came: another issue type, other statuses, other
 * fields, one of which is missing on the edit screen, and a screen that another project uses too.
 */
export async function addOwnProject(admin: Rest, leadAccountId: string): Promise<OwnProject> {
  const project = (key: string, name: string) =>
    admin.post<{ id: number }>('/rest/api/3/project', {
      key,
      name,
      leadAccountId,
      projectTypeKey: 'software',
      projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
      assigneeType: 'UNASSIGNED',
    });
  const projectId = String((await project('OPS', 'Operations')).id);
  const stores = String((await project('STORE', 'Stores')).id);
  const issueTypeId = await addIssueType(admin, projectId);
  const fields = await addFields(admin);
  await associate(admin, [projectId, stores], Object.values(fields));
  const finish = await addScreen(admin, 'OPS: finish', [fields['Over at'] ?? '']);
  await addWorkflow(admin, projectId, finish);
  await addScreens(admin, projectId, stores, fields);
  return { projectId, issueTypeId, fields };
}

async function addIssueType(admin: Rest, projectId: string): Promise<string> {
  const type = await admin.post<Id>('/rest/api/3/issuetype', { name: 'Outage', type: 'standard' });
  const types = await admin.get<readonly Named[]>('/rest/api/3/issuetype');
  const task = types.find(({ name }) => name === 'Task');
  const scheme = await admin.post<{ issueTypeSchemeId: string }>('/rest/api/3/issuetypescheme', {
    name: 'OPS: issue types',
    issueTypeIds: [type.id, ...(task ? [task.id] : [])],
    defaultIssueTypeId: type.id,
  });
  const { issueTypeSchemeId } = scheme;
  await admin.put('/rest/api/3/issuetypescheme/project', { issueTypeSchemeId, projectId });
  return type.id;
}

const FIELDS = [
  { name: 'Impact level', type: 'select', options: ['P1', 'P2', 'P3', 'P4'] },
  { name: 'Component at fault', type: 'select', options: SERVICES },
  { name: 'Started at', type: 'datetime' },
  { name: 'Noticed at', type: 'datetime' },
  { name: 'Over at', type: 'datetime' },
] as const;

async function addFields(admin: Rest): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const { name, type, ...rest } of FIELDS) {
    const kind = `com.atlassian.jira.plugin.system.customfieldtypes:${type}`;
    const { id } = await admin.post<Id>('/rest/api/3/field', { name, type: kind });
    ids[name] = id;
    if (!('options' in rest)) continue;
    const contexts = await admin.get<Page<Id>>(`/rest/api/3/field/${id}/context`);
    const context = contexts.values[0]?.id ?? '';
    await admin.post(`/rest/api/3/field/${id}/context/${context}/option`, {
      options: rest.options.map((value) => ({ value })),
    });
  }
  return ids;
}

/** A field that is made over REST belongs to no project until it is given to some. */
async function associate(
  admin: Rest,
  projectIds: readonly string[],
  fieldIds: readonly string[],
): Promise<void> {
  await admin.put('/rest/api/3/field/association', {
    associationContexts: projectIds.map((id) => ({ type: 'PROJECT_ID', identifier: Number(id) })),
    fields: fieldIds.map((identifier) => ({ type: 'FIELD_ID', identifier })),
  });
}

const STATUSES = [
  { name: 'Open', category: 'TODO' },
  { name: 'Working', category: 'IN_PROGRESS' },
  { name: 'Done', category: 'DONE' },
  { name: 'Rejected', category: 'DONE' },
] as const;

/** The resolution that a move sets; empty takes it away. */
const MOVES = [
  { name: 'Start work', from: ['Open'], to: 'Working', resolution: '' },
  { name: 'Finish', from: ['Working'], to: 'Done', resolution: 'Done' },
  { name: 'Reject', from: ['Open', 'Working'], to: 'Rejected', resolution: "Won't Do" },
  { name: 'Reopen', from: ['Done', 'Rejected'], to: 'Working', resolution: '' },
] as const;

async function addWorkflow(admin: Rest, projectId: string, finish: number): Promise<void> {
  const resolutions = await admin.get<readonly Named[]>('/rest/api/3/resolution');
  const known = await admin.get<Page<Named>>('/rest/api/3/statuses/search?maxResults=200');
  await admin.post('/rest/api/3/workflows/create', {
    scope: { type: 'GLOBAL' },
    statuses: STATUSES.map(({ name, category }) => {
      const there = known.values.find((status) => status.name === name);
      const id = there ? { id: there.id } : {};
      return { ...id, name, statusCategory: category, statusReference: name };
    }),
    workflows: [
      {
        name: 'Operations workflow',
        statuses: STATUSES.map(({ name }) => ({ statusReference: name, properties: {} })),
        transitions: [
          { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'Open', links: [] },
          ...MOVES.map((move, n) => transition(move, { n, finish, resolutions })),
        ],
      },
    ],
  });
  const scheme = await admin.post<{ id: number }>('/rest/api/3/workflowscheme', {
    name: 'OPS: workflow scheme',
    defaultWorkflow: 'Operations workflow',
  });
  await admin.put('/rest/api/3/workflowscheme/project', {
    workflowSchemeId: String(scheme.id),
    projectId,
  });
}

function transition(
  { name, from, to, resolution }: (typeof MOVES)[number],
  of: { readonly n: number; readonly finish: number; readonly resolutions: readonly Named[] },
) {
  const value = of.resolutions.find((one) => one.name === resolution)?.id ?? '';
  return {
    id: String(11 + 10 * of.n),
    type: 'DIRECTED',
    name,
    toStatusReference: to,
    links: from.map((status) => ({ fromStatusReference: status })),
    actions: [{ ruleKey: 'system:update-field', parameters: { field: 'resolution', value } }],
    ...(name === 'Finish' ? { transitionScreen: screenRule(of.finish) } : {}),
  };
}

const screenRule = (screenId: number) => ({
  ruleKey: 'system:transition-screen',
  parameters: { screenId: String(screenId) },
});

/** "Over at" is on the view and on the screen of "Finish", and was forgotten on the edit screen. */
async function addScreens(
  admin: Rest,
  projectId: string,
  stores: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const { 'Over at': over = '', ...known } = fields;
  const ids = Object.values(known);
  const plain = ['summary', 'description'];
  const create = await addScreen(admin, 'OPS: raise', [...plain, ...ids]);
  const edit = await addScreen(admin, 'OPS: edit', [...plain, 'assignee', 'labels', ...ids]);
  const all = [...plain, 'assignee', 'reporter', 'labels', 'resolution', ...ids, over];
  const view = await addScreen(admin, 'Operations and stores: view', all);
  await assign(admin, projectId, 'OPS', { default: edit, create, edit, view });
  await assign(admin, stores, 'STORE', { default: view });
}

async function assign(
  admin: Rest,
  projectId: string,
  key: string,
  screens: Readonly<Record<string, number>>,
): Promise<void> {
  const scheme = await admin.post<{ id: number }>('/rest/api/3/screenscheme', {
    name: `${key}: screens`,
    screens,
  });
  const { id } = await admin.post<Id>('/rest/api/3/issuetypescreenscheme', {
    name: `${key}: screens by issue type`,
    issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(scheme.id) }],
  });
  const assigned = { issueTypeScreenSchemeId: id, projectId };
  await admin.put('/rest/api/3/issuetypescreenscheme/project', assigned);
}

async function addScreen(admin: Rest, name: string, fieldIds: readonly string[]): Promise<number> {
  const screen = await admin.post<{ id: number }>('/rest/api/3/screens', { name });
  const tabs = await admin.get<readonly Id[]>(`/rest/api/3/screens/${screen.id}/tabs`);
  const tab = tabs[0]?.id ?? '';
  for (const fieldId of fieldIds)
    await admin.post(`/rest/api/3/screens/${screen.id}/tabs/${tab}/fields`, { fieldId });
  return screen.id;
}
