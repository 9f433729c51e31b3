import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { IncidentError } from '../domain/errors';
import { type IncidentId } from '../domain/incident';
import { DEFINITION_VERSION, isOlder, type Row, sameRow } from '../domain/metrics/row';
import { type FigureRows, type StoreState } from '../ports/figure-rows';
import { choicesIn, type Names, namesOf, type Packed, packed, unpacked } from './kvs-figure-codec';
import { inParts } from './kvs-log-rows';
import { answered, inOurWords } from './kvs-words';

/** The entity of manifest.yml: rows by 256 under `chunk:{n}`, and one row that says how complete they are. */
const ENTITY = 'figures';
const CHUNK = 256;
const STATE = 'state';
const TRIES = 6;
const LONGEST_PAUSE_MS = 400;

type ChunkRow = {
  readonly revision: number;
  readonly rows: readonly Packed[];
  readonly names: Names;
};
type StateRow = { readonly revision: number; readonly highest: number; readonly state: StoreState };
type AnyRow = ChunkRow | StateRow;

const rowsOfStore = () => kvs.entity<AnyRow>(ENTITY);
const chunkKey = (n: number) => `chunk:${n}`;
/** Under which number the row of an issue lies: who takes it out knows only the id. */
const placeKey = (id: string) => `figure-of:${id}`;

/** Figures in Forge's key-value store. A change of a chunk is conditional on its revision, and tried again. */
export function kvsFigureRows(): FigureRows {
  return {
    async keep(kept) {
      if (kept.length === 0) return;
      const moved = await placed(kept.map(({ row }) => row));
      await changeAll(moved, (rows, id) => rows.filter((row) => row.id !== id));
      const byChunk = grouped(kept.map(({ row }) => row));
      await Promise.all(
        [...byChunk].map(([n, rows]) => changeChunk(n, (now) => merged(now, rows))),
      );
      const highest = Math.max(...kept.map(({ row }) => row.number));
      await changeState((now) => {
        const projectKey = kept.at(-1)?.projectKey;
        const isKnown = now && now.highest >= highest && now.state.projectKey === projectKey;
        if (isKnown) return now;
        const state = { version: DEFINITION_VERSION, ...now?.state, projectKey };
        return { highest: Math.max(now?.highest ?? 0, highest), state };
      });
    },
    async forget(ids) {
      const places = await placesOf(ids);
      await changeAll([...places], (rows, id) => rows.filter((row) => row.id !== id));
      for (const some of inParts([...places.keys()])) {
        await answered(() => kvs.batchDelete(some.map((id) => ({ key: placeKey(id) }))));
      }
    },
    async all() {
      const found = await stateRow();
      if (!found) return undefined;
      return { state: found.state, rows: await readRows(found.highest) };
    },
    state: async () => (await stateRow())?.state,
    complete: (asOf) =>
      changeState((now) => ({
        highest: now?.highest ?? 0,
        state: { ...now?.state, version: DEFINITION_VERSION, asOf },
      })),
  };
}

async function stateRow(): Promise<StateRow | undefined> {
  return (await answered(() => rowsOfStore().get(STATE))) as StateRow | undefined;
}

async function readRows(highest: number): Promise<readonly Row[]> {
  const chunks = Array.from({ length: Math.floor(highest / CHUNK) + 1 }, (_, n) => chunkKey(n));
  const parts = await Promise.all(
    inParts(chunks).map((some) => {
      const keys = some.map((key) => ({ key, entityName: ENTITY }));
      return answered(() => kvs.batchGet<ChunkRow>(keys));
    }),
  );
  const found = parts.flatMap(({ successfulKeys }) => successfulKeys.map(({ value }) => value));
  return found.flatMap(rowsIn).toSorted((a, b) => a.number - b.number);
}

function rowsIn({ rows, names }: ChunkRow): Row[] {
  const choices = choicesIn(names);
  return rows.map((row) => unpacked(row, choices));
}

function grouped(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const n = Math.floor(row.number / CHUNK);
    groups.set(n, [...(groups.get(n) ?? []), row]);
  }
  return groups;
}

/** The rows with these among them, unless they have newer ones; the very same where nothing changes. */
function merged(now: readonly Row[], fresh: readonly Row[]): readonly Row[] {
  const after = new Map(now.map((row) => [row.number, row]));
  let isChanged = false;
  for (const row of fresh) {
    const before = after.get(row.number);
    if (before?.id === row.id && (isOlder(row, before) || sameRow(row, before))) continue;
    after.set(row.number, row);
    isChanged = true;
  }
  return isChanged ? [...after.values()].toSorted((a, b) => a.number - b.number) : now;
}

async function changeChunk(
  n: number,
  change: (rows: readonly Row[]) => readonly Row[],
): Promise<void> {
  await changeRow<ChunkRow>(chunkKey(n), (now) => {
    const rows = now ? rowsIn(now) : [];
    const after = change(rows);
    return after === rows ? undefined : { rows: after.map(packed), names: namesOf(after) };
  });
}

async function changeAll(
  places: readonly (readonly [id: string, number: number])[],
  change: (rows: readonly Row[], id: string) => readonly Row[],
): Promise<void> {
  for (const [id, number] of places) {
    await changeChunk(Math.floor(number / CHUNK), (rows) => change(rows, id));
  }
}

function changeState(
  change: (now: StateRow | undefined) => Omit<StateRow, 'revision'>,
): Promise<void> {
  return changeRow<StateRow>(STATE, (now) => {
    const after = change(now);
    return after === now ? undefined : after;
  });
}

/** Notes where each row lies. @returns those that lay elsewhere: their issues have another number now. */
async function placed(rows: readonly Row[]): Promise<readonly (readonly [string, number])[]> {
  const places = await placesOf(rows.map(({ id }) => id));
  const fresh = rows.filter(({ id, number }) => places.get(id) !== number);
  for (const some of inParts(fresh)) {
    const entries = some.map(({ id, number: value }) => ({ key: placeKey(id), value }));
    const { failedKeys } = await answered(() => kvs.batchSet(entries));
    if (failedKeys.length > 0) throw new IncidentError('unavailable', 'The store left out places');
  }
  return fresh.flatMap(({ id }) => {
    const before = places.get(id);
    return before === undefined ? [] : [[id, before] as const];
  });
}

async function placesOf(ids: readonly IncidentId[]): Promise<ReadonlyMap<IncidentId, number>> {
  const found = new Map<IncidentId, number>();
  for (const some of inParts(ids)) {
    const keys = some.map((id) => ({ key: placeKey(id) }));
    const { successfulKeys } = await answered(() => kvs.batchGet<number>(keys));
    for (const { key, value } of successfulKeys) {
      found.set(key.slice(placeKey('').length) as IncidentId, value);
    }
  }
  return found;
}

/** Reads, changes and writes a row on condition that nobody else did; tried again when somebody did. */
async function changeRow<Kind extends AnyRow>(
  key: string,
  change: (now: Kind | undefined) => Omit<Kind, 'revision'> | undefined,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(randomInt(LONGEST_PAUSE_MS) + 1);
    const now = (await answered(() => rowsOfStore().get(key))) as Kind | undefined;
    const after = change(now);
    if (!after) return;
    if (await isWritten(key, now?.revision, after)) return;
  }
  throw new IncidentError('unavailable', 'Others wrote these figures again and again');
}

async function isWritten(key: string, before: number | undefined, after: object): Promise<boolean> {
  const row = { ...after, revision: (before ?? 0) + 1 } as AnyRow;
  try {
    if (before === undefined) {
      await rowsOfStore().set(key, row, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    }
    const conditions = new Filter<AnyRow>().and('revision', FilterConditions.equalTo(before));
    await kvs.transact().set(key, row, { entityName: ENTITY, conditions }).execute();
    return true;
  } catch (error) {
    const isOvertaken =
      error instanceof ForgeKvsAPIError &&
      ['KEY_CONFLICT', 'CONDITIONAL_CHECK_FAILED'].includes(error.code);
    if (isOvertaken) return false;
    throw inOurWords(error);
  }
}
