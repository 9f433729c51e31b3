import { kvs } from '@forge/kvs';
import { type IncidentId } from '../domain/incident';
import { type LogKeeping } from '../ports/log-keeping';
import {
  entriesOf,
  entryKey,
  type HeadRow,
  HEADS,
  idKey,
  inParts,
  isNamed,
  numbers,
} from './kvs-log-rows';
import { answered } from './kvs-words';

const EXPIRED_PAGE = 50;
/** An entry and the row for its id; the store takes 25 at once. */
const REMOVED_AT_ONCE = 12;

/** Marks on the heads of logs, and taking logs away. */
export function kvsLogKeeping(): LogKeeping {
  const rows = kvs.entity<HeadRow>(HEADS);
  const rowOf = (id: IncidentId) => answered(() => rows.get(id));
  return {
    async expire(id, goneAt) {
      const row = await rowOf(id);
      if (!row || row.gone) return;
      await answered(() => rows.set(id, { ...row, gone: 'yes', goneAt }));
    },
    async keep(id) {
      const row = await rowOf(id);
      if (!row?.gone) return;
      const { seq, head } = row;
      await answered(() => rows.set(id, { seq, head }));
    },
    async expired(by) {
      const query = rows.query().index('by-gone', {
        partition: ['yes'],
      });
      const { results } = await answered(() => query.limit(EXPIRED_PAGE).getMany());
      return results
        .filter(({ value }) => (value.goneAt ?? Infinity) <= by)
        .map(({ key }) => key as IncidentId);
    },
    async remove(id) {
      const row = await rowOf(id);
      if (!row) return;
      for (const seqs of inParts(numbers(1, row.seq), REMOVED_AT_ONCE))
        await removeEntries(id, seqs);
      // The head last: what is left after a fault is found again by it.
      await answered(() => rows.delete(id));
    },
  };
}

async function removeEntries(id: IncidentId, seqs: readonly number[]): Promise<void> {
  const entries = await entriesOf(id, seqs[0] ?? 0, seqs.at(-1) ?? 0);
  const keys = entries.flatMap((entry) => [
    { key: entryKey(id, entry.seq) },
    ...(isNamed(entry) ? [{ key: idKey(id, entry.id) }] : []),
  ]);
  if (keys.length > 0) await answered(() => kvs.batchDelete(keys));
}
