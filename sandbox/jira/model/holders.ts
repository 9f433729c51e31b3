import { type Site } from './site';
import { type Grant, type Issue, type Project } from './types';

/** Whether the account is among the holders of a grant or members of a security level. */
export function holds(
  site: Site,
  accountId: string | null,
  holder: Grant['holder'],
  project: Project,
  issue?: Issue,
): boolean {
  if (holder.type === 'anyone') return true;
  const person = accountId === null ? undefined : site.people.find(accountId);
  if (!person) return false;
  const parameter = holder.parameter ?? holder.value ?? '';
  switch (holder.type) {
    case 'applicationRole':
      return person.accountType === 'atlassian';
    case 'user':
      return parameter === person.accountId;
    case 'group':
      return inGroup(site, person.groups, parameter);
    case 'projectLead':
      return project.leadAccountId === person.accountId;
    case 'projectRole':
    case 'projectrole': // as a security level spells it
      return inRole(site, person.accountId, project, Number(parameter));
    case 'reporter':
    case 'assignee':
      return issue !== undefined && issue.values.get(holder.type) === person.accountId;
    default:
      return false;
  }
}

function inGroup(site: Site, groups: ReadonlySet<string>, idOrName: string): boolean {
  if (groups.has(idOrName)) return true;
  const group = site.groups.where(({ name }) => name === idOrName);
  return group !== undefined && groups.has(group.groupId);
}

/** The role atlassian-addons-project-access, in which Jira puts every app in every project. */
export const APPS = 10_003;

export function inRole(site: Site, accountId: string, project: Project, roleId: number): boolean {
  if (roleId === APPS && site.people.find(accountId)?.accountType === 'app') return true;
  const groups = site.people.find(accountId)?.groups;
  return (project.roles.get(roleId) ?? []).some(({ kind, who }) =>
    kind === 'user' ? who === accountId : groups?.has(who),
  );
}
