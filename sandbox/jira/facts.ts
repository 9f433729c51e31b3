import { type Facts, type Place } from '../core/contract';
import { maySee, projectOf, seesProject } from './model/access';
import { isAgentOfAny, mayUsePortal } from './model/service/service-desks';
import { can, isAdmin, PROJECT_PERMISSIONS } from './model/permissions';
import { type Site } from './model/site';
import { type Issue, type Project } from './model/types';

/** What a module at this place may know; undefined when the place is not there or not for this person. */
export function factsAt(site: Site, place: Place, accountId: string | null): Facts | undefined {
  const issue = place.issue === undefined ? undefined : site.issueByKey(place.issue);
  if (place.issue !== undefined && (!issue || !maySee(site, accountId, issue))) return undefined;
  const project = issue ? projectOf(site, issue) : projectAt(site, place, accountId);
  if (place.project !== undefined && !project) return undefined;
  if (place.portal !== undefined && !mayUsePortal(site, accountId)) return undefined;
  return {
    user: userFacts(site, accountId),
    ...(issue ? { issue: issueFacts(site, issue) } : {}),
    ...(project ? { project: { id: project.id, key: project.key, type: project.typeKey } } : {}),
    permissions: project
      ? PROJECT_PERMISSIONS.filter((key) => can(site, accountId, key, project, issue))
      : [],
    properties: propertiesOf(site, { issue, project, accountId }),
  };
}

function propertiesOf(
  site: Site,
  of: {
    readonly issue: Issue | undefined;
    readonly project: Project | undefined;
    readonly accountId: string | null;
  },
): Facts['properties'] {
  const { issue, project, accountId } = of;
  const person = accountId === null ? undefined : site.people.find(accountId);
  return {
    issue: asObject(issue?.properties),
    issueType: asObject(issue && site.issueTypes.get(issue.typeId).properties),
    project: asObject(project?.properties),
    user: asObject(person?.properties),
  };
}

function projectAt(site: Site, place: Place, accountId: string | null): Project | undefined {
  const project = place.project === undefined ? undefined : site.projectByKey(place.project);
  return project && seesProject(site, accountId, project) ? project : undefined;
}

function userFacts(site: Site, accountId: string | null): Facts['user'] {
  const person = accountId === null ? undefined : site.people.find(accountId);
  if (!person) return null;
  return {
    accountId: person.accountId,
    locale: person.locale,
    timeZone: person.timeZone,
    isAdmin: isAdmin(site, accountId),
    ...(person.accountType === 'customer' ? { isCustomer: true } : {}),
    ...(isAgentOfAny(site, accountId) ? { isAgent: true } : {}),
    groups: [...person.groups].map((id) => site.groups.get(id).name),
  };
}

function issueFacts(site: Site, { id, key, typeId }: Issue): NonNullable<Facts['issue']> {
  return { id, key, type: site.issueTypes.get(typeId).name, typeId };
}

const asObject = (properties: ReadonlyMap<string, unknown> = new Map()): Record<string, unknown> =>
  structuredClone(Object.fromEntries(properties));
