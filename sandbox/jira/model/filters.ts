import { seesProject } from './access';
import { inRole } from './holders';
import { type Site } from './site';
import { type Filter } from './types';

/** Whether this account may use the filter: it is theirs, or shared with them. */
export function seesFilter(site: Site, accountId: string | null, filter: Filter): boolean {
  const groups = accountId === null ? undefined : site.people.find(accountId)?.groups;
  if (filter.owner === accountId) return true;
  return filter.shares.some(({ type, groupId, projectId, roleId }) => {
    if (type === 'global') return true;
    if (accountId === null) return false;
    if (type === 'loggedin' || type === 'authenticated') return true;
    if (groupId !== undefined) return groups?.has(groupId) === true;
    const project = site.projects.find(projectId);
    if (!project) return false;
    if (roleId !== undefined) return inRole(site, accountId, project, roleId);
    return seesProject(site, accountId, project);
  });
}
