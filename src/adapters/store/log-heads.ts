import { createHash } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Fault, faultIn, type Hash } from '../../domain/log/entry';
import { replay } from '../../domain/log/fold';
import { EMPTY_HEAD, type Head } from '../../domain/log/head';
import { jsonLog } from '../forge/json-log';
import { entriesOf, HEADS } from './log-rows';
import { readStore, writeStoreIf } from './answers';
import { sayDamaged } from './damage';
import { numberIn, type Stored } from './shape';
import { type HeadRow, HeadShape } from './shapes/head';
import { unchanged } from './unchanged';

/** Entries of a log that are read and folded at once. */
const STRETCH = 250;
const TRIES = 5;

const log = jsonLog();

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** A head as it lies there, and what it says. */
export type WholeHead = { readonly raw: unknown; readonly row: HeadRow };

export function storedHead(id: IncidentId): Promise<unknown> {
  return readStore(() => kvs.entity<unknown>(HEADS).get(id));
}

/**
 * What a stored head says; undefined where it has to be made anew: it is damaged, of a version without a lift, or does
 * not stand where it says.
 *
 * @throws {IncidentError} `newer-data`
 */
export function headIn(id: IncidentId, raw: unknown): HeadRow | undefined {
  const row = HeadShape.findOrForget(id, raw);
  if (row?.seq === row?.head.seq) return row;
  sayDamaged(HeadShape.name, [id]);
  return undefined;
}

/** The head of a log, made anew where that is needed; undefined where there is none. @throws {IncidentError} `newer-data`, `unavailable` */
export async function wholeHead(id: IncidentId): Promise<WholeHead | undefined> {
  const raw = await storedHead(id);
  if (raw === undefined) return undefined;
  const row = headIn(id, raw);
  return row ? { raw, row } : makeHeadAnew(id);
}

/** The last entry of the log is the one that the head names. Where that entry cannot be read, nobody can tell. */
export async function fitsItsLog(id: IncidentId, { seq, hash }: Head): Promise<boolean> {
  const [last] = seq > 0 ? await entriesOf(id, seq, seq) : [];
  return last === undefined || last.hash === hash;
}

/** The head, made anew unless it is whole and fits its log. @throws {IncidentError} `newer-data`, `unavailable` */
export async function mendHead(id: IncidentId): Promise<Head> {
  const raw = await storedHead(id);
  if (raw === undefined) return EMPTY_HEAD;
  const row = headIn(id, raw);
  if (row && (await fitsItsLog(id, row.head))) return row.head;
  return (await makeHeadAnew(id))?.row.head ?? EMPTY_HEAD;
}

/**
 * Makes a head anew: the whole log is replayed in stretches, and the head is written on condition that nobody wrote it
 * meanwhile; if somebody did, what they appended is replayed behind it. Until then nothing is written, so it may be
 * broken off and repeated at any point.
 *
 * @throws {IncidentError} `newer-data`, `unavailable`
 */
export async function makeHeadAnew(id: IncidentId): Promise<WholeHead | undefined> {
  let head = EMPTY_HEAD;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const raw = await storedHead(id);
    if (raw === undefined) return undefined;
    HeadShape.refuseNewer(id, raw);
    head = await replayFrom(id, head, numberIn(raw, 'seq'));
    const row = { ...marksOf(raw), ...standing(head, raw) };
    if (await isWritten(id, raw, row)) {
      log.info('head made anew', { incident: id, entries: row.seq });
      return { raw: HeadShape.stored(row), row };
    }
  }
  throw new IncidentError('unavailable', 'Others wrote into this log again and again');
}

/** The head after all entries behind this one. @param known how many there are; undefined: up to a stretch without any */
async function replayFrom(id: IncidentId, from: Head, known: number | undefined): Promise<Head> {
  let head = from;
  let fault: Fault | undefined;
  for (let first = from.seq + 1; first <= (known ?? Infinity); first += STRETCH) {
    const entries = await entriesOf(id, first, Math.min(first + STRETCH - 1, known ?? Infinity));
    if (entries.length === 0 && known === undefined) break;
    fault ??= faultIn(entries, head, sha256);
    head = replay(entries, head);
  }
  if (fault) log.warn('log does not hold', { incident: id, entry: fault.seq, why: fault.why });
  return head;
}

/** A head never goes back to before where it stood: what is missing at the end of a log stays a gap that checking tells. */
function standing(head: Head, raw: unknown): Pick<HeadRow, 'seq' | 'head'> {
  const seq = Math.max(head.seq, numberIn(raw, 'seq') ?? 0);
  return { seq, head: { ...head, seq } };
}

/** That the issue is gone, and since when. */
function marksOf(raw: unknown): Pick<HeadRow, 'gone' | 'goneAt'> {
  const goneAt = numberIn(raw, 'goneAt');
  return goneAt === undefined ? {} : { gone: 'yes', goneAt };
}

/** Changes the row of a head that is there. @throws {IncidentError} `newer-data`, `unavailable` also when somebody was faster */
export async function changeHead(
  id: IncidentId,
  change: (row: HeadRow) => HeadRow | undefined,
): Promise<void> {
  const found = await wholeHead(id);
  const after = found && change(found.row);
  if (!after || (await isWritten(id, found.raw, after))) return;
  throw new IncidentError('unavailable', 'Somebody wrote into this log meanwhile');
}

/** Takes the row of a head away. @throws {IncidentError} `unavailable` also when somebody wrote into the log meanwhile */
export async function removeHead(id: IncidentId, raw: unknown): Promise<void> {
  const isGone = await writeStoreIf(() => kvs.transact().delete(id, stillAs(raw)).execute());
  if (!isGone) throw new IncidentError('unavailable', 'Somebody wrote into this log meanwhile');
}

function isWritten(id: IncidentId, raw: unknown, row: HeadRow): Promise<boolean> {
  return writeStoreIf(() => kvs.transact().set(id, HeadShape.stored(row), stillAs(raw)).execute());
}

/** Where a head may be written: nobody appended since it was read, or wrote it in another shape. */
export function stillAs(raw: unknown) {
  return {
    entityName: HEADS,
    conditions: unchanged<Stored<HeadRow>>(raw, 'seq', numberIn(raw, 'seq')),
  };
}
