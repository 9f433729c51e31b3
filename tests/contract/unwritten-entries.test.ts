import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsUnwrittenEntries } from '../../src/adapters/store/unwritten-entries';
import { type IncidentId } from '../../src/domain/incident/incident';
import { entryId } from '../../src/domain/log/what';
import { type Unwritten, type UnwrittenEntries } from '../../src/ports/log/unwritten-entries';
import { FakeUnwrittenEntries } from '../fakes/unwritten-entries';
import { at, DANA } from '../fixtures/incidents';
import { asEmptyStore } from '../support/store';

const ID = '10042' as IncidentId;
/** Its key begins like that of the other one. */
const OTHER = '100421' as IncidentId;
const note = (id: string, text = id): Unwritten => ({
  id: entryId(id),
  what: { kind: 'note', text },
  saidAt: at('10:00'),
  by: DANA.id,
});

function keepsThePromises(given: () => UnwrittenEntries): void {
  let unwritten: UnwrittenEntries;
  beforeEach(() => {
    unwritten = given();
  });
  const ids = async (id: IncidentId) => (await unwritten.of(id)).map((one) => one.id);

  it('keeps each once, by its issue, until somebody takes it away', async () => {
    for (const one of [note('a'), note('b'), note('a')]) await unwritten.keep(ID, one);
    await unwritten.keep(OTHER, note('c'));
    expect(await ids(ID)).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await ids(ID)).toHaveLength(2);
    expect(await unwritten.find(ID, entryId('a'))).toEqual(note('a'));
    await unwritten.remove(ID, entryId('a'));
    await unwritten.remove(ID, entryId('a'));
    expect(await ids(ID)).toEqual(['b']);
    expect(await unwritten.find(ID, entryId('a'))).toBeUndefined();
  });

  it('goes wholly with its issue, however much it is, and nothing of another one', async () => {
    for (let n = 0; n < 120; n += 1) await unwritten.keep(ID, note(`n${n}`));
    await unwritten.keep(OTHER, note('c'));
    await unwritten.forget(ID);
    await unwritten.forget(ID);
    expect(await ids(ID)).toEqual([]);
    expect(await ids(OTHER)).toEqual(['c']);
  });
}

describe('entries that no log took, in memory', () => {
  keepsThePromises(() => new FakeUnwrittenEntries());
});

describe('entries that no log took, in the key-value store', () => {
  keepsThePromises(() => {
    asEmptyStore();
    return kvsUnwrittenEntries();
  });
});
