import { type Rest } from './rest';
import { type HotGroups, restrict } from './hot-permissions';
import { addHelpTexts, addScreens } from './hot-screens';
import { INCIDENT_FIELDS, PRODUCTS, SERVICES } from './words';

type Id = { readonly id: string };
type Page<T> = { readonly values: readonly T[] };

/** What a seed of incidents needs to know of the project: field ids by name. */
export type HotProject = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Sets up project HOT as an admin would: type, workflow, fields, screens, help texts, permissions. */
export async function setUpHot(
  admin: Rest,
  leadAccountId: string,
  groups: HotGroups,
): Promise<HotProject> {
  const project = await admin.post<{ id: number }>('/rest/api/3/project', {
    key: 'HOT',
    name: 'Hot incidents',
    description: 'Incidents of Larkfield: raised by anyone, run by the incident manager.',
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    leadAccountId,
    assigneeType: 'UNASSIGNED',
  });
  const projectId = String(project.id);
  const issueTypeId = await addIssueType(admin, projectId);
  await addWorkflow(admin, projectId);
  const fields = await addFields(admin);
  await addScreens(admin, projectId, fields);
  await addHelpTexts(admin, projectId);
  await restrict(admin, groups);
  await admin.put('/rest/api/3/project/HOT/properties/incident-response', { enabled: true });
  return { projectId, issueTypeId, fields };
}

async function addIssueType(admin: Rest, projectId: string): Promise<string> {
  const type = await admin.post<Id>('/rest/api/3/issuetype', {
    name: 'Incident',
    description: 'Something our customers feel, and that must be fixed at once.',
    type: 'standard',
  });
  const scheme = await admin.post<{ issueTypeSchemeId: string }>('/rest/api/3/issuetypescheme', {
    name: 'HOT: issue types',
    issueTypeIds: [type.id],
    defaultIssueTypeId: type.id,
  });
  await admin.put('/rest/api/3/issuetypescheme/project', {
    issueTypeSchemeId: scheme.issueTypeSchemeId,
    projectId,
  });
  return type.id;
}

const STATUSES = [
  { name: 'New', category: 'TODO', ref: '11111111-0000-4000-8000-000000000001' },
  { name: 'Fixing', category: 'IN_PROGRESS', ref: '11111111-0000-4000-8000-000000000002' },
  { name: 'Resolved', category: 'DONE', ref: '11111111-0000-4000-8000-000000000003' },
  { name: 'Cancelled', category: 'DONE', ref: '11111111-0000-4000-8000-000000000004' },
] as const;

type StatusName = (typeof STATUSES)[number]['name'];

const MOVES: readonly { name: string; from: readonly StatusName[]; to: StatusName }[] = [
  { name: 'Start fixing', from: ['New'], to: 'Fixing' },
  { name: 'Resolve', from: ['New', 'Fixing'], to: 'Resolved' },
  { name: 'It came back', from: ['Resolved'], to: 'Fixing' },
  { name: 'No incident', from: ['New', 'Fixing'], to: 'Cancelled' },
];

async function addWorkflow(admin: Rest, projectId: string): Promise<void> {
  const ref = (name: StatusName) => STATUSES.find((status) => status.name === name)?.ref;
  await admin.post('/rest/api/3/workflows/create', {
    scope: { type: 'GLOBAL' },
    statuses: STATUSES.map(({ name, category, ref: statusReference }) => ({
      name,
      description: '',
      statusCategory: category,
      statusReference,
    })),
    workflows: [
      {
        name: 'HOT: incident workflow',
        description: 'New, Fixing, Resolved, and back',
        statuses: STATUSES.map(({ ref: statusReference }) => ({ statusReference, properties: {} })),
        transitions: [
          { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: ref('New'), links: [] },
          ...MOVES.map(({ name, from, to }, n) => ({
            id: String(11 + 10 * n),
            type: 'DIRECTED',
            name,
            toStatusReference: ref(to),
            links: from.map((status) => ({ fromStatusReference: ref(status) })),
          })),
        ],
      },
    ],
  });
  const scheme = await admin.post<Id>('/rest/api/3/workflowscheme', {
    name: 'HOT: workflow scheme',
    defaultWorkflow: 'HOT: incident workflow',
  });
  await admin.put('/rest/api/3/workflowscheme/project', {
    workflowSchemeId: scheme.id,
    projectId,
  });
}

async function addFields(admin: Rest): Promise<Record<string, string>> {
  const options: Record<string, readonly string[]> = {
    'Faulty service': SERVICES,
    'Affected products': PRODUCTS,
  };
  const ids: Record<string, string> = {};
  for (const { name, description, type, values = options[name] } of INCIDENT_FIELDS) {
    const kind = `com.atlassian.jira.plugin.system.customfieldtypes:${type}`;
    const field = await admin.post<Id>('/rest/api/3/field', { name, description, type: kind });
    ids[name] = field.id;
    if (values) await addOptions(admin, field.id, values);
  }
  return ids;
}

async function addOptions(admin: Rest, field: string, values: readonly string[]): Promise<void> {
  const contexts = await admin.get<Page<Id>>(`/rest/api/3/field/${field}/context`);
  const context = contexts.values[0];
  if (!context) throw new Error(`${field} has no context`);
  await admin.post(`/rest/api/3/field/${field}/context/${context.id}/option`, {
    options: values.map((value) => ({ value, disabled: false })),
  });
}
