import { type Site } from './site';
import {
  type Entry,
  type IssueType,
  type LinkType,
  type Project,
  type SecurityLevel,
  type Status,
  type StatusCategory,
} from './types';

/** How the API shows the small things that stand inside others. */

export type Bean = Record<string, unknown>;

const SIZES = { '48x48': 'large', '24x24': 'small', '16x16': 'xsmall', '32x32': 'medium' };

function avatarUrls(site: Site, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SIZES).map(([key, size]) => [
      key,
      `${site.baseUrl()}/secure/${path}&size=${size}`,
    ]),
  );
}

export function userBean(site: Site, accountId: string): Bean {
  const person = site.people.find(accountId);
  return {
    self: site.self(`user?accountId=${encodeURIComponent(accountId)}`),
    accountId,
    ...(person?.email ? { emailAddress: person.email } : {}),
    avatarUrls: avatarUrls(site, `useravatar?ownerId=${encodeURIComponent(accountId)}`),
    displayName: person?.displayName ?? 'Former user',
    active: person?.active ?? false,
    timeZone: person?.timeZone ?? 'Etc/UTC',
    accountType: person?.accountType ?? 'atlassian',
  };
}

export const CATEGORIES: Readonly<Record<StatusCategory, Bean & { key: string; name: string }>> = {
  TODO: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  IN_PROGRESS: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  DONE: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
};

export function categoryBean(site: Site, category: StatusCategory): Bean {
  const bean = CATEGORIES[category];
  return { self: site.self(`statuscategory/${String(bean.id)}`), ...bean };
}

export function statusBean(site: Site, status: Status): Bean {
  return {
    self: site.self(`status/${status.id}`),
    description: status.description,
    iconUrl: `${site.baseUrl()}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: categoryBean(site, status.category),
  };
}

export function issueTypeBean(site: Site, type: IssueType): Bean {
  return {
    self: site.self(`issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: site.self('universal_avatar/view/type/issuetype/avatar/10300?size=medium'),
    name: type.name,
    subtask: type.hierarchyLevel === -1,
    avatarId: 10300,
    hierarchyLevel: type.hierarchyLevel,
  };
}

export function priorityBean(site: Site, { id, name }: Entry): Bean {
  return {
    self: site.self(`priority/${id}`),
    iconUrl: `${site.baseUrl()}/images/icons/priorities/${name.toLowerCase()}.svg`,
    name,
    id,
  };
}

export const resolutionBean = (site: Site, { id, name, description }: Entry): Bean => ({
  self: site.self(`resolution/${id}`),
  id,
  description,
  name,
});

export function securityBean(site: Site, level: SecurityLevel | undefined): Bean | null {
  if (!level) return null;
  const { id, name, description } = level;
  return { self: site.self(`securitylevel/${id}`), id, name, description };
}

export const linkTypeBean = (site: Site, { id, name, inward, outward }: LinkType): Bean => ({
  id,
  name,
  inward,
  outward,
  self: site.self(`issueLinkType/${id}`),
});

/** A project as it stands in an issue's fields. */
export function projectStub(site: Site, project: Project): Bean {
  return {
    self: site.self(`project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: false,
    avatarUrls: avatarUrls(site, `projectavatar?pid=${project.id}`),
  };
}

/** An issue as it stands in links, parents and subtasks. */
export function issueStub(site: Site, issueId: string): Bean | null {
  const issue = site.issues.find(issueId);
  if (!issue) return null;
  const priorityId = issue.values.get('priority');
  const priority = typeof priorityId === 'string' ? site.priorities.find(priorityId) : undefined;
  return {
    id: issue.id,
    key: issue.key,
    self: site.self(`issue/${issue.id}`),
    fields: {
      summary: issue.values.get('summary') ?? '',
      status: statusBean(site, site.statuses.get(issue.statusId)),
      ...(priority ? { priority: priorityBean(site, priority) } : {}),
      issuetype: issueTypeBean(site, site.issueTypes.get(issue.typeId)),
    },
  };
}
