import { type Site } from '../model/site';
import { type Issue } from '../model/types';
import { type Actor, tell } from './events';

/** Deletes an issue with its subtasks and links. As in Jira, only the issue itself is told of. */
export function removeIssue(site: Site, actor: Actor, issue: Issue): void {
  for (const id of issue.children) {
    const child = site.issues.find(id);
    if (child) forget(site, child);
  }
  forget(site, issue);
  const associatedUsers = [{ accountId: actor.accountId }];
  tell(site, actor, 'avi:jira:deleted:issue', issue, { associatedUsers });
}

function forget(site: Site, issue: Issue): void {
  for (const id of site.linksOf.get(issue.id) ?? []) {
    const { inwardId, outwardId } = site.issueLinks.get(id);
    site.issueLinks.delete(id);
    site.linksOf.get(inwardId === issue.id ? outwardId : inwardId)?.delete(id);
  }
  const parent = issue.values.get('parent');
  if (typeof parent === 'string') site.issues.find(parent)?.children.delete(issue.id);
  site.linksOf.delete(issue.id);
  for (const [key, id] of site.issueIds) if (id === issue.id) site.issueIds.delete(key);
  site.issues.delete(issue.id);
}
