import { fieldsFor, mayUsePortal, requestTypesOf, runsDesk } from './model/service/service-desks';
import {
  type FormField,
  type RequestType,
  type RequestTypeGroup,
} from './model/service/service-desk-types';
import { type Site } from './model/site';

/** What Jira's own pages know of its portals, beside what REST says. */

/** A portal of the help center. */
export type Portal = {
  readonly id: string;
  readonly name: string;
  readonly projectKey: string;
  readonly groups: readonly RequestTypeGroup[];
};

/** What an administrator of the project arranges by hand. */
export type Arranged = {
  readonly fields: readonly FormField[];
  /** None: the portal does not list the request type. */
  readonly groupIds: readonly string[];
};

export type Arrangement = Arranged & {
  readonly name: string;
  /** What the form may have: the fields of the issue type's create screen. */
  readonly possible: readonly FormField[];
  readonly groups: readonly RequestTypeGroup[];
};

export function portalsFor(site: Site, accountId: string | null): readonly Portal[] {
  if (!mayUsePortal(site, accountId)) return [];
  return site.serviceDesks.all().flatMap(({ id, projectId, groups }) => {
    const project = site.projects.find(projectId);
    return project ? [{ id, name: project.name, projectKey: project.key, groups }] : [];
  });
}

export function arrangementOf(
  site: Site,
  id: string,
  accountId: string | null,
): Arrangement | undefined {
  const found = arrangeable(site, id, accountId);
  if (!found) return undefined;
  const { type, groups, possible } = found;
  const { name, fields, groupIds } = type;
  return { name, fields, groupIds, possible, groups };
}

export function arrangeForm(
  site: Site,
  id: string,
  wanted: Arranged,
  accountId: string | null,
): Arranged | undefined {
  const found = arrangeable(site, id, accountId);
  if (!found) return undefined;
  const { type, possible } = found;
  const known = new Set(possible.map(({ fieldId }) => fieldId));
  type.fields = wanted.fields.filter(({ fieldId }) => known.has(fieldId));
  type.groupIds = [...wanted.groupIds];
  return { fields: type.fields, groupIds: type.groupIds };
}

function arrangeable(
  site: Site,
  id: string,
  accountId: string | null,
):
  | {
      readonly type: RequestType;
      readonly possible: readonly FormField[];
      readonly groups: readonly RequestTypeGroup[];
    }
  | undefined {
  const type = site.requestTypes.find(id);
  const desk = type && site.serviceDesks.find(type.serviceDeskId);
  const project = desk && site.projects.find(desk.projectId);
  if (!type || !desk || !project || !runsDesk(site, accountId, project)) return undefined;
  if (!requestTypesOf(site, desk).includes(type)) return undefined;
  return { type, groups: desk.groups, possible: fieldsFor(site, project, type.issueTypeId) };
}
