import { type Call } from '../http/call';
import { forbidden, found, issueNotFound } from '../http/refusal';
import { can, isAdmin } from './permissions';
import { type Issue, type Project } from './types';
import { type Site } from './site';

export const projectOf = (site: Site, issue: Issue): Project => site.projects.get(issue.projectId);

/** The issue, when this caller may see it. @throws {Refusal} 404 otherwise. */
export function visibleIssue(call: Call, idOrKey = call.param('issueIdOrKey')): Issue {
  const issue = call.site.issueByKey(idOrKey);
  if (!issue || !maySee(call.site, call.who, issue)) throw issueNotFound();
  return issue;
}

export function maySee(site: Site, who: string | null, issue: Issue): boolean {
  return can(site, who, 'BROWSE_PROJECTS', projectOf(site, issue), issue);
}

/** @throws {Refusal} 403 with this message when the caller lacks the permission on the issue. */
export function demand(call: Call, permission: string, issue: Issue, message: string): void {
  if (!can(call.site, call.who, permission, projectOf(call.site, issue), issue))
    throw forbidden(message);
}

/** The project, when this caller may see it. @throws {Refusal} 404 otherwise. */
export function visibleProject(call: Call, idOrKey: string): Project {
  const project = call.site.projectByKey(idOrKey);
  return found(
    project && seesProject(call.site, call.who, project) ? project : undefined,
    `No project could be found with key '${idOrKey}'.`,
  );
}

export function seesProject(site: Site, who: string | null, project: Project): boolean {
  return can(site, who, 'BROWSE_PROJECTS', project) || isAdmin(site, who);
}

/** Whether this account is shown the issue type: administrators all, others those of projects that they see. */
export function seesType(site: Site, who: string | null, typeId: string): boolean {
  if (isAdmin(site, who)) return true;
  return site.projects
    .all()
    .filter((project) => can(site, who, 'BROWSE_PROJECTS', project))
    .some(({ issueTypeSchemeId }) =>
      site.issueTypeSchemes.get(issueTypeSchemeId).issueTypeIds.includes(typeId),
    );
}

/** @throws {Refusal} 403 unless the caller administers the project or the site. */
export function demandProjectAdmin(call: Call, project: Project): void {
  if (!can(call.site, call.who, 'ADMINISTER_PROJECTS', project) && !isAdmin(call.site, call.who))
    throw forbidden('You do not have permission to administer this project.');
}
