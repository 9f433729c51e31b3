import { notFound } from '../http/refusal';
import { type Call } from '../http/call';
import { type Page, type Space, type Visitor } from './types';

const isIn = ({ groups }: Visitor, names: readonly string[]): boolean =>
  groups.some((group) => names.includes(group));

export function mayWrite(visitor: Visitor, { writers }: Space): boolean {
  return visitor.isApp || isIn(visitor, writers);
}

export function maySee(visitor: Visitor, space: Space): boolean {
  const { readers } = space;
  return readers === 'everyone' || isIn(visitor, readers) || mayWrite(visitor, space);
}

/** @throws {Refusal} 404 when it is not there or not for this person. */
export function visibleSpace({ site, me }: Call, id: string): Space {
  const space = site.spaces.get(id);
  if (!space || !maySee(me, space)) throw notFound('Space');
  return space;
}

/** @throws {Refusal} 404, also for who may see the space and not write in it: Confluence says no more. */
export function writableSpace(call: Call, id: string): Space {
  const space = visibleSpace(call, id);
  if (!mayWrite(call.me, space)) throw notFound('Space');
  return space;
}

/** @throws {Refusal} 404 when it is not there, in the bin, or not for this person. */
export function visiblePage(call: Call, id: string, statuses: readonly string[] = ['current']) {
  const page = call.site.pages.get(id);
  const space = page && call.site.spaces.get(page.spaceId);
  if (!page || !space || !statuses.includes(page.status) || !maySee(call.me, space))
    throw notFound('Page');
  return { page, space };
}

/** @throws {Refusal} 404, as when it was not there. */
export function writablePage(
  call: Call,
  id: string,
  statuses?: readonly string[],
): { page: Page; space: Space } {
  const found = visiblePage(call, id, statuses);
  if (!mayWrite(call.me, found.space)) throw notFound('Page');
  return found;
}
