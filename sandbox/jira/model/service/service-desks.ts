import { SERVICE_DESK_TEAM } from '../furnish';
import { inRole } from '../holders';
import { can, isAdmin } from '../permissions';
import { isRequired, screenFields, usableFields } from '../fields/screens';
import { type FormField, type RequestType, type ServiceDesk } from './service-desk-types';
import { type Site } from '../site';
import { type Project } from '../types';

export type NewRequestType = Pick<
  RequestType,
  'name' | 'description' | 'helpText' | 'issueTypeId' | 'groupIds'
>;

/** Fields that a request gives by itself. */
const BY_REQUEST = new Set([
  'project',
  'issuetype',
  'reporter',
  'parent',
  'issuelinks',
  'security',
]);

export function addServiceDesk(site: Site, projectId: string): ServiceDesk {
  const id = String(site.serviceDesks.nextId());
  const group = { id: String(site.nextId()), name: 'General' };
  return site.serviceDesks.put(id, { id, projectId, groups: [group] });
}

/** As over REST: the form has the fields that the issue type requires, and no more. */
export function addRequestType(site: Site, desk: ServiceDesk, wanted: NewRequestType): RequestType {
  const project = site.projects.get(desk.projectId);
  const id = String(site.requestTypes.nextId());
  const required = fieldsFor(site, project, wanted.issueTypeId).filter(({ required }) => required);
  return site.requestTypes.put(id, {
    ...wanted,
    id,
    serviceDeskId: desk.id,
    fields: required,
  });
}

/** What the form of this issue type may have: the fields of its create screen. */
export function fieldsFor(site: Site, project: Project, typeId: string): FormField[] {
  return usableFields(site, project, typeId, screenFields(site, project, typeId, 'create'))
    .filter(({ id, kind }) => !BY_REQUEST.has(id) && (kind !== 'computed' || id === 'attachment'))
    .map(({ id, name, description }) => ({
      fieldId: id,
      name,
      description,
      required: isRequired(site, project, typeId, id),
    }));
}

/** The request types that can be raised: their issue type is still in the project. */
export function requestTypesOf(site: Site, desk: ServiceDesk): RequestType[] {
  const project = site.projects.get(desk.projectId);
  const { issueTypeIds } = site.issueTypeSchemes.get(project.issueTypeSchemeId);
  return site.requestTypes
    .all()
    .filter(
      ({ serviceDeskId, issueTypeId }) =>
        serviceDeskId === desk.id && issueTypeIds.includes(issueTypeId),
    );
}

/** Everybody with an account on the site, its customers included. */
export function mayUsePortal(site: Site, accountId: string | null): boolean {
  return accountId !== null && site.people.find(accountId) !== undefined;
}

/** Whether this account arranges request types: administrators of the project and of the site. */
export function runsDesk(site: Site, accountId: string | null, project: Project): boolean {
  return can(site, accountId, 'ADMINISTER_PROJECTS', project) || isAdmin(site, accountId);
}

/** Whether this account answers requests. */
export function isAgent(site: Site, accountId: string | null, project: Project): boolean {
  if (accountId === null) return false;
  return inRole(site, accountId, project, SERVICE_DESK_TEAM) || runsDesk(site, accountId, project);
}

/** Whether this account answers requests anywhere on the site: without, it has no licence of service management. */
export function isAgentOfAny(site: Site, accountId: string | null): boolean {
  return site.serviceDesks
    .all()
    .some(({ projectId }) => isAgent(site, accountId, site.projects.get(projectId)));
}
