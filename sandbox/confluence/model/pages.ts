import { Refusal } from '../http/refusal';
import { type Site } from './site';
import { type Page, type Space } from './types';

export type NewPage = Pick<Page, 'title' | 'body' | 'parentId'> & { readonly authorId: string };

/** Adds a page, whatever its writer may do. @throws {Refusal} 400 when the space has one of this title. */
export function addPage(site: Site, spaceId: string, { authorId, ...page }: NewPage): Page {
  freeTitle(site, spaceId, page.title);
  const createdAt = site.now();
  const version = { number: 1, message: '', minorEdit: false, authorId, createdAt };
  const id = site.nextId();
  const made: Page = {
    id,
    spaceId,
    authorId,
    ownerId: authorId,
    createdAt,
    version,
    status: 'current',
    ...page,
  };
  site.pages.set(id, made);
  return made;
}

/** @throws {Refusal} 400 when another current page of the space has this title. */
export function freeTitle(site: Site, spaceId: string, title: string, except?: string): void {
  const taken = [...site.pages.values()].some(
    (page) =>
      page.spaceId === spaceId &&
      page.status === 'current' &&
      page.id !== except &&
      page.title.toLowerCase() === title.toLowerCase(),
  );
  if (!taken) return;
  const words = 'A page with this title already exists';
  const problem = `${words}: A page already exists with the same TITLE in this space`;
  throw new Refusal(400, 'BAD_REQUEST', problem);
}

export type NewSpace = Pick<Space, 'key' | 'name' | 'readers' | 'writers'> & {
  readonly authorId: string;
  readonly type?: Space['type'];
};

/** Adds a space with its home page. */
export function addSpace(site: Site, { type = 'global', ...space }: NewSpace): Space {
  const id = site.nextId();
  const body = { format: 'storage', value: '' } as const;
  const home = { title: space.name, body, parentId: null, authorId: space.authorId };
  const homepageId = addPage(site, id, home).id;
  const made = { ...space, id, type, homepageId, createdAt: site.now() };
  site.spaces.set(id, made);
  return made;
}
