import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { DEFINITION_VERSION, isOlder, type Row, sameRow } from '../../domain/figures/row';
import { type FigureRows } from '../../ports/figures/figure-rows';
import { choicesIn, namesOf, packed, unpacked } from './figure-codec';
import { inParts } from './log-rows';
import { readStore, writeStoreIf } from './answers';
import { sayDamaged } from './damage';
import { forgetPlaces, placed, placesOf } from './figure-places';
import { numberIn, type Shape } from './shape';
import {
  type ChunkRow,
  ChunkShape,
  looksPacked,
  type StateRow,
  StateShape,
} from './shapes/figures';
import { unchanged } from './unchanged';

/** The entity of manifest.yml: rows by 256 under `chunk:{n}`, and one row that says how complete they are. */
const ENTITY = 'figures';
const CHUNK = 256;
const STATE = 'state';
const TRIES = 6;
const LONGEST_PAUSE_MS = 400;

const rowsOfStore = () => kvs.entity<unknown>(ENTITY);
const chunkKey = (n: number) => `chunk:${n}`;

/**
 * Figures in Forge's key-value store. A change of a chunk is conditional on its revision, and tried again. What is
 * damaged is left out: the hourly count finds that something is missing and has it made anew.
 */
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
      await forgetPlaces([...places.keys()]);
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
  return StateShape.findOrForget(STATE, await readStore(() => rowsOfStore().get(STATE)));
}

async function readRows(highest: number): Promise<readonly Row[]> {
  const chunks = Array.from({ length: Math.floor(highest / CHUNK) + 1 }, (_, n) => chunkKey(n));
  const parts = await Promise.all(
    inParts(chunks).map((some) => {
      const keys = some.map((key) => ({ key, entityName: ENTITY }));
      return readStore(() => kvs.batchGet<unknown>(keys));
    }),
  );
  const found = parts.flatMap(({ successfulKeys }) => ChunkShape.among(successfulKeys));
  return found
    .flatMap(({ key, value }) => rowsIn(key, value))
    .toSorted((a, b) => a.number - b.number);
}

function rowsIn(key: string, { rows, names }: ChunkRow): Row[] {
  const choices = choicesIn(names);
  const whole = rows.filter(looksPacked);
  const damaged = rows.length - whole.length;
  if (damaged > 0)
    sayDamaged(
      'row of figures',
      Array.from({ length: damaged }, () => key),
    );
  return whole.map((row) => unpacked(row, choices));
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
  const key = chunkKey(n);
  await changeRow(ChunkShape, key, (now) => {
    const rows = now ? rowsIn(key, now) : [];
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
  return changeRow(StateShape, STATE, (now) => {
    const after = change(now);
    return after === now ? undefined : after;
  });
}

/** Reads, changes and writes a row on condition that nobody else did; tried again when somebody did. */
async function changeRow<Kind extends { readonly revision: number }>(
  shape: Shape<Kind>,
  key: string,
  change: (now: Kind | undefined) => Omit<Kind, 'revision'> | undefined,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(randomInt(LONGEST_PAUSE_MS) + 1);
    const raw = await readStore(() => rowsOfStore().get(key));
    const after = change(shape.findOrForget(key, raw));
    if (!after) return;
    if (await isWritten(key, raw, { ...after, v: shape.version })) return;
  }
  throw new IncidentError('unavailable', 'Others wrote these figures again and again');
}

function isWritten(key: string, raw: unknown, after: { readonly v: number }): Promise<boolean> {
  const before = numberIn(raw, 'revision');
  const row = { ...after, revision: (before ?? 0) + 1 };
  if (raw === undefined)
    return writeStoreIf(() => rowsOfStore().set(key, row, { keyPolicy: 'FAIL_IF_EXISTS' }));
  const conditions = unchanged<typeof row>(raw, 'revision', before);
  return writeStoreIf(() =>
    kvs.transact().set(key, row, { entityName: ENTITY, conditions }).execute(),
  );
}
