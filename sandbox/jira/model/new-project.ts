import { addScreen, DEFAULTS } from './default-schemes';
import { STANDARD_FIELDS } from './furnish';
import { addServiceDesk } from './service/service-desks';
import { type OwnSchemes, serviceSchemes } from './service/service-project';
import { type Site } from './site';
import { type Project, type StatusCategory } from './types';
import { addSimpleWorkflow } from './workflows/workflows';

export type NewProject = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly typeKey: Project['typeKey'];
  /** Undefined: the plainest of its type. */
  readonly templateKey?: string;
  readonly leadAccountId: string;
  readonly assigneeType: Project['assigneeType'];
  /** Schemes chosen by the caller; what is absent is made for the project, as its template does. */
  readonly issueTypeSchemeId?: string;
  readonly workflowSchemeId?: number;
  readonly issueTypeScreenSchemeId?: string;
  readonly fieldConfigurationSchemeId?: string;
  readonly fieldSchemeId?: number;
  readonly permissionSchemeId?: number;
  readonly securitySchemeId?: number;
};

const SIMPLE: readonly (readonly [string, StatusCategory])[] = [
  ['To Do', 'TODO'],
  ['In Progress', 'IN_PROGRESS'],
  ['Done', 'DONE'],
];
const ADMINISTRATORS = 10_002;

/** A company-managed project with schemes of its own where none were chosen. */
export function addProject(site: Site, wanted: NewProject): Project {
  const id = String(site.projects.nextId());
  const own = wanted.typeKey === 'service_desk' ? serviceSchemes : softwareSchemes;
  const make = own(site, wanted.key, wanted.templateKey);
  const lead = { id: site.nextId(), kind: 'user' as const, who: wanted.leadAccountId };
  if (wanted.typeKey === 'service_desk') addServiceDesk(site, id);
  return site.projects.put(id, {
    id,
    key: wanted.key,
    name: wanted.name,
    description: wanted.description,
    typeKey: wanted.typeKey,
    leadAccountId: wanted.leadAccountId,
    assigneeType: wanted.assigneeType,
    issueTypeSchemeId: wanted.issueTypeSchemeId ?? make.issueTypes(),
    workflowSchemeId: wanted.workflowSchemeId ?? make.workflows(),
    issueTypeScreenSchemeId: wanted.issueTypeScreenSchemeId ?? make.screens(),
    fieldConfigurationSchemeId: wanted.fieldConfigurationSchemeId ?? make.fieldConfigurations(),
    fieldSchemeId: wanted.fieldSchemeId ?? DEFAULTS.fieldScheme,
    permissionSchemeId: wanted.permissionSchemeId ?? make.permissions(),
    securitySchemeId: wanted.securitySchemeId,
    roles: new Map([[ADMINISTRATORS, [lead]]]),
    properties: new Map(),
    issuesMade: 0,
  });
}

const softwareSchemes = (site: Site, key: string): OwnSchemes => ({
  issueTypes: () => makeTypeScheme(site, key),
  workflows: () => makeWorkflowScheme(site, key),
  screens: () => makeScreens(site, key),
  permissions: () => DEFAULTS.permissionScheme,
  fieldConfigurations: () => undefined,
});

function makeTypeScheme(site: Site, key: string): string {
  const id = String(site.issueTypeSchemes.nextId());
  const names = ['Epic', 'Story', 'Task', 'Bug', 'Sub-task'];
  const types = site.issueTypes.all().filter(({ name }) => names.includes(name));
  site.issueTypeSchemes.put(id, {
    id,
    name: `${key}: Kanban Issue Type Scheme`,
    description: '',
    defaultIssueTypeId: types.find(({ name }) => name === 'Task')?.id,
    isDefault: false,
    issueTypeIds: types.map((type) => type.id),
  });
  return id;
}

function makeWorkflowScheme(site: Site, key: string): number {
  const workflow = addSimpleWorkflow(
    site,
    `Software Simplified Workflow for Project ${key}`,
    SIMPLE,
  );
  const id = site.workflowSchemes.nextId();
  site.workflowSchemes.put(id, {
    id,
    name: `${key}: Software Simplified Workflow Scheme`,
    description: '',
    defaultWorkflowId: workflow.id,
    mappings: new Map(),
    version: 1,
  });
  return id;
}

function makeScreens(site: Site, key: string): string {
  const screen = addScreen(site, `${key}: Kanban Default Issue Screen`, STANDARD_FIELDS);
  const schemeId = site.screenSchemes.nextId();
  site.screenSchemes.put(schemeId, {
    id: schemeId,
    name: `${key}: Kanban Default Screen Scheme`,
    description: '',
    screens: { default: screen.id },
  });
  const id = String(site.issueTypeScreenSchemes.nextId());
  site.issueTypeScreenSchemes.put(id, {
    id,
    name: `${key}: Kanban Issue Type Screen Scheme`,
    description: '',
    mappings: new Map([['default', schemeId]]),
  });
  return id;
}
