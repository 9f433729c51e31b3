import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type IncidentId } from '../domain/incident';
import { NO_NOTES, type Notes } from '../domain/time-notes';
import { type TimeNotes } from '../ports/time-notes';
import { answered, inOurWords } from './kvs-answers';

/** The entity of manifest.yml. */
const ENTITY = 'incident-notes';
const TRIES = 5;
/** The most that the store hands out at once. */
const AT_ONCE = 25;

type Row = { readonly version: number; readonly notes: Notes };

/** One value per incident in Forge's key-value store, under the id. Read by key: strictly consistent. */
export function kvsTimeNotes(): TimeNotes {
  const rows = kvs.entity<Row>(ENTITY);
  return {
    get: async (id) => (await answered(() => rows.get(id)))?.notes ?? NO_NOTES,
    async getMany(ids) {
      const found = new Map<IncidentId, Notes>();
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const keys = ids.slice(from, from + AT_ONCE);
        const wanted = keys.map((key) => ({ key, entityName: ENTITY }));
        const page = await answered(() => kvs.batchGet<Row>(wanted));
        for (const { key, value } of page.successfulKeys) found.set(key as IncidentId, value.notes);
      }
      return found;
    },
    async change(id, change) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const row = await answered(() => rows.get(id));
        const before = row?.notes ?? NO_NOTES;
        const notes = change(before);
        if (JSON.stringify(notes) === JSON.stringify(before)) return before;
        if (await written(id, row?.version, notes)) return notes;
      }
      throw new IncidentError('unavailable', 'Others wrote notes on this incident again and again');
    },
  };
}

const OVERTAKEN = ['KEY_CONFLICT', 'CONDITIONAL_CHECK_FAILED'];

/** @returns false when the notes are no longer of this version. */
async function written(id: IncidentId, from: number | undefined, notes: Notes): Promise<boolean> {
  const row: Row = { version: (from ?? 0) + 1, notes };
  try {
    if (from === undefined) {
      // A condition needs a row to look at; of two who write the first one, one does.
      await kvs.entity<Row>(ENTITY).set(id, row, { keyPolicy: 'FAIL_IF_EXISTS' });
    } else {
      const unchanged = new Filter<Row>().and('version', FilterConditions.equalTo(from));
      const entity = { entityName: ENTITY, conditions: unchanged };
      await kvs.transact().set(id, row, entity).execute();
    }
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && OVERTAKEN.includes(error.code)) return false;
    throw inOurWords(error);
  }
}
