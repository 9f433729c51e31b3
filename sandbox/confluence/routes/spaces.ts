import { type Call } from '../http/call';
import { listed, sorted } from '../http/paging';
import { type Route } from '../http/route';
import { maySee, mayWrite, visibleSpace } from '../model/access';
import { type Space } from '../model/types';

function bean(space: Space): Record<string, unknown> {
  const { id, key, name, type, authorId, createdAt, homepageId } = space;
  return {
    id,
    key,
    name,
    type,
    status: 'current',
    authorId,
    createdAt,
    homepageId,
    currentActiveAlias: key,
    _links: { webui: `/spaces/${key}` },
  };
}

function list(call: Call): Response {
  const [keys, ids, type] = [call.queries('keys'), call.ids('ids'), call.query('type')];
  const status = call.query('status') ?? 'current';
  const found = [...call.site.spaces.values()].filter(
    (space) =>
      maySee(call.me, space) &&
      (keys === undefined || keys.includes(space.key)) &&
      (ids === undefined || ids.includes(space.id)) &&
      (type === undefined || type === space.type) &&
      status === 'current',
  );
  const { id, key, name } = {
    id: (space: Space) => Number(space.id),
    key: (space: Space) => space.key,
    name: (space: Space) => space.name,
  };
  return listed(call, sorted(call, found, { id, key, name }), bean);
}

function read(call: Call): unknown {
  const { _links, ...space } = bean(visibleSpace(call, call.param('id')));
  const base = `${call.site.baseUrl()}/wiki`;
  return { ...space, _links: { ...(_links as object), base } };
}

/** Who may see a space may read it; who may write makes pages. */
function operations(call: Call): unknown {
  const space = visibleSpace(call, call.param('id'));
  const read = [{ operation: 'read', targetType: 'space' }];
  const write = [
    { operation: 'create', targetType: 'page' },
    { operation: 'delete', targetType: 'page' },
  ];
  return { operations: mayWrite(call.me, space) ? [...read, ...write] : read };
}

export const spaceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/spaces',
    missing: 'labels, favourites, descriptions, icons; archived and personal spaces',
    handle: list,
  },
  {
    method: 'GET',
    path: '/spaces/{id}',
    missing: 'what include-… and description-format add',
    handle: read,
  },
  {
    method: 'GET',
    path: '/spaces/{id}/operations',
    missing: 'all but reading a space, and making and deleting its pages',
    handle: operations,
  },
];
