import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { accountsIn } from '../../domain/log/accounts';
import { type Draft, type Entry, redacted, sealed } from '../../domain/log/entry';
import { fold, replay } from '../../domain/log/fold';
import { EMPTY_HEAD, type Head } from '../../domain/log/head';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { jsonLog } from '../forge/json-log';
import { kvsAccounts } from './accounts';
import { entriesOf, entryKey, HEADS, idKey, inParts, isNamed } from './log-rows';
import { readStore, writeStoreIf } from './answers';
import {
  fitsItsLog,
  headIn,
  makeHeadAnew,
  mendHead,
  sha256,
  stillAs,
  storedHead,
  type WholeHead,
  wholeHead,
} from './log-heads';
import { numberIn } from './shape';
import { EntryShape, PlaceShape } from './shapes/entry';
import { HeadShape, readablePartsOf } from './shapes/head';

const log = jsonLog();

const TRIES = 5;
/** The longest pause before each further try. Chosen by chance, so that those who met do not meet again. */
const PAUSES_MS = [0, 60, 240, 700, 1600] as const;
/** An entry, a row for its id; and once the head and a redacted entry. */
const ENTRIES_AT_ONCE = 11;
/** Longer logs are not replayed while somebody waits for a page. */
const REPLAYED_AT_ONCE = 500;

/**
 * Logs in Forge's key-value store: entries under `log:{issue}:{seq}`, read by key, never by a query. A head that cannot
 * be read, or does not fit its log, is made anew before anything is built upon it.
 *
 * @param askForNewHead has the head of a long log made anew by a job; until then its readable parts are shown. Absent:
 *   it is made anew at once.
 */
export function kvsIncidentLogs(askForNewHead?: (id: IncidentId) => Promise<void>): IncidentLogs {
  return {
    async head(id) {
      const raw = await storedHead(id);
      if (raw === undefined) return EMPTY_HEAD;
      const row = headIn(id, raw);
      if (row) return row.head;
      const isLong = (numberIn(raw, 'seq') ?? Infinity) > REPLAYED_AT_ONCE;
      if (!askForNewHead || !isLong) return (await makeHeadAnew(id))?.row.head ?? EMPTY_HEAD;
      await asked(() => askForNewHead(id), id);
      return readablePartsOf(raw);
    },
    async heads(ids) {
      const found = new Map<IncidentId, Head>();
      for (const some of inParts(ids)) {
        const keys = some.map((key) => ({ key, entityName: HEADS }));
        const { successfulKeys } = await readStore(() => kvs.batchGet<unknown>(keys));
        for (const { key, value } of successfulKeys) {
          const id = key as IncidentId;
          const row = headIn(id, value) ?? (await makeHeadAnew(id))?.row;
          if (row) found.set(id, row.head);
        }
      }
      return found;
    },
    append,
    entries: entriesOf,
    makeHeadAnew: mendHead,
  };
}

const append: IncidentLogs['append'] = async (id, make) => {
  const accounts = kvsAccounts();
  const appended: Entry[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(randomInt(PAUSES_MS[tries] ?? 1) + 1);
    const there = (await wholeHead(id)) ?? (await firstHead(id));
    const { head: before } = there.row;
    const drafts = make(before);
    const keeping = accounts.keep(accountsIn(drafts));
    const fitting = drafts.length === 0 || fitsItsLog(id, before);
    const [fresh, fits] = await Promise.all([findUnsaid(id, drafts), fitting, keeping]);
    if (fresh.length === 0) return { head: before, entries: appended };
    if (!fits) {
      await makeHeadAnew(id);
      continue;
    }
    const entries = chained(fresh.slice(0, ENTRIES_AT_ONCE), before);
    const head = replay(entries, before);
    if (!(await write(id, there, { head, entries }))) continue;
    appended.push(...entries);
    if (entries.length === fresh.length) return { head, entries: appended };
    tries = -1; // a part is in: the next one has all its tries before it
  }
  throw new IncidentError('unavailable', 'Others wrote into this log again and again');
};

/** Whoever looks next asks again. */
async function asked(ask: () => Promise<void>, id: IncidentId): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    log.warn('head is made anew later', { incident: id, code: error.code });
  }
}

async function firstHead(id: IncidentId): Promise<WholeHead> {
  const row = { seq: 0, head: EMPTY_HEAD };
  const raw = HeadShape.stored(row);
  // A condition needs a row to look at; of two who write the first one, one does.
  const rows = kvs.entity<unknown>(HEADS);
  const isFirst = await writeStoreIf(() => rows.set(id, raw, { keyPolicy: 'FAIL_IF_EXISTS' }));
  return (isFirst ? undefined : await wholeHead(id)) ?? { raw, row };
}

/** What is not in the log yet. Asked after the head was read: who says it meanwhile moves the head on. */
async function findUnsaid(id: IncidentId, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const named = drafts.flatMap((draft) => (draft.id ? [idKey(id, draft.id)] : []));
  const there = new Set<string>();
  for (const keys of inParts(named)) {
    const { successfulKeys } = await readStore(() => kvs.batchGet(keys.map((key) => ({ key }))));
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

/** @returns false when the log is no longer where it was. */
async function write(
  id: IncidentId,
  { raw, row }: WholeHead,
  { head, entries }: { readonly head: Head; readonly entries: readonly Entry[] },
): Promise<boolean> {
  const blanked = await Promise.all(entries.map((entry) => blankedBy(id, entry)));
  let transaction = kvs
    .transact()
    .set(id, HeadShape.stored({ ...row, seq: head.seq, head }), stillAs(raw));
  for (const entry of entries) {
    const { seq } = entry;
    transaction = transaction.set(entryKey(id, seq), EntryShape.stored(entry));
    if (isNamed(entry)) transaction.set(idKey(id, entry.id), PlaceShape.stored({ seq }));
  }
  for (const entry of blanked) {
    if (entry) transaction = transaction.set(entryKey(id, entry.seq), EntryShape.stored(entry));
  }
  return writeStoreIf(() => transaction.execute());
}

/** The entry whose words this one takes out, without them. */
async function blankedBy(id: IncidentId, { what }: Entry): Promise<Entry | undefined> {
  if (what.kind !== 'redacted') return undefined;
  const name = idKey(id, what.entry);
  const place = PlaceShape.find(name, await readStore(() => kvs.get<unknown>(name)));
  const key = entryKey(id, place?.seq ?? Number(what.entry.replace(/^n/, '')));
  const entry = EntryShape.find(key, await readStore(() => kvs.get<unknown>(key)));
  return entry && redacted(entry);
}
