import { type Call } from '../../http/call';
import { badRequest, found } from '../../http/refusal';
import { type Route } from '../../http/route';
import { page, slice } from '../../http/paging';
import { type Bean, userBean } from '../../model/beans';
import { can, hasGlobal } from '../../model/permissions';
import { visibleIssue, visibleProject } from '../../model/access';
import { type Person } from '../../model/types';
import { escapeHtml } from '../../values/adf';

/** The beginnings of names, of their words, and of addresses. */
const anyPerson = (call: Call, query: string): Person[] => {
  const words = query.trim().toLowerCase().split(/\s+/);
  return call.site.people
    .all()
    .filter(({ accountType, active }) => accountType === 'atlassian' && active)
    .filter(({ displayName, email }) => {
      const parts = [...displayName.toLowerCase().split(/[\s-]+/), displayName, email];
      return words.every((word) => parts.some((part) => part.toLowerCase().startsWith(word)));
    });
};

const mayBrowse = (call: Call): boolean => hasGlobal(call.site, call.who, 'USER_PICKER');

function userOf(call: Call): Person {
  const accountId = call.query('accountId');
  if (accountId === undefined) throw badRequest("The query parameter 'accountId' is required.");
  return found(
    call.site.people.find(accountId),
    'Specified user does not exist or you do not have required permissions',
  );
}

function detailed(call: Call, person: Person): Bean {
  const groups = [...person.groups].map((id) => call.site.groups.get(id));
  const items = groups.map(({ groupId, name }) => ({
    name,
    groupId,
    self: call.site.self(`group?groupId=${groupId}`),
  }));
  return {
    ...userBean(call.site, person.accountId),
    locale: person.locale,
    ...(call.expands('groups') ? { groups: { size: items.length, items } } : {}),
    ...(call.expands('applicationRoles') ? { applicationRoles: { size: 0, items: [] } } : {}),
    expand: 'groups,applicationRoles',
  };
}

function search(call: Call): Bean[] {
  const accountId = call.query('accountId');
  const query = call.query('query');
  if (query === undefined && accountId === undefined)
    throw badRequest('The username or property query parameter must be provided');
  if (!mayBrowse(call)) return []; // nothing is refused
  const people =
    accountId === undefined
      ? anyPerson(call, query ?? '')
      : [call.site.people.find(accountId)].filter((one) => one !== undefined);
  return slice(call, people).map((person) => userBean(call.site, person.accountId));
}

function picker(call: Call): Bean {
  const query = call.query('query') ?? '';
  const excluded = new Set([...call.queries('excludeAccountIds'), ...call.queries('exclude')]);
  const hits = anyPerson(call, query).filter(({ accountId }) => !excluded.has(accountId));
  const shown = hits.slice(0, call.number('maxResults', 50));
  return {
    users: shown.map(({ accountId, displayName }) => ({
      accountId,
      accountType: 'atlassian',
      displayName,
      html: escapeHtml(displayName),
    })),
    total: hits.length,
    header: `Showing ${shown.length} of ${hits.length} matching users`,
  };
}

function assignable(call: Call): Bean[] {
  const { site } = call;
  const issue = call.query('issueKey') ?? call.query('issueId');
  if (issue === undefined && call.query('project') === undefined)
    throw badRequest('One of project, issueKey and issueId must be provided');
  const project =
    issue === undefined
      ? visibleProject(call, call.query('project') ?? '')
      : site.projects.get(visibleIssue(call, issue).projectId);
  if (!mayBrowse(call) && !can(site, call.who, 'ASSIGN_ISSUES', project)) return [];
  const accountId = call.query('accountId');
  const people = anyPerson(call, call.query('query') ?? '').filter(
    (person) => accountId === undefined || person.accountId === accountId,
  );
  // The page is cut first: it usually holds fewer than asked for.
  return slice(call, people)
    .filter((person) => can(site, person.accountId, 'ASSIGNABLE_USER', project))
    .map((person) => userBean(site, person.accountId));
}

/** A page of the ids that were asked for; whom the site does not know is null. @throws {Refusal} 400 without an id */
function many(call: Call): unknown {
  const ids = call.url.searchParams.getAll('accountId');
  if (ids.length === 0) throw badRequest('The accountId query parameter must be provided');
  return page(
    call,
    ids,
    (id) => (call.site.people.find(id) ? userBean(call.site, id) : null),
    10,
    200,
  );
}

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/myself', handle: (call) => detailed(call, call.me) },
  { method: 'GET', path: '/user', handle: (call) => detailed(call, userOf(call)) },
  {
    method: 'GET',
    path: '/user/search',
    missing: 'the property query',
    handle: search,
  },
  {
    method: 'GET',
    path: '/users/search',
    handle: (call) =>
      slice(call, call.site.people.all()).map(({ accountId }) => userBean(call.site, accountId)),
  },
  { method: 'GET', path: '/user/picker', missing: 'marked matches in html', handle: picker },
  { method: 'GET', path: '/user/assignable/search', handle: assignable },
  {
    method: 'GET',
    path: '/user/bulk',
    handle: many,
  },
  {
    method: 'GET',
    path: '/user/groups',
    handle: (call) =>
      [...userOf(call).groups].map((id) => ({
        ...call.site.groups.get(id),
        self: call.site.self(`group?groupId=${id}`),
      })),
  },
];
