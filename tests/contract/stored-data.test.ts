import { describe, expect, jest, test } from '@jest/globals';
import { kvsAccounts } from '../../src/adapters/store/accounts';
import { changeDoors, keptDoors } from '../../src/adapters/store/alert-doors';
import { kvsAlertGroups } from '../../src/adapters/store/alert-groups';
import { kvsAlertLists } from '../../src/adapters/store/alert-lists';
import { kvsAlerts } from '../../src/adapters/store/alerts';
import { kvsBackfill } from '../../src/adapters/store/backfill';
import { kvsDeployments } from '../../src/adapters/store/deployments';
import { kvsFigureRows } from '../../src/adapters/store/figure-rows';
import { kvsFindings } from '../../src/adapters/store/findings';
import { kvsIncidentLogs } from '../../src/adapters/store/incident-logs';
import { kvsLeftAlerts } from '../../src/adapters/store/left-alerts';
import { kvsLogKeeping } from '../../src/adapters/store/log-keeping';
import { kvsOptionMaps } from '../../src/adapters/store/option-maps';
import { kvsPortalRules } from '../../src/adapters/store/portal-rules';
import { kvsRebuilds } from '../../src/adapters/store/rebuilds';
import { kvsSettings } from '../../src/adapters/store/settings';
import { kvsSetUp } from '../../src/adapters/store/set-up';
import { kvsSiteMaps } from '../../src/adapters/store/site-maps';
import { kvsUnreadIncidents } from '../../src/adapters/store/unread-incidents';
import { kvsUnwrittenEntries } from '../../src/adapters/store/unwritten-entries';
import { doorId } from '../../src/domain/declaring/doors';
import { type IncidentId } from '../../src/domain/incident/incident';
import { faultIn } from '../../src/domain/log/entry';
import { replay } from '../../src/domain/log/fold';
import { type EntryId } from '../../src/domain/log/what';
import { type Store } from '../../sandbox/forge/kvs/store';
import { openIncident } from '../../src/usecases/incident/open-incident';
import { say } from '../../src/usecases/log/say';
import { FakeIncidents } from '../fakes/incidents';
import { FakeJobs } from '../fakes/jobs';
import { ADA, anIncident, at, DANA } from '../fixtures/incidents';
import { someSettings } from '../fixtures/settings';
import { sha256 } from '../support/log';
import { left, put, SHAPES, standingIn, type StoredRow, VERSIONS } from '../support/stored';
import { asEmptyStore } from '../support/store';

const ID = '10042' as IncidentId;
const DOOR = doorId('5b0f3c5e-8f0a-4d7e-9c53-1f3f0d5a7c11');
const settings = () => kvsSettings(() => Promise.resolve(someSettings()));

/** One read and one write of each kind of value, through the adapters that ship. */
const DOORS: Readonly<Record<string, readonly [() => Promise<unknown>, () => Promise<unknown>]>> = {
  'set-up.json': both(kvsSetUp(), async (store) => store.save(must(await store.get()))),
  'site-map.json': both(kvsSiteMaps(), async (store) => store.save(await store.get())),
  'portal-rules.json': both(kvsPortalRules(), async (store) => store.save(await store.get())),
  'figures-rebuild.json': both(kvsRebuilds(), async (store) => store.save(must(await store.get()))),
  'option-map.json': [
    () => kvsOptionMaps().find('faultyService'),
    async () => {
      const map = must(await kvsOptionMaps().find('faultyService'));
      await kvsOptionMaps().set('faultyService', map);
    },
  ],
  'backfill-wish.json': [
    () => kvsBackfill().wish(),
    async () => kvsBackfill().saveWish(must(await kvsBackfill().wish())),
  ],
  'backfill-progress.json': [
    () => kvsBackfill().progress(),
    async () => kvsBackfill().saveProgress(must(await kvsBackfill().progress())),
  ],
  'settings.json': [
    () => settings().get(),
    () => settings().save(someSettings(), { from: 1, by: DANA.id, at: at('11:00') }),
  ],
  'settings-version.json': [() => settings().find(1), () => settings().erase(ADA.id)],
  'alert.json': [
    () => kvsAlerts().open(),
    async () => {
      for (const { id } of await kvsAlerts().open()) await kvsAlerts().change(id, (one) => one);
    },
  ],
  'alert-done.json': [() => kvsAlerts().get(keyOf('alert-done.json')), nothing],
  'alert-counted.json': [
    () => kvsAlerts().get(keyOf('alert-counted.json')),
    () => kvsAlerts().change(keyOf('alert-counted.json'), (one) => one),
  ],
  'alert-group.json': [
    () => kvsAlertGroups().get(keyOf('alert-group.json')),
    async () => {
      const was = must(await kvsAlertGroups().get(keyOf('alert-group.json')));
      await kvsAlertGroups().put(keyOf('alert-group.json'), was, was);
    },
  ],
  'incident-alerts.json': [() => kvsAlertLists().of(ID), recount],
  'left-alert.json': [async () => (await kvsLeftAlerts().of(DOOR)).last, nothing],
  'alert-doors.json': [keptDoors, () => changeDoors((kept) => kept)],
  'deployment.json': [
    () => kvsDeployments().within({ from: at('09:00'), until: at('10:00') }),
    nothing,
  ],
  'finding.json': [
    async () => (await kvsFindings().page('all')).found,
    () => kvsFindings().keep([{ id: ID, created: at('10:00'), findings: [], effect: 0 }]),
  ],
  'unread.json': [
    () => kvsUnreadIncidents().oldest(),
    async () => {
      for (const one of await kvsUnreadIncidents().oldest())
        await kvsUnreadIncidents().keep([one], one.triedAt);
    },
  ],
  'figures.json': [
    async () => (await kvsFigureRows().all())?.rows,
    () => kvsFigureRows().forget([ID]),
  ],
  'figures-state.json': [
    () => kvsFigureRows().state(),
    () => kvsFigureRows().complete(at('11:00')),
  ],
  'incident-head.json': [() => kvsIncidentLogs().head(ID), () => append('x')],
  'unwritten.json': [
    () => kvsUnwrittenEntries().of(ID),
    async () => {
      for (const one of await kvsUnwrittenEntries().of(ID))
        await kvsUnwrittenEntries().keep(ID, one);
    },
  ],
  'log-entry.json': [() => kvsIncidentLogs().entries(ID, 1, 99), nothing],
};

function both<Port extends { get(): Promise<unknown> }>(
  port: Port,
  write: (port: Port) => Promise<void>,
) {
  return [() => port.get(), () => write(port)] as const;
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

/** Counts an alert on its incident once more. */
async function recount(): Promise<void> {
  const alert = await kvsAlerts().get(keyOf('alert-counted.json'));
  if (alert) await kvsAlertLists().count(alert, ID, (list) => ({ list, alert }));
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Nothing is there');
  return value;
}

function append(id: string) {
  const draft = { id: id as EntryId, what: { kind: 'note', text: id } as const };
  return kvsIncidentLogs().append(ID, () => [{ ...draft, saidAt: at('11:00'), by: DANA.id }]);
}

const NOW = VERSIONS.at(-1) ?? '';
const sampleIn = (file: string, version = NOW) =>
  standingIn(version).find((sample) => sample.file === file);
const rowsIn = (file: string, version = NOW) => sampleIn(file, version)?.rows ?? [];
/** The version of its shape in which a sample is written today. */
const versionOf = (file: string) =>
  SHAPES.find(({ name }) => name === sampleIn(file)?.shape)?.version ?? 0;
const keyOf = (file: string) => rowsIn(file)[0]?.key ?? '';

function valueOf(store: Store, { key, entityName }: Omit<StoredRow, 'value'>): unknown {
  return store.get({ key, entityName }, { reads: [], writes: [] }).value;
}

/** What lies there; undefined where it was taken away. */
function dumped(store: Store, { key, entityName }: StoredRow): unknown {
  type Values = Readonly<Record<string, unknown>>;
  const { plain, entities } = store.dump() as { plain: Values; entities: Record<string, Values> };
  return (entityName === undefined ? plain : entities[entityName])?.[key];
}

/** What the app writes into its own log. */
function warnings(): readonly unknown[] {
  const said: unknown[] = [];
  jest
    .spyOn(console, 'warn')
    .mockImplementation((line: string) => void said.push(JSON.parse(line)));
  return said;
}

describe.each(VERSIONS)('a store as %s of the app left it', (version) => {
  const files = standingIn(version)
    .filter(({ rows }) => rows)
    .map(({ file }) => file);

  test.each(files.filter((file) => DOORS[file]))('is read and written: %s', async (file) => {
    const [read, write] = must(DOORS[file]);
    const store = left(asEmptyStore(), version);
    const before = await read();
    expect(before).toBeTruthy();
    expect(before).not.toEqual([]);
    await write();
    const wrote = write === nothing ? [] : rowsIn(file, version).map((row) => dumped(store, row));
    for (const value of wrote.filter((one) => one !== undefined)) {
      expect(value).toMatchObject({ v: versionOf(file) });
    }
    left(asEmptyStore(), NOW);
    expect(await read()).toEqual(before); // in every version the same
  });

  test('an incident is opened, changed and saved', async () => {
    const store = left(asEmptyStore(), version);
    const logs = kvsIncidentLogs();
    const permissions = {
      of: () => Promise.resolve(new Set<never>()),
      administersJira: () => Promise.resolve(false),
      browses: () => Promise.resolve(true),
    };
    const unwritten = kvsUnwrittenEntries();
    const alertLists = kvsAlertLists();
    const kept = { logs, unwritten, alertLists, settings: settings() };
    const deps = { ...kept, permissions, jobs: new FakeJobs() };
    const incidents = new FakeIncidents([anIncident()]);
    const opened = await openIncident({ ...deps, incidents }, ID);
    expect(opened.settings.services).toHaveLength(3);
    expect(opened.head.theories).toMatchObject([{ state: 'supported' }]);

    const text = 'All is well';
    const all = [{ id: 'new' as EntryId, saying: { kind: 'decision', text } as const }];
    await say({ ...deps, incidents, now: () => at('11:00') }, ID, { person: DANA.id, all });
    const head = await logs.head(ID);
    expect(head.seq).toBe(opened.head.seq + 1);
    const entries = await logs.entries(ID, 1, head.seq);
    expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toBeUndefined();
    expect(replay(entries)).toEqual(head);
    expect(valueOf(store, { key: ID, entityName: 'incident-head' })).toMatchObject({ v: 3 });
    expect(valueOf(store, { key: `log:${ID}:${head.seq}` })).toMatchObject({ v: 3 });
  });
});

describe('what a newer version of the app has written', () => {
  const guarded = Object.entries(DOORS).filter(([file]) => rowsIn(file).length > 0);

  test.each(guarded)('is refused in words and stays as it is: %s', async (file, [read, write]) => {
    const store = left(asEmptyStore(), NOW);
    const ahead = rowsIn(file).map((row) => ({
      ...row,
      value: { ...(row.value as object), v: versionOf(file) + 1, novelty: 'kept' },
    }));
    // The manifest of the newer version would declare it.
    const plain = ahead.map(({ value: { novelty: _, ...value }, ...row }) => ({ ...row, value }));
    const rows = ahead[0]?.entityName === undefined ? ahead : plain;
    put(store, rows);
    if (file !== 'settings-version.json') {
      await expect(read()).rejects.toMatchObject({ code: 'newer-data' });
    }
    await write().catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'newer-data' });
    });
    for (const row of rows) expect(valueOf(store, row)).toEqual(row.value);
  });

  test('stays of an account, which is reported once more', async () => {
    const store = left(asEmptyStore(), NOW);
    const [row] = rowsIn('account.json');
    const ahead = { ...must(row), value: { all: 'yes', reportedAt: 1, v: 2 } };
    put(store, [ahead]);
    await kvsAccounts().keep([DANA.id]);
    await kvsAccounts().reported([DANA.id, ADA.id], at('11:00'));
    await expect(kvsAccounts().close(DANA.id)).rejects.toMatchObject({ code: 'newer-data' });
    expect(valueOf(store, ahead)).toEqual(ahead.value);
    expect(valueOf(store, { ...ahead, key: ADA.id })).toMatchObject({ reportedAt: at('11:00') });
  });
});

describe('damage', () => {
  test.each([
    ['set-up.json', undefined],
    ['option-map.json', undefined],
    ['figures-rebuild.json', undefined],
    ['backfill-wish.json', undefined],
    ['portal-rules.json', { showsRunning: false }],
    ['alert.json', []],
    ['deployment.json', []],
    ['finding.json', []],
    ['figures.json', []],
  ])('of what can be made again is set aside and said: %s', async (file, answer) => {
    const store = left(asEmptyStore(), NOW);
    const said = warnings();
    const [row] = rowsIn(file);
    const { key, entityName, value } = must(row);
    const kept = ['stage', 'all', 'at', 'receivedAt', 'created'];
    const indexed = Object.entries(value as object).filter(([name]) => kept.includes(name));
    put(store, [
      { key, entityName, value: { v: versionOf(file), ...Object.fromEntries(indexed) } },
    ]);
    const [read] = must(DOORS[file]);
    expect(await read()).toEqual(answer);
    expect(said).toMatchObject([{ event: 'stored data damaged', damaged: 1, key }]);
    expect(JSON.stringify(said)).not.toContain('Payments');
  });

  test('of the map of the site is an error in words, and set-up mends it', async () => {
    const store = asEmptyStore();
    warnings();
    put(store, [{ key: 'site-map', value: { v: 1, projectId: 7 } }]);
    await expect(kvsSiteMaps().get()).rejects.toMatchObject({ code: 'damaged-data' });
    const map = must(rowsIn('site-map.json')[0]).value;
    await kvsSiteMaps().save(map as never);
    expect(await kvsSiteMaps().get()).toMatchObject({ projectId: '10000' });
  });

  test('of the current settings is read from their copy, and the next save mends it', async () => {
    const store = left(asEmptyStore(), NOW);
    warnings();
    put(store, [{ key: 'current', entityName: 'settings', value: { v: 1, version: 1, heads: 7 } }]);
    expect((await settings().get()).settings.services).toHaveLength(3);
    await settings().save(someSettings(), { from: 1, by: DANA.id, at: at('11:00') });
    expect(await settings().get()).toMatchObject({ version: 2 });
  });

  test('of one entry of a log leaves a gap that checking finds; the others are read', async () => {
    const store = left(asEmptyStore(), NOW);
    const said = warnings();
    put(store, [{ key: `log:${ID}:3`, value: { v: 1, seq: 3 } }]);
    const entries = await kvsIncidentLogs().entries(ID, 1, 5);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 4, 5]);
    expect(said).toMatchObject([{ shape: 'log-entry', damaged: 1, key: `log:${ID}:3` }]);
  });

  test('goes with its log', async () => {
    const store = left(asEmptyStore(), NOW);
    warnings();
    put(store, [{ key: `log:${ID}:8`, value: { id: 'e8', seq: 'eight' } }]);
    await kvsLogKeeping().remove(ID);
    const { plain } = store.dump() as { plain: object };
    expect(Object.keys(plain).filter((key) => key.startsWith('log'))).toEqual([]);
  });
});
