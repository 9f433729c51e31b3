import { addDefaultSchemes, addScreen } from './default-schemes';
import { addGroup } from './people';
import { APPS } from './holders';
import { type Site } from './site';
import { addSystemFields } from './fields/system-fields';

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const RESOLUTIONS = ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce'];
const LINK_TYPES = [
  ['Blocks', 'is blocked by', 'blocks'],
  ['Cloners', 'is cloned by', 'clones'],
  ['Duplicate', 'is duplicated by', 'duplicates'],
  ['Relates', 'relates to', 'relates to'],
  ['Problem/Incident', 'is caused by', 'causes'],
] as const;
const ISSUE_TYPES = [
  ['Epic', 'A big user story that needs to be broken down.', 1],
  ['Story', 'Functionality or a feature expressed as a user goal.', 0],
  ['Task', 'A small, distinct piece of work.', 0],
  ['Bug', 'A problem or error.', 0],
  ['Sub-task', 'A small piece of work that is part of a larger task.', -1],
] as const;

const ROLES = [
  ['Administrators', 'Project administrators', 10_002],
  ['atlassian-addons-project-access', 'A project role for the accounts of apps.', APPS],
  ['Member', 'People who work in the project', 10_004],
  ['Viewer', 'People who may look', 10_005],
] as const;

/** Of Jira Service Management alone. */
export const SERVICE_DESK_TEAM = 10_006;
const SERVICE_ROLES = [
  ['Service Desk Team', 'Agents of the service project', SERVICE_DESK_TEAM],
  ['Service Desk Customers', 'People who raise requests', 10_007],
] as const;

export const SCREENS = { standard: 1, workflow: 2, resolve: 3 };

/** What a new Jira comes with: fields, lists, groups, roles, issue types, default schemes. */
export function furnish(site: Site): void {
  addSystemFields(site);
  PRIORITIES.forEach((name, at) => {
    const id = String(at + 1);
    site.priorities.put(id, { id, name, description: '' });
  });
  for (const name of RESOLUTIONS) {
    const id = String(site.resolutions.nextId());
    site.resolutions.put(id, { id, name, description: '' });
  }
  for (const [name, inward, outward] of LINK_TYPES) {
    const id = String(site.linkTypes.nextId());
    site.linkTypes.put(id, { id, name, description: '', inward, outward });
  }
  for (const [name, description, hierarchyLevel] of ISSUE_TYPES) {
    const id = String(site.issueTypes.nextId());
    site.issueTypes.put(id, { id, name, description, hierarchyLevel, properties: new Map() });
  }
  const roles = [...ROLES, ...(site.serviceManagement ? SERVICE_ROLES : [])];
  for (const [name, description, id] of roles) site.roles.put(id, { id, name, description });
  for (const name of ['jira-administrators', 'jira-software-users', 'jira-servicemanagement-users'])
    addGroup(site, name);
  addScreens(site);
  addDefaultSchemes(site);
}

function addScreens(site: Site): void {
  addScreen(site, 'Default Screen', STANDARD_FIELDS, SCREENS.standard);
  addScreen(site, 'Workflow Screen', ['comment', 'assignee'], SCREENS.workflow);
  addScreen(site, 'Resolve Issue Screen', ['resolution', 'comment', 'assignee'], SCREENS.resolve);
}

/** What a new project's screen shows. */
export const STANDARD_FIELDS = [
  'summary',
  'issuetype',
  'description',
  'priority',
  'assignee',
  'reporter',
  'labels',
  'duedate',
  'components',
  'parent',
  'issuelinks',
  'security',
];
