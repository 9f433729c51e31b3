import { holds } from './holders';
import { type Site } from './site';
import { type Issue, type Project } from './types';

/** Whether an issue's security level lets this account see it, an app's too. No level: everyone who may browse. */
export function mayPassSecurity(
  site: Site,
  accountId: string | null,
  project: Project,
  issue: Issue,
): boolean {
  const levelId = issue.values.get('security');
  if (levelId === undefined || project.securitySchemeId === undefined) return true;
  const level = site.securitySchemes
    .get(project.securitySchemeId)
    .levels.find(({ id }) => id === levelId);
  return (level?.members ?? []).some((member) => holds(site, accountId, member, project, issue));
}
