import { kvs } from '@forge/kvs';
import { inParts as cut } from '../../domain/parts';
import { type IncidentId } from '../../domain/incident/incident';
import { type Entry } from '../../domain/log/entry';
import { readStore } from './answers';
import { EntryShape } from './shapes/entry';

/*
 * How logs lie in Forge's key-value store: a head per incident in an entity, entries under `log:{issue}:{number}`, and
 * `log-id:{issue}:{id}` for the number that an entry's own id has.
 */

/** The entity of manifest.yml: one head per incident, under the id. */
export const HEADS = 'incident-head';
/** The most that the store hands out or takes at once. */
const AT_ONCE = 25;

export function entryKey(id: IncidentId, seq: number): string {
  return `log:${id}:${seq}`;
}

/** Where it is kept which number an entry's own id has. */
export function idKey(id: IncidentId, entry: string): string {
  return `log-id:${id}:${entry}`;
}

/** Those without an id of their own are called by their number. */
export function isNamed({ id, seq }: { readonly id: string; readonly seq: number }): boolean {
  return id !== `n${seq}`;
}

/** Those that can be read, in order: of a damaged one there is a gap, which checking the log tells. */
export async function entriesOf(
  id: IncidentId,
  from: number,
  to: number,
): Promise<readonly Entry[]> {
  const stored = await storedEntries(id, numbers(Math.max(from, 1), to));
  return EntryShape.among(stored)
    .map(({ value }) => value)
    .toSorted((a, b) => a.seq - b.seq);
}

/** What lies under the keys of these entries, in whichever shape. */
export async function storedEntries(id: IncidentId, seqs: readonly number[]) {
  const pages = await Promise.all(
    inParts(seqs).map((some) => {
      const keys = some.map((seq) => ({ key: entryKey(id, seq) }));
      return readStore(() => kvs.batchGet<unknown>(keys));
    }),
  );
  return pages.flatMap(({ successfulKeys }) => successfulKeys);
}

export function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, n) => from + n);
}

export function inParts<One>(all: readonly One[], size: number = AT_ONCE): (readonly One[])[] {
  return cut(all, size);
}
