import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { readStore, writeStoreIf } from './answers';
import { type Stored } from './shape';
import { type AlertDoorsRow as Row, AlertDoorsShape } from './shapes/site';
import { unchanged } from './unchanged';

/** The entity of manifest.yml. */
const ENTITY = 'alert-doors';
const KEY = 'all';
const NONE: Row = { revision: 0, doors: [], rules: {} };
/** Administrators who change doors at the same moment are few. */
const TRIES = 3;

/** The doors, and the rules of those that have one. */
export type KeptDoors = Pick<Row, 'doors' | 'rules'>;

/** What lies there. */
async function read(): Promise<{ readonly raw: unknown; readonly row: Row }> {
  const raw = await readStore(() => kvs.entity<unknown>(ENTITY).get(KEY));
  return { raw, row: AlertDoorsShape.find(KEY, raw) ?? NONE };
}

/** @throws {IncidentError} `damaged-data`, `newer-data`, `unavailable` */
export async function keptDoors(): Promise<KeptDoors> {
  return (await read()).row;
}

/**
 * Changes the doors as they are in that moment: what somebody else changes meanwhile stays.
 *
 * @param change may be called several times
 * @throws {IncidentError} `changed-meanwhile`, and as {@link keptDoors}
 */
export async function changeDoors(change: (kept: KeptDoors) => KeptDoors) {
  for (let n = 0; n < TRIES; n += 1) {
    const { raw, row } = await read();
    const { doors, rules } = change(row);
    const next = AlertDoorsShape.stored({ revision: row.revision + 1, doors, rules });
    const isWritten = await writeStoreIf(() =>
      raw === undefined
        ? kvs.entity(ENTITY).set(KEY, next, { keyPolicy: 'FAIL_IF_EXISTS' })
        : kvs.transact().set(KEY, next, ifStill(raw, row)).execute(),
    );
    if (isWritten) return;
  }
  throw new IncidentError('changed-meanwhile', 'Doors were changed by others again and again');
}

const ifStill = (raw: unknown, { revision }: Row) => ({
  entityName: ENTITY,
  conditions: unchanged<Stored<Row>>(raw, 'revision', revision),
});
