import { seesProject } from '../access';
import { inRole } from '../holders';
import { type Site } from '../site';
import { type Share } from '../types';

/** Whether one of these shares is for this account. */
export function sharedWith(
  site: Site,
  accountId: string | null,
  shares: readonly Share[],
): boolean {
  const groups = accountId === null ? undefined : site.people.find(accountId)?.groups;
  return shares.some((share) => {
    const { type, groupId, projectId, roleId } = share;
    if (type === 'global') return true;
    if (accountId === null) return false;
    if (type === 'loggedin' || type === 'authenticated') return true;
    if (type === 'user') return share.accountId === accountId;
    if (groupId !== undefined) return groups?.has(groupId) === true;
    const project = site.projects.find(projectId);
    if (!project) return false;
    if (roleId !== undefined) return inRole(site, accountId, project, roleId);
    return seesProject(site, accountId, project);
  });
}
