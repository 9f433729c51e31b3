import { type Site } from '../model/site';
import { type Page } from '../model/types';

/** A page as lists show it. */
export function pageBean(
  site: Site,
  page: Page,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { id, spaceId, parentId, status, title, authorId, ownerId, createdAt, version } = page;
  return {
    id,
    status,
    title,
    spaceId,
    parentId,
    authorId,
    ownerId,
    createdAt,
    version,
    body,
    parentType: parentId === null ? null : 'page',
    position: null,
    lastOwnerId: null,
    _links: linksOf(site, page),
  };
}

/** A page by itself: its links say where the site is. */
export function pageWithBase(
  site: Site,
  page: Page,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const _links = { ...linksOf(site, page), base: `${site.baseUrl()}/wiki` };
  return { ...pageBean(site, page, body), _links };
}

/** Relative to the base. */
function linksOf(site: Site, { id, spaceId, title }: Page): Record<string, string> {
  const key = site.spaces.get(spaceId)?.key ?? '';
  const words = encodeURIComponent(title).replaceAll('%20', '+');
  return {
    webui: `/spaces/${key}/pages/${id}/${words}`,
    editui: `/pages/resumedraft.action?draftId=${id}`,
    tinyui: `/x/${Buffer.from(id).toString('base64url')}`,
  };
}
