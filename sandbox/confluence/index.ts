import { keepFrom } from '../core/copy';
import { type Clock } from '../core/clock';
import { type Log, type Product } from '../core/product';
import { createRouter } from './http/route';
import { addSpace, type NewSpace } from './model/pages';
import { Site } from './model/site';
import { type Space, type Visitor } from './model/types';
import { pageRoutes } from './routes/pages';
import { spaceRoutes } from './routes/spaces';

export { type Visitor } from './model/types';

/** A small Confluence Cloud in memory. Its people, groups and apps are those of the Atlassian site. */
export interface Confluence extends Product {
  /** Adds a space with its home page: the published API for it needs rights that the sandbox does not have. */
  addSpace(space: NewSpace): Space;
  /** Back to a fresh site: without spaces. */
  /** Keeps how it is now. @returns what puts it back so, as often as it is called. */
  keep(): () => void;
  reset(): void;
}

type ConfluenceOptions = {
  readonly clock: Clock;
  /** Asked on every answer: the port may be known late. */
  readonly baseUrl: () => string;
  /** Who calls; undefined for somebody the site does not know. */
  readonly visitor: (accountId: string) => Visitor | undefined;
  readonly log?: Log | undefined;
};

export function createConfluence({
  clock,
  baseUrl,
  visitor,
  log = () => undefined,
}: ConfluenceOptions): Confluence {
  const fresh = (): Site => new Site(clock, baseUrl, visitor);
  let site = fresh();
  return {
    name: 'confluence',
    ...createRouter(() => site, [...spaceRoutes, ...pageRoutes], log),
    addSpace: (space) => addSpace(site, space),
    keep: () => keepFrom(site, (kept) => (site = kept), [clock]),
    reset: () => {
      site = fresh();
    },
  };
}
