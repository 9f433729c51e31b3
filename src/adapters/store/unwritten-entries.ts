import { kvs, WhereConditions } from '@forge/kvs';
import { type IncidentId } from '../../domain/incident/incident';
import { type EntryId } from '../../domain/log/what';
import { type UnwrittenEntries } from '../../ports/log/unwritten-entries';
import { readStore, writeStore } from './answers';
import { UnwrittenShape } from './shapes/entry';
import { singleValues } from './single-value';

const MOST = 50;

/** Each under a key of its own, so that nobody overwrites what another one keeps or takes away. */
export function kvsUnwrittenEntries(): UnwrittenEntries {
  const values = singleValues(UnwrittenShape);
  return {
    of: async (id) => UnwrittenShape.among((await pageOf(id)).results).map(({ value }) => value),
    find: (id, entry) => values.find(keyOf(id, entry)),
    keep: (id, entry) => values.save(keyOf(id, entry.id), entry),
    async remove(id, entry) {
      await writeStore(() => kvs.delete(keyOf(id, entry)));
    },
    async forget(id) {
      let cursor: string | undefined;
      do {
        const { results, nextCursor } = await pageOf(id, cursor);
        // In whichever shape they are: also what is damaged goes.
        for (const { key } of results) await writeStore(() => kvs.delete(key));
        cursor = nextCursor;
      } while (cursor !== undefined);
    },
  };
}

function pageOf(id: IncidentId, cursor?: string) {
  const mine = kvs
    .query()
    .where('key', WhereConditions.beginsWith(keyOf(id)))
    .limit(MOST);
  return readStore(() => (cursor === undefined ? mine : mine.cursor(cursor)).getMany<unknown>());
}

function keyOf(id: IncidentId, entry = '' as EntryId): string {
  return `unwritten:${id}:${entry}`;
}
