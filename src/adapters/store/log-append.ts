import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { accountsIn } from '../../domain/log/accounts';
import { type Draft, type Entry, redacted, sealed } from '../../domain/log/entry';
import { fold, replay } from '../../domain/log/fold';
import { EMPTY_HEAD, type Head } from '../../domain/log/head';
import { holdsWords, redactedBy } from '../../domain/log/redaction';
import { type EntryId } from '../../domain/log/what';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { kvsAccounts } from './accounts';
import { readStore, writeStoreIf } from './answers';
import { fitsItsLog, makeHeadAnew, sha256, stillAs, type WholeHead, wholeHead } from './log-heads';
import { entryKey, HEADS, idKey, inParts, isNamed } from './log-rows';
import { type Stored } from './shape';
import { EntryShape, PlaceShape } from './shapes/entry';
import { HeadShape } from './shapes/head';

const TRIES = 5;
/** The longest pause before each further try. Chosen by chance, so that those who met do not meet again. */
const PAUSES_MS = [0, 60, 240, 700, 1600] as const;
/** What one transaction may write, each key once. */
const OPERATIONS = 25;
/** The most that one value of the store may be, in bytes of JSON. */
const VALUE_BYTES = 240 * 1024;

/** Appends to a log in the store, entries and head in one transaction. As `IncidentLogs.append`. */
export const append: IncidentLogs['append'] = async (id, make) => {
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
    const entries = chained(asManyAsFit(fresh), before);
    const head = replay(entries, before);
    if (!(await write(id, there, { head, entries }))) continue;
    appended.push(...entries);
    if (entries.length === fresh.length) return { head, entries: appended };
    tries = -1; // a part is in: the next one has all its tries before it
  }
  throw new IncidentError('unavailable', 'Others wrote into this log again and again', {
    failure: 'retry',
  });
};

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
  return onceEach(drafts.filter((draft) => !draft.id || !there.has(idKey(id, draft.id))));
}

/** Of those with the same id the first: a transaction takes each key once. */
function onceEach(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<EntryId>();
  return drafts.filter(({ id }) => {
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** The first of them that one transaction can write beside the head. */
function asManyAsFit(drafts: readonly Draft[]): readonly Draft[] {
  let operations = 1;
  const end = drafts.findIndex(({ id, what }) => {
    operations += 1 + (id ? 1 : 0) + (redactedBy(what) ? 1 : 0);
    return operations > OPERATIONS;
  });
  return end < 0 ? drafts : drafts.slice(0, end);
}

function chained(drafts: readonly Draft[], head: Head): readonly Entry[] {
  let tip = head;
  return drafts.map((draft) => {
    const entry = sealed(draft, tip, randomBytes(8).toString('hex'), sha256);
    tip = fold(tip, entry);
    return entry;
  });
}

type Fresh = { readonly head: Head; readonly entries: readonly Entry[] };

/** @returns false when the log is no longer where it was. */
async function write(id: IncidentId, { raw, row }: WholeHead, fresh: Fresh): Promise<boolean> {
  const { head, entries } = fresh;
  const written = await withoutRedacted(id, entries);
  const after = HeadShape.stored({ ...row, seq: head.seq, head });
  let transaction = kvs.transact().set(id, weighed('head', after), stillAs(raw));
  for (const entry of written.values()) {
    transaction = transaction.set(
      entryKey(id, entry.seq),
      weighed('entry', EntryShape.stored(entry)),
    );
  }
  for (const entry of entries.filter(isNamed)) {
    transaction = transaction.set(idKey(id, entry.id), PlaceShape.stored({ seq: entry.seq }));
  }
  return writeStoreIf(() => transaction.execute());
}

/** Said before the store says it, with what it was. @throws {IncidentError} `not-kept` */
function weighed<Value extends object>(name: string, value: Stored<Value>): Stored<Value> {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes <= VALUE_BYTES) return value;
  throw new IncidentError('not-kept', `The ${name} is of ${bytes} bytes`, { failure: 'refused' });
}

/**
 * The entries, and those whose words they take out, by their numbers; each as it is to be written. An entry may be
 * taken out twice, and in the same call in which it was said.
 */
async function withoutRedacted(
  id: IncidentId,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Entry>> {
  const written = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const { what } of entries) {
    const called = redactedBy(what);
    if (called === undefined) continue;
    const named = [...written.values()].find((entry) => entry.id === called);
    const entry = named ?? (await entryCalled(id, called));
    if (!entry) throw new IncidentError('entry-not-found', `No entry ${called}`);
    if (!holdsWords(entry.what)) throw new IncidentError('invalid-input', 'It holds no words');
    written.set(entry.seq, redacted(entry));
  }
  return written;
}

/** An entry without an id of its own has one spelling: `n` and its number. */
const NUMBERED = /^n[1-9]\d*$/;

async function entryCalled(id: IncidentId, called: EntryId): Promise<Entry | undefined> {
  const name = idKey(id, called);
  const place = PlaceShape.find(name, await readStore(() => kvs.get<unknown>(name)));
  const seq = place?.seq ?? (NUMBERED.test(called) ? Number(called.slice(1)) : undefined);
  if (seq === undefined) return undefined;
  const key = entryKey(id, seq);
  const entry = EntryShape.find(key, await readStore(() => kvs.get<unknown>(key)));
  return entry?.id === called ? entry : undefined;
}
