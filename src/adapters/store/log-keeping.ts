import { kvs } from '@forge/kvs';
import { type IncidentId } from '../../domain/incident/incident';
import { type LogKeeping } from '../../ports/log/log-keeping';
import { entryKey, HEADS, idKey, inParts, isNamed, numbers, storedEntries } from './log-rows';
import { EMPTY_HEAD } from '../../domain/log/head';
import { readStore, writeStore, writeStoreIf } from './answers';
import { changeHead, removeHead, storedHead, wholeHead } from './log-heads';
import { numberIn } from './shape';
import { HeadShape } from './shapes/head';

const EXPIRED_PAGE = 50;
/** An entry and the row for its id; the store takes 25 at once. */
const REMOVED_AT_ONCE = 12;

/** Marks on the heads of logs, and taking logs away. */
export function kvsLogKeeping(): LogKeeping {
  const rows = kvs.entity<unknown>(HEADS);
  return {
    async expire(id, goneAt) {
      // Also where nothing was written yet: jobs that come late learn of it there.
      const none = HeadShape.stored({ seq: 0, head: EMPTY_HEAD, gone: 'yes', goneAt });
      if (await writeStoreIf(() => rows.set(id, none, { keyPolicy: 'FAIL_IF_EXISTS' }))) return;
      await changeHead(id, (row) => (row.gone ? undefined : { ...row, gone: 'yes', goneAt }));
    },
    isExpiring: async (id) => numberIn(await storedHead(id), 'goneAt') !== undefined,
    keep: (id) => changeHead(id, ({ seq, head, gone }) => (gone ? { seq, head } : undefined)),
    async expired(by) {
      const query = rows.query().index('by-gone', {
        partition: ['yes'],
      });
      const { results } = await readStore(() => query.limit(EXPIRED_PAGE).getMany());
      return results
        .filter(({ value }) => (numberIn(value, 'goneAt') ?? Infinity) <= by)
        .map(({ key }) => key as IncidentId);
    },
    async remove(id) {
      const found = await wholeHead(id);
      if (!found) return;
      for (const seqs of inParts(numbers(1, found.row.seq), REMOVED_AT_ONCE))
        await removeEntries(id, seqs);
      // The head last: what is left after a fault is found again by it.
      await removeHead(id, found.raw);
    },
  };
}

/** In whichever shape they are: also what is damaged goes. */
async function removeEntries(id: IncidentId, seqs: readonly number[]): Promise<void> {
  const keys = (await storedEntries(id, seqs)).flatMap(({ key, value }) => {
    const seq = Number(key.slice(entryKey(id, 0).length - 1));
    const name = nameIn(value);
    const isOwn = name !== undefined && isNamed({ id: name, seq });
    return [{ key }, ...(isOwn ? [{ key: idKey(id, name) }] : [])];
  });
  if (keys.length > 0) await writeStore(() => kvs.batchDelete(keys));
}

function nameIn(stored: unknown): string | undefined {
  if (typeof stored !== 'object' || stored === null || !('id' in stored)) return undefined;
  return typeof stored.id === 'string' ? stored.id : undefined;
}
