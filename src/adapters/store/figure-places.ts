import { kvs } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Row } from '../../domain/figures/row';
import { inParts } from './log-rows';
import { readStore, writeStore } from './answers';
import { FigurePlaceShape } from './shapes/figures';

/** Under which number the row of an issue lies: who takes it out knows only the id. */
const placeKey = (id: string) => `figure-of:${id}`;

/** Notes where each row lies. @returns those that lay elsewhere: their issues have another number now. */
export async function placed(
  rows: readonly Row[],
): Promise<readonly (readonly [IncidentId, number])[]> {
  const places = await placesOf(rows.map(({ id }) => id));
  const fresh = rows.filter(({ id, number }) => places.get(id) !== number);
  for (const some of inParts(fresh)) {
    const entries = some.map(({ id, number }) => ({
      key: placeKey(id),
      value: FigurePlaceShape.stored({ number }),
    }));
    const { failedKeys } = await writeStore(() => kvs.batchSet(entries));
    if (failedKeys.length > 0) throw new IncidentError('unavailable', 'The store left out places');
  }
  return fresh.flatMap(({ id }) => {
    const before = places.get(id);
    return before === undefined ? [] : [[id, before] as const];
  });
}

/** Where rows lie, of those that lie somewhere. @throws {IncidentError} `newer-data`, `unavailable` */
export async function placesOf(
  ids: readonly IncidentId[],
): Promise<ReadonlyMap<IncidentId, number>> {
  const found = new Map<IncidentId, number>();
  for (const some of inParts(ids)) {
    const keys = some.map((id) => ({ key: placeKey(id) }));
    const { successfulKeys } = await readStore(() => kvs.batchGet<unknown>(keys));
    for (const { key, value } of FigurePlaceShape.among(successfulKeys)) {
      found.set(key.slice(placeKey('').length) as IncidentId, value.number);
    }
  }
  return found;
}

export async function forgetPlaces(ids: readonly IncidentId[]): Promise<void> {
  for (const some of inParts(ids)) {
    await writeStore(() => kvs.batchDelete(some.map((id) => ({ key: placeKey(id) }))));
  }
}
