import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsSettings } from '../../src/adapters/store/settings';
import { type Settings } from '../../src/domain/settings/settings';
import { type SettingsStore } from '../../src/ports/settings/settings';
import { type Language } from '../../src/ports/words';
import { FakeSettings } from '../fakes/settings';
import { at, DANA, INES } from '../fixtures/incidents';
import { someSettings } from '../fixtures/settings';
import { asEmptyStore } from '../support/store';

/** What the port promises, kept by the fake that unit tests use and by the adapter that ships. */
function keepsThePromises(given: () => SettingsStore): void {
  let store: SettingsStore;
  beforeEach(() => {
    store = given();
  });
  const named = (name: string) => someSettings({ products: [{ id: 'one', name }] });
  const save = (name: string, from: number, by = DANA) =>
    store.save(named(name), { from, by: by.id, at: at('10:00') });

  it('holds the defaults, as version 0, until somebody saves', async () => {
    expect(await store.get()).toEqual({ version: 0, settings: defaults('en-US') });
    expect(await store.versions()).toEqual([]);
  });

  it('has the defaults in the language of the site', async () => {
    await store.speak('de-DE');
    await store.speak('de-DE');
    expect((await store.get()).settings).toEqual(defaults('de-DE'));
    expect((await store.find(0))?.settings).toEqual(defaults('de-DE'));
  });

  it('keeps who saved what and when', async () => {
    const first = { version: 1, settings: named('A'), savedBy: DANA.id, savedAt: at('10:00') };
    expect(await save('A', 0)).toEqual(first);
    expect(await store.get()).toEqual(first);
    await save('B', 1, INES);
    await store.speak('de-DE');
    expect(await store.get()).toMatchObject({ version: 2, settings: named('B') });
    expect(await store.find(1)).toEqual(first);
    expect(await store.find(3)).toBeUndefined();
    expect(await store.versions()).toEqual([
      { version: 2, savedBy: INES.id, savedAt: at('10:00') },
      { version: 1, savedBy: DANA.id, savedAt: at('10:00') },
    ]);
  });

  it('refuses whoever started from an older version, and changes nothing', async () => {
    await save('A', 0);
    await expect(save('B', 0)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(save('C', 2)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await store.get()).toMatchObject({ version: 1, settings: named('A') });
    expect(await store.versions()).toHaveLength(1);
  });

  it.each([0, 3])('lets one of two win who save version %i at once', async (from) => {
    for (let version = 0; version < from; version += 1) await save('before', version);
    const both = await Promise.allSettled([save('A', from), save('B', from, INES)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const won = both[0].status === 'fulfilled' ? 'A' : 'B';
    expect(await store.get()).toMatchObject({ version: from + 1, settings: named(won) });
    expect((await store.find(from + 1))?.settings).toEqual(named(won));
  });

  it('keeps the last twenty versions', async () => {
    for (let from = 0; from < 23; from += 1) await save(`Product ${from + 1}`, from);
    expect((await store.versions()).map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, (_, at) => 23 - at),
    );
    expect(await store.find(3)).toBeUndefined();
    expect((await store.find(4))?.settings).toEqual(named('Product 4'));
  });
}

function defaults(language: Language): Settings {
  return someSettings({ products: [{ id: 'language', name: language }] });
}

describe('settings in memory', () => {
  keepsThePromises(() => new FakeSettings(defaults));
});

describe("settings in the app's store", () => {
  const defaultsOf = (language: Language) => Promise.resolve(defaults(language));

  keepsThePromises(() => {
    asEmptyStore();
    return kvsSettings(defaultsOf);
  });

  it('a first save that is held up does not undo the one that was quicker', async () => {
    const { promise: heldUp, resolve: goOn } = withResolvers();
    let rows = 0;
    asEmptyStore(async (path) => {
      if (path === '/api/v1/entity/set' && (rows += 1) === 1) await heldUp;
    });
    const store = kvsSettings(defaultsOf);
    const change = { from: 0, by: DANA.id, at: at('10:00') };
    const slow = store.save(someSettings({ products: [] }), change);
    await store.save(someSettings(), { ...change, by: INES.id });
    goOn();
    await expect(slow).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await store.get()).toMatchObject({ version: 1, savedBy: INES.id });
  });
});

function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
