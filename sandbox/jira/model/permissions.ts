import { holds } from './holders';
import { mayPassSecurity } from './security';
import { type Site } from './site';
import { type Issue, type Project } from './types';

/** Key, name and whether it is asked for in a project or on the whole site. */
export const PERMISSIONS: readonly (readonly [string, string, 'PROJECT' | 'GLOBAL'])[] = [
  ['ADMINISTER', 'Administer Jira', 'GLOBAL'],
  ['SYSTEM_ADMIN', 'Administer Jira System', 'GLOBAL'],
  ['USER_PICKER', 'Browse Users', 'GLOBAL'],
  ['BULK_CHANGE', 'Bulk Change', 'GLOBAL'],
  ['CREATE_SHARED_OBJECTS', 'Create Shared Objects', 'GLOBAL'],
  ['MANAGE_GROUP_FILTER_SUBSCRIPTIONS', 'Manage Group Filter Subscriptions', 'GLOBAL'],
  ['ADMINISTER_PROJECTS', 'Administer Projects', 'PROJECT'],
  ['BROWSE_PROJECTS', 'Browse Projects', 'PROJECT'],
  ['VIEW_READONLY_WORKFLOW', 'View Read-Only Workflow', 'PROJECT'],
  ['CREATE_ISSUES', 'Create Issues', 'PROJECT'],
  ['EDIT_ISSUES', 'Edit Issues', 'PROJECT'],
  ['TRANSITION_ISSUES', 'Transition Issues', 'PROJECT'],
  ['SCHEDULE_ISSUES', 'Schedule Issues', 'PROJECT'],
  ['MOVE_ISSUES', 'Move Issues', 'PROJECT'],
  ['ASSIGN_ISSUES', 'Assign Issues', 'PROJECT'],
  ['ASSIGNABLE_USER', 'Assignable User', 'PROJECT'],
  ['RESOLVE_ISSUES', 'Resolve Issues', 'PROJECT'],
  ['CLOSE_ISSUES', 'Close Issues', 'PROJECT'],
  ['MODIFY_REPORTER', 'Modify Reporter', 'PROJECT'],
  ['DELETE_ISSUES', 'Delete Issues', 'PROJECT'],
  ['LINK_ISSUES', 'Link Issues', 'PROJECT'],
  ['SET_ISSUE_SECURITY', 'Set Issue Security', 'PROJECT'],
  ['VIEW_VOTERS_AND_WATCHERS', 'View Voters and Watchers', 'PROJECT'],
  ['MANAGE_WATCHERS', 'Manage Watchers', 'PROJECT'],
  ['ADD_COMMENTS', 'Add Comments', 'PROJECT'],
  ['EDIT_ALL_COMMENTS', 'Edit All Comments', 'PROJECT'],
  ['EDIT_OWN_COMMENTS', 'Edit Own Comments', 'PROJECT'],
  ['DELETE_ALL_COMMENTS', 'Delete All Comments', 'PROJECT'],
  ['DELETE_OWN_COMMENTS', 'Delete Own Comments', 'PROJECT'],
  ['CREATE_ATTACHMENTS', 'Create Attachments', 'PROJECT'],
  ['WORK_ON_ISSUES', 'Work On Issues', 'PROJECT'],
];

export const PROJECT_PERMISSIONS = PERMISSIONS.filter(([, , type]) => type === 'PROJECT').map(
  ([key]) => key,
);

const ADMIN_GROUP = 'jira-administrators';

export function isAdmin(site: Site, accountId: string | null): boolean {
  return hasGlobal(site, accountId, 'ADMINISTER');
}

/** Whether this account has the global permission: the admins' group has all, everybody but customers the rest. */
export function hasGlobal(site: Site, accountId: string | null, permission: string): boolean {
  const person = accountId === null ? undefined : site.people.find(accountId);
  if (!person) return false;
  const ofAdmins = permission === 'ADMINISTER' || permission === 'SYSTEM_ADMIN';
  if (!ofAdmins && person.accountType === 'customer') return false;
  if (!ofAdmins)
    return PERMISSIONS.some(([key, , type]) => key === permission && type === 'GLOBAL');
  const admins = site.groups.where(({ name }) => name === ADMIN_GROUP);
  return admins !== undefined && person.groups.has(admins.groupId);
}

/**
 * Whether this account has the project permission here. With an issue, grants to its reporter and
 * assignee count, and its security level too.
 */
export function can(
  site: Site,
  accountId: string | null,
  permission: string,
  project: Project,
  issue?: Issue,
): boolean {
  if (issue && !mayPassSecurity(site, accountId, project, issue)) return false;
  if (issue?.isArchived === true && permission !== 'BROWSE_PROJECTS') return false;
  const person = accountId === null ? undefined : site.people.find(accountId);
  // An app's account is in the role atlassian-addons-project-access, which every scheme lets do everything.
  if (person?.accountType === 'app') return true;
  return site.permissionSchemes
    .get(project.permissionSchemeId)
    .grants.some(
      (grant) =>
        grant.permission === permission && holds(site, accountId, grant.holder, project, issue),
    );
}
