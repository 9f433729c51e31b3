import { createHash, randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type IncidentId } from '../domain/incident';
import { accountsIn } from '../domain/log/accounts';
import { type Draft, type Entry, type Hash, redacted, sealed } from '../domain/log/entry';
import { fold, replay } from '../domain/log/fold';
import { EMPTY_HEAD, type Head } from '../domain/log/head';
import { type IncidentLogs } from '../ports/incident-logs';
import { kvsAccounts } from './kvs-accounts';
import { entriesOf, entryKey, type HeadRow, HEADS, idKey, inParts, isNamed } from './kvs-log-rows';
import { answered, inOurWords } from './kvs-words';

const TRIES = 5;
/** The longest pause before each further try. Chosen by chance, so that those who met do not meet again. */
const PAUSES_MS = [0, 60, 240, 700, 1600] as const;
/** An entry, a row for its id; and once the head and a redacted entry. */
const ENTRIES_AT_ONCE = 11;

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** Logs in Forge's key-value store: entries under `log:{issue}:{seq}`, read by key, never by a query. */
export function kvsIncidentLogs(): IncidentLogs {
  const rows = kvs.entity<HeadRow>(HEADS);
  const accounts = kvsAccounts();
  const rowOf = (id: IncidentId) => answered(() => rows.get(id));
  return {
    head: async (id) => (await rowOf(id))?.head ?? EMPTY_HEAD,
    async heads(ids) {
      const found = new Map<IncidentId, Head>();
      for (const some of inParts(ids)) {
        const keys = some.map((key) => ({ key, entityName: HEADS }));
        const { successfulKeys } = await answered(() => kvs.batchGet<HeadRow>(keys));
        for (const { key, value } of successfulKeys) found.set(key as IncidentId, value.head);
      }
      return found;
    },
    async append(id, make) {
      const appended: Entry[] = [];
      for (let tries = 0; tries < TRIES; tries += 1) {
        if (tries > 0) await pause(randomInt(PAUSES_MS[tries] ?? 1) + 1);
        const row = (await rowOf(id)) ?? (await firstRow(id));
        const drafts = make(row.head);
        const keeping = accounts.keep(accountsIn(drafts));
        const [fresh] = await Promise.all([unsaid(id, drafts), keeping]);
        if (fresh.length === 0) return { head: row.head, entries: appended };
        const entries = chained(fresh.slice(0, ENTRIES_AT_ONCE), row.head);
        const head = replay(entries, row.head);
        if (!(await written(id, row, { head, entries }))) continue;
        appended.push(...entries);
        if (entries.length === fresh.length) return { head, entries: appended };
        tries = -1; // a part is in: the next one has all its tries before it
      }
      throw new IncidentError('unavailable', 'Others wrote into this log again and again');
    },
    entries: entriesOf,
  };
}

async function firstRow(id: IncidentId): Promise<HeadRow> {
  const row: HeadRow = { seq: 0, head: EMPTY_HEAD };
  try {
    // A condition needs a row to look at; of two who write the first one, one does.
    await kvs.entity<HeadRow>(HEADS).set(id, row, { keyPolicy: 'FAIL_IF_EXISTS' });
    return row;
  } catch (error) {
    if (!isOvertaken(error)) throw inOurWords(error);
    return (await answered(() => kvs.entity<HeadRow>(HEADS).get(id))) ?? row;
  }
}

/** What is not in the log yet. Asked after the head was read: who says it meanwhile moves the head on. */
async function unsaid(id: IncidentId, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const named = drafts.flatMap((draft) => (draft.id ? [idKey(id, draft.id)] : []));
  const there = new Set<string>();
  for (const keys of inParts(named)) {
    const { successfulKeys } = await answered(() => kvs.batchGet(keys.map((key) => ({ key }))));
    for (const { key } of successfulKeys) there.add(key);
  }
  return drafts.filter((draft) => !draft.id || !there.has(idKey(id, draft.id)));
}

function chained(drafts: readonly Draft[], head: Head): readonly Entry[] {
  let tip = head;
  return drafts.map((draft) => {
    const entry = sealed(draft, tip, randomBytes(8).toString('hex'), sha256);
    tip = fold(tip, entry);
    return entry;
  });
}

const OVERTAKEN = ['KEY_CONFLICT', 'CONDITIONAL_CHECK_FAILED'];

function isOvertaken(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && OVERTAKEN.includes(error.code);
}

/** @returns false when the log is no longer where it was. */
async function written(
  id: IncidentId,
  row: HeadRow,
  { head, entries }: { readonly head: Head; readonly entries: readonly Entry[] },
): Promise<boolean> {
  const unchanged = new Filter<HeadRow>().and('seq', FilterConditions.equalTo(row.seq));
  const blanked = await Promise.all(entries.map((entry) => blankedBy(id, entry)));
  let transaction = kvs
    .transact()
    .set(id, { ...row, seq: head.seq, head }, { entityName: HEADS, conditions: unchanged });
  for (const entry of entries) {
    transaction = transaction.set(entryKey(id, entry.seq), entry);
    if (isNamed(entry)) transaction = transaction.set(idKey(id, entry.id), { seq: entry.seq });
  }
  for (const entry of blanked) {
    if (entry) transaction = transaction.set(entryKey(id, entry.seq), entry);
  }
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    if (isOvertaken(error)) return false;
    throw inOurWords(error);
  }
}

/** The entry whose words this one takes out, without them. */
async function blankedBy(id: IncidentId, { what }: Entry): Promise<Entry | undefined> {
  if (what.kind !== 'redacted') return undefined;
  const row = await answered(() => kvs.get<{ seq: number }>(idKey(id, what.entry)));
  const seq = row?.seq ?? Number(what.entry.replace(/^n/, ''));
  const entry = await answered(() => kvs.get<Entry>(entryKey(id, seq)));
  return entry && redacted(entry);
}
