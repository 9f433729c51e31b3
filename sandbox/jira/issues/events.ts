import { issueTypeBean, projectStub, statusBean, userBean } from '../model/beans';
import { type Site } from '../model/site';
import { type Change, type ChangeItem, type Issue } from '../model/types';
import { showMoment } from '../values/moments';

/** Who does something, and whether an app does it for them. */
export type Actor = { readonly accountId: string; readonly viaApp: boolean };

/** Tells of something that happened to an issue, with the few fields that Forge sends along. */
export function tell(
  site: Site,
  actor: Actor,
  name: string,
  issue: Issue,
  rest: Readonly<Record<string, unknown>>,
): void {
  emit(site, actor, name, { issue: thinIssue(site, issue), ...rest });
}

/** Tells of anything else. */
export function emit(
  site: Site,
  actor: Actor,
  name: string,
  payload: Readonly<Record<string, unknown>>,
): void {
  site.emit({
    name,
    payload: { eventType: name, ...payload, atlassianId: actor.accountId },
    atlassianId: actor.accountId,
    selfGenerated: actor.viaApp,
  });
}

/** The few fields that Forge sends along. */
export function thinIssue(site: Site, issue: Issue): Record<string, unknown> {
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.values.get('summary') ?? '',
      issuetype: issueTypeBean(site, site.issueTypes.get(issue.typeId)),
      creator: userBean(site, issue.creatorId),
      created: showMoment(issue.created),
      project: projectStub(site, site.projects.get(issue.projectId)),
      reporter: person(site, issue, 'reporter'),
      assignee: person(site, issue, 'assignee'),
      updated: showMoment(issue.updated),
      status: statusBean(site, site.statuses.get(issue.statusId)),
    },
  };
}

function person(site: Site, issue: Issue, fieldId: string): unknown {
  const accountId = issue.values.get(fieldId);
  return typeof accountId === 'string' ? userBean(site, accountId) : null;
}

export function tellCreated(site: Site, actor: Actor, issue: Issue): void {
  const associatedUsers = [{ accountId: actor.accountId }];
  tell(site, actor, 'avi:jira:created:issue', issue, { associatedUsers });
  const assignee = issue.values.get('assignee');
  if (typeof assignee !== 'string') return;
  const toString = site.people.find(assignee)?.displayName ?? null;
  const item = { field: 'assignee', fieldtype: 'jira', fieldId: 'assignee' } as const;
  const items = [{ ...item, from: null, fromString: null, to: assignee, toString }];
  tellAssigned(site, actor, issue, { items });
}

/** Updated, and assigned beside it when the assignee changed. */
export function tellUpdated(site: Site, actor: Actor, issue: Issue, change: Change): void {
  const { id, items } = change;
  const status = items.find(({ fieldId }) => fieldId === 'status');
  tell(site, actor, 'avi:jira:updated:issue', issue, {
    changelog: { id, items },
    associatedUsers: usersOf(actor, items),
    ...(status ? { associatedStatuses: statusesOf(site, status) } : {}),
  });
  if (items.some(({ fieldId }) => fieldId === 'assignee')) tellAssigned(site, actor, issue, change);
}

function tellAssigned(
  site: Site,
  actor: Actor,
  issue: Issue,
  { id, items }: { id?: string; items: readonly ChangeItem[] },
): void {
  const assigned = items.filter(({ fieldId }) => fieldId === 'assignee');
  tell(site, actor, 'avi:jira:assigned:issue', issue, {
    changelog: { ...(id === undefined ? {} : { id }), items: assigned },
    associatedUsers: usersOf(actor, assigned),
  });
}

function usersOf(actor: Actor, items: readonly ChangeItem[]): { accountId: string }[] {
  const assigned = items
    .filter(({ fieldId }) => fieldId === 'assignee')
    .flatMap(({ from, to }) => [from, to])
    .filter((id) => id !== null);
  return [...new Set([actor.accountId, ...assigned])].map((accountId) => ({ accountId }));
}

function statusesOf(site: Site, { from, to }: ChangeItem): unknown[] {
  return [to, from].flatMap((id) => {
    const status = id === null ? undefined : site.statuses.find(id);
    return status ? [statusBean(site, status)] : [];
  });
}
