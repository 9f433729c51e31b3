import { z } from 'zod';
import { type Call } from '../http/call';
import { listed, sorted } from '../http/paging';
import { badRequest, notEmulated, notFound, Refusal } from '../http/refusal';
import { type Route } from '../http/route';
import { maySee, visiblePage, visibleSpace, writablePage, writableSpace } from '../model/access';
import { bodyBean, bodyOf } from '../model/bodies';
import { addPage, freeTitle } from '../model/pages';
import { type Page } from '../model/types';
import { pageBean, pageWithBase } from './page-bean';

const written = z.object({
  representation: z.string().optional(),
  value: z.string().optional(),
});
const sentBody = written.extend({
  storage: written.optional(),
  atlas_doc_format: written.optional(),
});
// A number is taken as well, as on a real site.
const id = z.union([z.string(), z.number()]).transform(String);
const title = z.string().max(255);
const status = z.enum(['current', 'draft']).default('current');

const newPage = z.object({
  spaceId: id,
  status,
  title: title.optional(),
  parentId: id.optional(),
  body: sentBody.optional(),
  subtype: z.string().optional(),
});

function create(call: Call): unknown {
  const sent = call.body(newPage);
  if (sent.status === 'draft') throw notEmulated('drafts');
  if (!sent.title) throw badRequest('title must be provided when creating a page');
  const space = writableSpace(call, sent.spaceId);
  const atRoot = call.query('root-level') === 'true';
  if (atRoot && sent.parentId !== undefined)
    throw badRequest('parentId must not be provided when root-level is true');
  const parentId = atRoot ? null : (sent.parentId ?? space.homepageId);
  if (parentId !== null) parentIn(call, space.id, parentId);
  const page = { title: sent.title, body: bodyOf(sent.body), parentId };
  const made = addPage(call.site, space.id, { ...page, authorId: call.me.accountId });
  return pageWithBase(call.site, made, bodyBean(made, made.body.format));
}

/** @throws {Refusal} 404 for a page that is not in this space. */
function parentIn(call: Call, spaceId: string, parentId: string): void {
  if (visiblePage(call, parentId).page.spaceId !== spaceId) throw notFound('Parent page');
}

function read(call: Call): unknown {
  const statuses = call.queries('status');
  const { page } = visiblePage(call, call.param('id'), statuses);
  const version = call.query('version');
  if (version !== undefined && Number(version) !== page.version.number)
    throw notEmulated('older versions of a page');
  return pageWithBase(call.site, page, bodyBean(page, call.query('body-format')));
}

const changedPage = z.object({
  id,
  status,
  title,
  spaceId: id.optional(),
  parentId: id.optional(),
  ownerId: z.string().optional(),
  body: sentBody,
  version: z.object({ number: z.int(), message: z.string().optional() }),
});

function update(call: Call): unknown {
  const sent = call.body(changedPage);
  const { page } = writablePage(call, call.param('id'));
  if (sent.id !== page.id) throw badRequest('The id of the body is not that of the path');
  if (sent.status === 'draft') throw notEmulated('drafts');
  if (sent.spaceId !== undefined && sent.spaceId !== page.spaceId)
    throw badRequest('Moving a page to another space is not supported');
  inOrder(page, sent.version.number);
  if (sent.parentId !== undefined) parentIn(call, page.spaceId, sent.parentId);
  freeTitle(call.site, page.spaceId, sent.title, page.id);
  const { number, message = '' } = sent.version;
  const authorId = call.me.accountId;
  Object.assign(page, {
    title: sent.title,
    body: bodyOf(sent.body),
    version: { number, message, minorEdit: false, authorId, createdAt: call.site.now() },
    parentId: sent.parentId ?? page.parentId,
    ownerId: sent.ownerId ?? page.ownerId,
  });
  return pageWithBase(call.site, page, bodyBean(page, page.body.format));
}

/** @throws {Refusal} 409 for any version but the next. */
function inOrder({ version }: Page, number: number): void {
  if (number === version.number + 1) return;
  const where = `Current Version: [${version.number}]. Provided version: [${number}]`;
  throw new Refusal(409, 'CONFLICT', `Version must be incremented when updating a page. ${where}`);
}

/** To the bin; `purge` empties it of a page that is there. */
function remove(call: Call): Response {
  const purge = call.query('purge') === 'true';
  if (call.query('draft') === 'true') throw notEmulated('drafts');
  const { page } = writablePage(call, call.param('id'), [purge ? 'trashed' : 'current']);
  if (purge) call.site.pages.delete(page.id);
  else page.status = 'trashed';
  return new Response(null, { status: 204 });
}

function list(call: Call, spaces?: readonly string[]): Response {
  const wanted = spaces ?? call.ids('space-id');
  const [ids, name] = [call.ids('id'), call.query('title')];
  const statuses = call.queries('status') ?? ['current'];
  const found = [...call.site.pages.values()].filter((page) => {
    const space = call.site.spaces.get(page.spaceId);
    return (
      space !== undefined &&
      maySee(call.me, space) &&
      (wanted === undefined || wanted.includes(page.spaceId)) &&
      (ids === undefined || ids.includes(page.id)) &&
      (name === undefined || name === page.title) &&
      statuses.includes(page.status)
    );
  });
  const rows = sorted(call, found, {
    id: (page) => Number(page.id),
    title: (page) => page.title.toLowerCase(),
    'created-date': (page) => page.createdAt,
    'modified-date': (page) => page.version.createdAt,
  });
  const format = call.query('body-format');
  return listed(call, rows, (page) => pageBean(call.site, page, bodyBean(page, format)));
}

export const pageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/pages',
    missing: 'archived pages, live docs',
    handle: (call) => list(call),
  },
  {
    method: 'POST',
    path: '/pages',
    missing: 'drafts, live docs, private pages, bodies in wiki markup',
    handle: create,
  },
  {
    method: 'GET',
    path: '/pages/{id}',
    missing: 'older versions, drafts, rendered formats, what include-… adds',
    handle: read,
  },
  {
    method: 'PUT',
    path: '/pages/{id}',
    missing: 'drafts, restoring from the bin',
    handle: update,
  },
  { method: 'DELETE', path: '/pages/{id}', missing: 'drafts', handle: remove },
  {
    method: 'GET',
    path: '/spaces/{id}/pages',
    missing: 'depth',
    handle: (call) => list(call, [visibleSpace(call, call.param('id')).id]),
  },
];
