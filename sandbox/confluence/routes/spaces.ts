import { type Call } from '../http/call';
import { listed, sorted } from '../http/paging';
import { type Route } from '../http/route';
import { maySee, visibleSpace } from '../model/access';
import { type Space } from '../model/types';

function bean(space: Space): Record<string, unknown> {
  const { id, key, name, type, authorId, createdAt, homepageId } = space;
  return {
    ...{ id, key, name, type, status: 'current', authorId, createdAt, homepageId },
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
];
