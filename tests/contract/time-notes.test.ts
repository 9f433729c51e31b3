import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsIncidentLogs } from '../../src/adapters/store/incident-logs';
import { logIncidentNotes } from '../../src/adapters/store/notes';
import { type IncidentId } from '../../src/domain/incident/incident';
import { NO_NOTES, type Notes, withNote } from '../../src/domain/clocks/notes';
import { type IncidentNotes } from '../../src/ports/clocks/notes';
import { FakeIncidentNotes } from '../fakes/incident-notes';
import { at, noted } from '../fixtures/incidents';
import { asEmptyStore } from '../support/store';

const ID = '10042' as IncidentId;
const NOW = () => at('11:00');

function keepsThePromises(given: () => Promise<IncidentNotes>): void {
  let notes: IncidentNotes;
  beforeEach(async () => {
    notes = await given();
  });

  it('has none of an incident that nobody noted anything of', async () => {
    expect(await notes.get(ID)).toEqual(NO_NOTES);
    expect(await notes.getMany([ID])).toEqual(new Map());
  });

  it('gives back what was written, of one and of many', async () => {
    const written = noted({ impactStart: at('09:50') });
    await notes.change(ID, () => written);
    expect(await notes.get(ID)).toEqual(written);
    const many = Array.from({ length: 60 }, (_, n) => String(n) as IncidentId);
    expect(await notes.getMany([...many, ID])).toEqual(new Map([[ID, written]]));
  });

  it('loses nothing of two who write at once', async () => {
    const adds = (name: 'impactStart' | 'impactRecovered') => (before: Notes) =>
      withNote(before, name, noted({ [name]: at('09:50') }).times[name]);
    await Promise.all([
      notes.change(ID, adds('impactStart')),
      notes.change(ID, adds('impactRecovered')),
    ]);
    await Promise.all([
      notes.change(ID, (before) => ({ ...before, lookedAt: at('10:00') })),
      notes.change(ID, (before) => ({ ...before, cancelled: { by: DANA_ID, at: at('10:00') } })),
    ]);
    expect(await notes.get(ID)).toMatchObject({
      times: { impactStart: {}, impactRecovered: {} },
      lookedAt: at('10:00'),
      cancelled: { by: DANA_ID },
    });
  });
}

const DANA_ID = noted({ impactStart: at('09:50') }).times.impactStart?.by ?? ('' as never);

describe('notes in memory', () => {
  keepsThePromises(() => Promise.resolve(new FakeIncidentNotes()));
});

describe('notes in the key-value store', () => {
  keepsThePromises(() => {
    asEmptyStore();
    return Promise.resolve(logIncidentNotes(kvsIncidentLogs(), NOW));
  });

  it('are not written where nothing changes', async () => {
    const store = asEmptyStore();
    const notes = logIncidentNotes(kvsIncidentLogs(), NOW);
    await notes.change(ID, () => noted({ impactStart: at('09:50') }));
    await notes.change(ID, (before) => ({ ...before }));
    expect(JSON.stringify(store.dump())).toContain('"seq":1');
  });
});
