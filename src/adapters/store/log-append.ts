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
  // What was asked for once is not asked for again: a long list costs a read for each, however many writes it takes.
  const said = new Set<EntryId>();
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(randomInt(PAUSES_MS[tries] ?? 1) + 1);
    const there = (await wholeHead(id)) ?? (await firstHead(id));
    const { head: before } = there.row;
    const drafts = make(before);
    const keeping = accounts.keep(accountsIn(drafts));
    const fitting = drafts.length === 0 || fitsItsLog(id, before);
    const [next, fits] = await Promise.all([nextOf(id, drafts, said), fitting, keeping]);
    if (next.drafts.length === 0) return { head: before, entries: appended };
    if (!fits) {
      await makeHeadAnew(id);
      continue;
    }
    const entries = chained(next.drafts, before);
    const head = replay(entries, before);
    if (!(await write(id, there, { head, entries }))) continue;
    appended.push(...entries);
    for (const entry of entries) said.add(entry.id);
    if (next.isAll) return { head, entries: appended };
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

type Next = {
  /** The first that are not in the log yet, as many as one transaction writes beside the head. */
  readonly drafts: readonly Draft[];
  /** There are no others behind them. */
  readonly isAll: boolean;
};

/**
 * What is to be written next. Asked after the head was read: who says it meanwhile moves the head on.
 *
 * @param said ids that are known to be in the log; those that are found there join them
 */
async function nextOf(id: IncidentId, drafts: readonly Draft[], said: Set<EntryId>): Promise<Next> {
  const waiting = onceEach(drafts).filter((draft) => !draft.id || !said.has(draft.id));
  const fresh: Draft[] = [];
  for (const some of inParts(waiting)) {
    for (const name of await namesThere(id, some)) said.add(name);
    fresh.push(...some.filter((draft) => !draft.id || !said.has(draft.id)));
    const fitting = asManyAsFit(fresh);
    if (fitting.length < fresh.length) return { drafts: fitting, isAll: false };
  }
  return { drafts: fresh, isAll: true };
}

/** The ids among these that the log has. */
async function namesThere(id: IncidentId, drafts: readonly Draft[]): Promise<readonly EntryId[]> {
  const named = drafts.flatMap((draft) => (draft.id ? [draft.id] : []));
  if (named.length === 0) return [];
  const keys = named.map((name) => ({ key: idKey(id, name) }));
  const { successfulKeys } = await readStore(() => kvs.batchGet(keys));
  const there = new Set(successfulKeys.map(({ key }) => key));
  return named.filter((name) => there.has(idKey(id, name)));
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
