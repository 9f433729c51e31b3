import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badFields, badRequest, Refusal } from '../../http/refusal';
import { noContent, type Route } from '../../http/route';
import { type Bean, userBean } from '../../model/beans';
import { seesFilter } from '../../model/shared/filters';
import { type Filter } from '../../model/types';
import { searchIssues } from '../../jql/search';
import { parseJql } from '../../jql/parse';
import { readShares, shareBean, shareShape } from './shares';

const newFilter = z
  .object({
    name: z.string().min(1),
    jql: z.string().optional(),
    description: z.string().optional(),
    sharePermissions: z.array(shareShape).optional(),
  })
  .loose();

/** @throws {Refusal} 400 when the query cannot be read or names what is not there. */
function checkJql(call: Call, jql: string): void {
  if (parseJql(jql)?.where) searchIssues(call.site, call.who, jql);
}

function create(call: Call): unknown {
  const { name, jql = '', description = '', sharePermissions = [] } = call.body(newFilter);
  const owner = call.me.accountId;
  if (call.site.filters.where((one) => one.name === name && one.owner === owner))
    throw badFields({ filterName: 'Filter with same name already exists.' });
  checkJql(call, jql);
  const id = String(call.site.filters.nextId());
  const shares = readShares(call, sharePermissions);
  const favouriteOf = new Set<string>();
  const filter = { id, name, description, jql, owner, shares, favouriteOf };
  return filterBean(call, call.site.filters.put(id, filter));
}

/** In Jira a filter that is not there, or not for you, is a bad request. */
function filterOf(call: Call): Filter {
  const filter = call.site.filters.find(call.param('id'));
  if (filter && seesFilter(call.site, call.who, filter)) return filter;
  throw badRequest(
    'The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.',
  );
}

function filterBean(call: Call, filter: Filter): Bean {
  const { site } = call;
  const { id, name, description, jql, owner, shares, favouriteOf } = filter;
  return {
    self: site.self(`filter/${id}`),
    id,
    name,
    description,
    owner: userBean(site, owner),
    jql,
    viewUrl: `${site.baseUrl()}/issues/?filter=${id}`,
    searchUrl: site.self(`search/jql?jql=${encodeURIComponent(jql)}`),
    favourite: call.who !== null && favouriteOf.has(call.who),
    favouritedCount: favouriteOf.size,
    sharePermissions: shares.map((one) => shareBean(call, one)),
    editPermissions: [],
    subscriptions: { size: 0, items: [], 'max-results': 0, 'start-index': 0, 'end-index': 0 },
  };
}

/** Without `expand` the search shows only names. */
function search(call: Call): unknown {
  const text = (call.query('filterName') ?? '').toLowerCase();
  const owner = call.query('accountId');
  const ids = call.queries('id');
  const hits = call.site.filters
    .all()
    .filter((filter) => seesFilter(call.site, call.who, filter))
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter((filter) => owner === undefined || filter.owner === owner)
    .filter(({ id }) => ids.length === 0 || ids.includes(id));
  const expanded = new Set(call.queries('expand'));
  const always = new Set(['self', 'id', 'name']);
  return page(call, hits, (filter) =>
    Object.fromEntries(
      Object.entries(filterBean(call, filter)).filter(
        ([key]) => always.has(key) || expanded.has(key),
      ),
    ),
  );
}

function update(call: Call): unknown {
  const filter = filterOf(call);
  if (filter.owner !== call.me.accountId)
    throw badFields({ filter: 'You do not own this filter.' });
  const { name, jql, description, sharePermissions } = call.body(newFilter);
  if (jql !== undefined) checkJql(call, jql);
  filter.name = name;
  filter.jql = jql ?? filter.jql;
  filter.description = description ?? filter.description;
  if (sharePermissions) filter.shares = readShares(call, sharePermissions);
  return filterBean(call, filter);
}

function remove(call: Call): unknown {
  const filter = filterOf(call);
  if (filter.owner !== call.me.accountId)
    throw new Refusal(401, ['You do not have permission to delete this filter.']);
  call.site.filters.delete(filter.id);
  return noContent();
}

const seen = (call: Call): Filter[] =>
  call.site.filters.all().filter((filter) => seesFilter(call.site, call.who, filter));

/** One's own; with `includeFavourites` the starred ones too. */
function mine(call: Call): unknown {
  const { accountId } = call.me;
  const starred = call.flag('includeFavourites');
  return seen(call)
    .filter(
      ({ owner, favouriteOf }) => owner === accountId || (starred && favouriteOf.has(accountId)),
    )
    .map((filter) => filterBean(call, filter));
}

const favourites = (call: Call): unknown =>
  seen(call)
    .filter(({ favouriteOf }) => call.who !== null && favouriteOf.has(call.who))
    .map((filter) => filterBean(call, filter));

function star(call: Call, starred: boolean): unknown {
  const filter = filterOf(call);
  if (starred) filter.favouriteOf.add(call.me.accountId);
  else filter.favouriteOf.delete(call.me.accountId);
  return filterBean(call, filter);
}

const one = '/filter/{id}';
const favourite = `${one}/favourite`;

export const filterRoutes: readonly Route[] = [
  { method: 'POST', path: '/filter', missing: 'subscriptions, edit permissions', handle: create },
  { method: 'GET', path: one, may: 'anyone', handle: (call) => filterBean(call, filterOf(call)) },
  { method: 'PUT', path: one, handle: update },
  { method: 'DELETE', path: one, handle: remove },
  { method: 'PUT', path: favourite, handle: (call) => star(call, true) },
  { method: 'DELETE', path: favourite, handle: (call) => star(call, false) },
  { method: 'GET', path: '/filter/search', may: 'anyone', handle: search },
  { method: 'GET', path: '/filter/my', handle: mine },
  { method: 'GET', path: '/filter/favourite', may: 'anyone', handle: favourites },
];
