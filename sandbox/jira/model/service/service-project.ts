import { type Transition } from '../config';
import { addPermissionScheme, addScreen } from '../default-schemes';
import { addServiceConfiguration } from '../fields/field-homes';
import { SERVICE_DESK_TEAM, STANDARD_FIELDS } from '../furnish';
import { PROJECT_PERMISSIONS } from '../permissions';
import { type Site } from '../site';
import { type Grant, type IssueType } from '../types';
import { SERVICE_WORKFLOWS, type ServiceWorkflow } from '../workflows/service-workflows';
import { addStatus, putWorkflow } from '../workflows/workflows';

/** The schemes that a template makes for a project, each when it is asked for. @returns their ids. */
export type OwnSchemes = {
  readonly issueTypes: () => string;
  readonly workflows: () => number;
  readonly screens: () => string;
  readonly permissions: () => number;
  /** Undefined: the project shares the default one, as every project does on a site with field schemes. */
  readonly fieldConfigurations: () => string | undefined;
};

const ADMINISTRATORS = '10002';
const REQUESTS = ['[System] Service request', '[System] Service request with approvals'];
const ITSM = ['[System] Incident', '[System] Change', '[System] Problem'];
const REVIEW = '[System] Post-incident review';

/** Incidents, changes and problems come with the templates for IT; every one has requests. */
function typeNames(templateKey: string | undefined): readonly string[] {
  const forIt = templateKey === undefined || /it-service/.test(templateKey);
  return ['Task', 'Sub-task', ...REQUESTS, ...(forIt ? [...ITSM, REVIEW] : ['[System] Incident'])];
}

/** What Jira Service Management makes for a new service project. */
export function serviceSchemes(site: Site, key: string, templateKey?: string): OwnSchemes {
  const types = typeNames(templateKey).map((name) => issueType(site, name));
  return {
    issueTypes: () => typeScheme(site, key, types),
    workflows: () => workflowScheme(site, key, types),
    screens: () => screens(site, key),
    permissions: () => permissions(site, key),
    fieldConfigurations: () =>
      site.hasFieldSchemes ? undefined : addServiceConfiguration(site, key),
  };
}

/** Issue types of this name are shared by all service projects. */
function issueType(site: Site, name: string): IssueType {
  const there = site.issueTypes.where((type) => type.name === name);
  if (there) return there;
  const id = String(site.issueTypes.nextId());
  const made = { id, name, description: '', hierarchyLevel: 0, properties: new Map() };
  return site.issueTypes.put(id, made);
}

function typeScheme(site: Site, key: string, types: readonly IssueType[]): string {
  const id = String(site.issueTypeSchemes.nextId());
  site.issueTypeSchemes.put(id, {
    id,
    name: `${key}: Jira Service Management Issue Type Scheme`,
    description: '',
    defaultIssueTypeId: undefined,
    isDefault: false,
    issueTypeIds: types.map((type) => type.id),
  });
  return id;
}

function workflowScheme(site: Site, key: string, types: readonly IssueType[]): number {
  const [fallback = ''] = SERVICE_WORKFLOWS.map((one) => addWorkflow(site, key, one));
  const mappings = types.flatMap(({ id, name }) => {
    const own = SERVICE_WORKFLOWS.find((one) => one.types.includes(name));
    const workflow = own && site.workflows.where((one) => one.name === nameOf(key, own));
    return workflow ? [[id, workflow.id] as const] : [];
  });
  const id = site.workflowSchemes.nextId();
  site.workflowSchemes.put(id, {
    id,
    name: `${key}: Workflow scheme for Jira Service Management`,
    description: '',
    defaultWorkflowId: fallback,
    mappings: new Map(mappings),
    version: 1,
  });
  return id;
}

const nameOf = (key: string, { name }: ServiceWorkflow): string =>
  `${key}: ${name} workflow for Jira Service Management`;

/** @returns the id of the workflow, made with its statuses. */
function addWorkflow(site: Site, key: string, wanted: ServiceWorkflow): string {
  const ids = new Map(
    wanted.statuses.map(([name, category]) => [name, addStatus(site, name, category).id]),
  );
  const idOf = (name: string): string => ids.get(name) ?? '';
  const [first = ''] = ids.values();
  const create = { id: '1', name: 'Create', to: first, type: 'INITIAL' as const, from: [] };
  const moves = wanted.moves.map(([name, from, to], at) => {
    const type = 'DIRECTED' as const;
    return { id: String(at * 10 + 11), name, to: idOf(to), type, from: from.map(idOf) };
  });
  return putWorkflow(site, {
    name: nameOf(key, wanted),
    description: '',
    statuses: wanted.statuses.map(([name]) => ({
      statusId: idOf(name),
      raw: wanted.locked === name ? { properties: { 'jira.issue.editable': 'false' } } : {},
    })),
    transitions: [create, ...moves].map((one): Transition => {
      return { ...one, description: '', screenId: undefined, raw: {} };
    }),
  }).id;
}

/** One screen for raising, one for the rest. The resolution is on neither, as on real sites. */
function screens(site: Site, key: string): string {
  const create = addScreen(site, `${key}: Jira Service Management: Create Issue Screen`, [
    ...STANDARD_FIELDS.filter((id) => id !== 'security'),
  ]);
  const edit = addScreen(
    site,
    `${key}: Jira Service Management: Edit/View Issue Screen`,
    STANDARD_FIELDS,
  );
  const schemeId = site.screenSchemes.nextId();
  site.screenSchemes.put(schemeId, {
    id: schemeId,
    name: `${key}: Jira Service Management Screen Scheme`,
    description: '',
    screens: { default: edit.id, create: create.id },
  });
  const id = String(site.issueTypeScreenSchemes.nextId());
  site.issueTypeScreenSchemes.put(id, {
    id,
    name: `${key}: Jira Service Management Issue Type Screen Scheme`,
    description: '',
    mappings: new Map([['default', schemeId]]),
  });
  return id;
}

/** What agents may not: that is for administrators of the project. */
const NOT_FOR_AGENTS = new Set([
  'ADMINISTER_PROJECTS',
  'DELETE_ISSUES',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'MODIFY_REPORTER',
]);
/** Through the portal, which is not Jira: in Jira this holder is nobody. */
const FOR_CUSTOMERS = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS', 'CREATE_ATTACHMENTS'];

function permissions(site: Site, key: string): number {
  const role = (id: string) => ({ type: 'projectRole', parameter: id, value: id });
  const grants: Omit<Grant, 'id'>[] = PROJECT_PERMISSIONS.flatMap((permission) => [
    { permission, holder: role(ADMINISTRATORS) },
    ...(NOT_FOR_AGENTS.has(permission)
      ? []
      : [{ permission, holder: role(String(SERVICE_DESK_TEAM)) }]),
    ...(FOR_CUSTOMERS.includes(permission)
      ? [{ permission, holder: { type: 'sd.customer.portal.only' } }]
      : []),
  ]);
  const name = `Jira Service Management Permission Scheme for Project ${key}`;
  return addPermissionScheme(site, site.permissionSchemes.nextId(), name, grants).id;
}
