import { createHash, randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type IncidentId } from '../domain/incident';
import { type Draft, type Entry, type Hash, redacted, sealed } from '../domain/log/entry';
import { fold, replay } from '../domain/log/fold';
import { EMPTY_HEAD, type Head } from '../domain/log/head';
import { type EntryId } from '../domain/log/what';
import { type IncidentLogs } from '../ports/incident-logs';
import { answered, inOurWords } from './kvs-words';

/** The entity of manifest.yml: one head per incident, under the id. */
const ENTITY = 'incident-head';
const TRIES = 5;
/** The longest pause before each further try. Chosen by chance, so that those who met do not meet again. */
const PAUSES_MS = [0, 40, 160, 480, 1200] as const;
/** The most that the store hands out or takes at once. */
const AT_ONCE = 25;
/** An entry, a row for its id; and once the head and a redacted entry. */
const ENTRIES_AT_ONCE = 11;
const EXPIRED_PAGE = 50;

type Row = {
  readonly seq: number;
  readonly head: Head;
  /** Of a deleted issue: `yes`, and when it was deleted. */
  readonly gone?: string;
  readonly goneAt?: number;
};

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** Logs in Forge's key-value store: entries under `log:{issue}:{seq}`, read by key, never by a query. */
export function kvsIncidentLogs(): IncidentLogs {
  const rows = kvs.entity<Row>(ENTITY);
  const rowOf = (id: IncidentId) => answered(() => rows.get(id));
  return {
    head: async (id) => (await rowOf(id))?.head ?? EMPTY_HEAD,
    async heads(ids) {
      const found = new Map<IncidentId, Head>();
      for (const some of inParts(ids)) {
        const keys = some.map((key) => ({ key, entityName: ENTITY }));
        const { successfulKeys } = await answered(() => kvs.batchGet<Row>(keys));
        for (const { key, value } of successfulKeys) found.set(key as IncidentId, value.head);
      }
      return found;
    },
    async append(id, make) {
      const appended: Entry[] = [];
      for (let tries = 0; tries < TRIES; tries += 1) {
        if (tries > 0) await pause(randomInt(PAUSES_MS[tries] ?? 1) + 1);
        const row = (await rowOf(id)) ?? (await firstRow(id));
        const fresh = await unsaid(id, make(row.head));
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
      for (const seqs of inParts(numbers(1, row.seq), AT_ONCE / 2)) await removeEntries(id, seqs);
      // The head last: what is left after a fault is found again by it.
      await answered(() => rows.delete(id));
    },
  };
}

function entryKey(id: IncidentId, seq: number): string {
  return `log:${id}:${seq}`;
}

/** Where it is kept which number an entry's own id has. */
function idKey(id: IncidentId, entry: EntryId): string {
  return `log-id:${id}:${entry}`;
}

async function firstRow(id: IncidentId): Promise<Row> {
  const row: Row = { seq: 0, head: EMPTY_HEAD };
  try {
    // A condition needs a row to look at; of two who write the first one, one does.
    await kvs.entity<Row>(ENTITY).set(id, row, { keyPolicy: 'FAIL_IF_EXISTS' });
    return row;
  } catch (error) {
    if (!isOvertaken(error)) throw inOurWords(error);
    return (await answered(() => kvs.entity<Row>(ENTITY).get(id))) ?? row;
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
  row: Row,
  { head, entries }: { readonly head: Head; readonly entries: readonly Entry[] },
): Promise<boolean> {
  const unchanged = new Filter<Row>().and('seq', FilterConditions.equalTo(row.seq));
  const blanked = await Promise.all(entries.map((entry) => blankedBy(id, entry)));
  let transaction = kvs
    .transact()
    .set(id, { ...row, seq: head.seq, head }, { entityName: ENTITY, conditions: unchanged });
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

/** Those without an id of their own are called by their number. */
function isNamed({ id, seq }: Entry): boolean {
  return id !== `n${seq}`;
}

/** The entry whose words this one takes out, without them. */
async function blankedBy(id: IncidentId, { what }: Entry): Promise<Entry | undefined> {
  if (what.kind !== 'redacted') return undefined;
  const row = await answered(() => kvs.get<{ seq: number }>(idKey(id, what.entry)));
  const seq = row?.seq ?? Number(what.entry.replace(/^n/, ''));
  const entry = await answered(() => kvs.get<Entry>(entryKey(id, seq)));
  return entry && redacted(entry);
}

async function entriesOf(id: IncidentId, from: number, to: number): Promise<readonly Entry[]> {
  const parts = inParts(numbers(Math.max(from, 1), to));
  const pages = await Promise.all(
    parts.map((seqs) => {
      const keys = seqs.map((seq) => ({ key: entryKey(id, seq) }));
      return answered(() => kvs.batchGet<Entry>(keys));
    }),
  );
  return pages
    .flatMap(({ successfulKeys }) => successfulKeys.map(({ value }) => value))
    .toSorted((a, b) => a.seq - b.seq);
}

async function removeEntries(id: IncidentId, seqs: readonly number[]): Promise<void> {
  const entries = await entriesOf(id, seqs[0] ?? 0, seqs.at(-1) ?? 0);
  const keys = entries.flatMap((entry) => [
    { key: entryKey(id, entry.seq) },
    ...(isNamed(entry) ? [{ key: idKey(id, entry.id) }] : []),
  ]);
  if (keys.length > 0) await answered(() => kvs.batchDelete(keys));
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, n) => from + n);
}

function inParts<One>(all: readonly One[], size: number = AT_ONCE): (readonly One[])[] {
  const whole = Math.floor(size);
  const parts = Math.ceil(all.length / whole);
  return Array.from({ length: parts }, (_, n) => all.slice(n * whole, (n + 1) * whole));
}
