import { kvs } from '@forge/kvs';
import { type IncidentId } from '../../domain/incident/incident';
import { type Unread } from '../../domain/incident/unread';
import { type Instant } from '../../domain/time';
import { type SetAside, type UnreadIncidents } from '../../ports/incident/unread-incidents';
import { readStore, wholly, writeStore } from './answers';
import { inParts } from './log-rows';
import { UnreadShape } from './shapes/lists';

/** The entity of manifest.yml. */
const ENTITY = 'unread';
const PAGE = 100;
const COUNTED = 1000;

/** A row for each, in the app's own store. Lists and counts come from a query, which is a moment behind. */
export function kvsUnreadIncidents(): UnreadIncidents {
  return {
    async keep(unread, triedAt) {
      for (const some of inParts(unread)) await keepSome(some, triedAt);
    },
    async forget(ids) {
      for (const some of inParts(ids)) {
        const there = (await storedOf(some)).map(({ key }) => ({ key, entityName: ENTITY }));
        if (there.length > 0) wholly(await writeStore(() => kvs.batchDelete(there)));
      }
    },
    oldest: async () => (await page()).unread,
    async count(until) {
      let counted = 0;
      for await (const { unread } of pages()) counted += unread.filter(isCounted(until)).length;
      return counted;
    },
    async total() {
      let count = 0;
      for await (const { unread, next } of pages()) {
        count += unread.length;
        if (count >= COUNTED) return { count: COUNTED, more: next !== undefined };
      }
      return { count, more: false };
    },
  };
}

/** One that nobody knows the age of was found by a search, so it is old enough. */
function isCounted(until: Instant): (one: SetAside) => boolean {
  return ({ why, created }) => why !== 'hidden' && (created === undefined || created <= until);
}

async function* pages() {
  let after: string | undefined;
  do {
    const found = await page(after);
    yield found;
    after = found.next;
  } while (after !== undefined);
}

async function page(after?: string) {
  const index = kvs
    .entity<unknown>(ENTITY)
    .query()
    .index('by-tried', { partition: ['yes'] })
    .limit(PAGE);
  const { results, nextCursor } = await readStore(() =>
    (after === undefined ? index : index.cursor(after)).getMany(),
  );
  const unread = UnreadShape.among(results).map(({ key, value: { all: _, ...row } }) => ({
    ...row,
    id: key as IncidentId,
  }));
  return { unread, next: nextCursor };
}

async function storedOf(ids: readonly IncidentId[]) {
  const keys = ids.map((key) => ({ key, entityName: ENTITY }));
  return (await readStore(() => kvs.batchGet<unknown>(keys))).successfulKeys;
}

/** When one was raised stays known, though a later look could not tell. */
async function keepSome(unread: readonly Unread[], triedAt: Instant): Promise<void> {
  const before = new Map(
    UnreadShape.among(await storedOf(unread.map(({ id }) => id))).map(({ key, value }) => [
      key,
      value,
    ]),
  );
  const rows = unread.map(({ id, why, subject, created = before.get(id)?.created }) => ({
    key: id,
    value: UnreadShape.stored({ all: 'yes', why, subject, created, triedAt }),
    entityName: ENTITY,
  }));
  wholly(await writeStore(() => kvs.batchSet(rows)));
}
