import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found } from '../../http/refusal';
import { Answer, created, type Route } from '../../http/route';
import { type Bean, userBean } from '../../model/beans';
import { addGroup } from '../../model/people';
import { type Group } from '../../model/types';
import { escapeHtml } from '../../values/adf';

function groupOf(call: Call): Group {
  const id = call.query('groupId');
  const named = call.query('groupname');
  return found(
    call.site.groups.where(({ groupId, name }) => groupId === id || name === named),
    `The group '${id ?? named ?? ''}' does not exist.`,
  );
}

const groupBean = (call: Call, { groupId, name }: Group): Bean => ({
  name,
  groupId,
  self: call.site.self(`group?groupId=${groupId}`),
  expand: 'users',
});

/** `/group/member` shows a shorter user than the rest of the API. */
function memberBean(call: Call, accountId: string): Bean {
  return userBean(call.site, accountId);
}

function add(call: Call): unknown {
  const group = groupOf(call);
  const { accountId } = call.body(z.object({ accountId: z.string() }).loose());
  const person = found(call.site.people.find(accountId), 'User does not exist.');
  if (person.groups.has(group.groupId))
    throw badRequest('Cannot add user to group, user is already a member.');
  person.groups.add(group.groupId);
  return created(groupBean(call, group));
}

function create(call: Call): unknown {
  const { name } = call.body(z.object({ name: z.string().min(1) }));
  if (call.site.groups.where((group) => group.name === name))
    throw badRequest('A group or user with this name already exists.');
  return created(groupBean(call, addGroup(call.site, name)));
}

function picker(call: Call): Bean {
  const query = (call.query('query') ?? '').toLowerCase();
  const hits = call.site.groups.all().filter(({ name }) => name.toLowerCase().includes(query));
  const groups = hits
    .slice(0, call.number('maxResults', 20))
    .map(({ groupId, name }) => ({ name, groupId, html: escapeHtml(name), labels: [] }));
  return {
    header: `Showing ${groups.length} of ${hits.length} matching groups`,
    total: hits.length,
    groups,
  };
}

export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: '/groups/picker', handle: picker },
  {
    method: 'GET',
    path: '/group/member',
    handle: (call) => {
      const { groupId } = groupOf(call);
      const members = call.site.people.all().filter(({ groups }) => groups.has(groupId));
      return page(call, members, ({ accountId }) => memberBean(call, accountId));
    },
  },
  {
    method: 'GET',
    path: '/group/bulk',
    handle: (call) => {
      const [ids, names] = [call.queries('groupId'), call.queries('groupName')];
      const all = ids.length + names.length === 0;
      const groups = call.site.groups
        .all()
        .filter(({ groupId, name }) => all || ids.includes(groupId) || names.includes(name));
      return page(call, groups, ({ groupId, name }) => ({ name, groupId }));
    },
  },
  { method: 'POST', path: '/group', may: 'admin', handle: create },
  {
    method: 'DELETE',
    path: '/group',
    may: 'admin',
    handle: (call) => {
      const { groupId } = groupOf(call);
      for (const { groups } of call.site.people.values()) groups.delete(groupId);
      call.site.groups.delete(groupId);
      return new Answer(200);
    },
  },
  { method: 'POST', path: '/group/user', may: 'admin', handle: add },
  {
    method: 'DELETE',
    path: '/group/user',
    may: 'admin',
    handle: (call) => {
      const { groupId } = groupOf(call);
      call.site.people.get(call.query('accountId') ?? '').groups.delete(groupId);
      return new Answer(200);
    },
  },
];
