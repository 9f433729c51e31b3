import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { forgeAlertDoors } from '../../src/adapters/forge/alert-doors';
import { kvsAccounts } from '../../src/adapters/store/accounts';
import { keptDoors } from '../../src/adapters/store/alert-doors';
import { kvsDeployments } from '../../src/adapters/store/deployments';
import { kvsSights } from '../../src/adapters/store/sights';
import { MOST_DOORS } from '../../src/domain/declaring/doors';
import { type PersonId } from '../../src/domain/incident/incident';
import { type Instant } from '../../src/domain/time';
import { type Store } from '../../sandbox/forge/kvs/store';
import { at, DANA, INES } from '../fixtures/incidents';
import { put } from '../support/stored';
import { asEmptyStore } from '../support/store';

let store: Store;
/** Set by a test that has something to do between two requests. */
let before: (path: string) => Promise<void>;
beforeEach(() => {
  jest.restoreAllMocks();
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  before = () => Promise.resolve();
  store = asEmptyStore((path) => before(path));
});

/** Puts something between what adapters ask and what answers. */
function answerInstead(
  answer: (path: string, ask: () => Promise<Response>) => Promise<Response>,
): void {
  const forge: unknown = Reflect.get(globalThis, '__forge_fetch__');
  if (typeof forge !== 'function') throw new Error('There is no store');
  Object.assign(globalThis, {
    __forge_fetch__: (...of: readonly unknown[]) =>
      answer(String(of[1]), () => Reflect.apply(forge, undefined, of) as Promise<Response>),
  });
}

const later = (ms: number) => (at('10:00') + ms) as Instant;

describe('who sees what', () => {
  const sights = kvsSights();
  const found = (count: number) => ({
    state: 'found' as const,
    at: at('12:00'),
    until: at('11:00'),
    of: count,
    numbers: Array.from({ length: count }, (_, n) => n),
    are: 'visible' as const,
  });

  test.each([0, 1, 20_000, 20_001, 40_001])('is read with all of its %i numbers', async (count) => {
    await sights.save(DANA.id, null, found(count));
    expect(await sights.get(DANA.id, null)).toMatchObject(found(count));
  });

  test('is kept by person and query, and how far a look is as well', async () => {
    const looking = { state: 'looking' as const, at: at('12:00'), looked: 1, of: 2 };
    await sights.save(DANA.id, 'a = 1', looking);
    await sights.save(DANA.id, null, found(1));
    expect(await sights.get(DANA.id, 'a = 1')).toMatchObject(looking);
    expect(await sights.get(DANA.id, 'a = 2')).toBeUndefined();
    expect(await sights.get(INES.id, null)).toBeUndefined();
  });

  test('is not known where a part of it is gone', async () => {
    const keys: string[] = [];
    const set = store.set.bind(store);
    jest.spyOn(store, 'set').mockImplementation((...of) => {
      keys.push(of[0].key);
      return set(...of);
    });
    await sights.save(DANA.id, null, found(20_001));
    const part = keys.find((key) => key.endsWith(':2')) ?? '';
    store.delete({ key: part }, { reads: [], writes: [] });
    expect(await sights.get(DANA.id, null)).toBeUndefined();
  });
});

describe('deployments', () => {
  const deployments = kvsDeployments();
  const deployment = (n: number) => ({
    kind: 'deployment' as const,
    id: `d${n}`,
    name: `No ${n}`,
    at: later(n),
  });
  const within = async (from: number, until: number) =>
    (await deployments.within({ from: later(from), until: later(until) })).map(({ id }) => id);

  test('are kept once, and found in a window, its ends included, the newest first', async () => {
    for (const n of [1, 2, 3, 4]) expect(await deployments.keep(deployment(n))).toBe(true);
    expect(await deployments.keep({ ...deployment(2), name: 'Other' })).toBe(false);
    expect(await within(2, 3)).toEqual(['d3', 'd2']);
    expect((await deployments.within({ from: later(2), until: later(2) }))[0]?.name).toBe('No 2');
  });

  test('are the last two hundred of a window, read page by page and no further', async () => {
    for (let n = 0; n < 301; n += 1) await deployments.keep(deployment(n));
    let pages = 0;
    before = (path) => {
      if (path.includes('query')) pages += 1;
      return Promise.resolve();
    };
    const ids = await within(0, 1000);
    expect([ids.length, ids[0], ids[199], pages]).toEqual([200, 'd300', 'd101', 2]);
    expect(await within(250, 1000)).toHaveLength(51);
    // One that cannot be read takes no place of another, and makes no more of them.
    const key = createHash('sha256').update('d300').digest('hex');
    const row = { v: 1, all: 'yes', at: later(300), deployment: {} };
    put(store, [{ key, entityName: 'deployment', value: row }]);
    const rest = await within(0, 1000);
    expect([rest.length, rest[0], rest[199]]).toEqual([200, 'd299', 'd100']);
  });
});

describe('accounts', () => {
  const accounts = kvsAccounts();
  const ids = (count: number) => Array.from({ length: count }, (_, n) => `p${n}` as PersonId);

  test('are due until they are reported, and again after that time', async () => {
    await accounts.keep(ids(30));
    expect(await accounts.due(later(0))).toHaveLength(30);
    await accounts.reported(ids(29), later(0));
    expect(await accounts.due(later(0))).toEqual(['p29']);
    expect(await accounts.due(later(1))).toHaveLength(30);
    // One that is known is not reported sooner for being named again.
    await accounts.keep(ids(30));
    expect(await accounts.due(later(0))).toEqual(['p29']);
  });

  test('that are closed are due never again, unless they are named', async () => {
    await accounts.keep(ids(2));
    await accounts.close('p1' as PersonId);
    expect(await accounts.due(later(0))).toEqual(['p0']);
  });

  test('of which the store left out one are not said to be kept', async () => {
    answerInstead(async (path, ask) => {
      const answer = await ask();
      if (!path.includes('batch/set')) return answer;
      const failedKeys = [{ key: 'p1', code: 'X', message: 'No', entityName: 'account' }];
      return Response.json({ successfulKeys: [], failedKeys });
    });
    await expect(accounts.keep(ids(2))).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('doors of tools', () => {
  const createWebTriggerUrl = { url: 'https://x.example/alert' };
  beforeEach(() => {
    answerInstead((path, ask) =>
      path.includes('graphql')
        ? Promise.resolve(Response.json({ data: { createWebTriggerUrl } }))
        : ask(),
    );
  });

  test('are as many as there may be, one after the other, and none is lost', async () => {
    const names = Array.from({ length: MOST_DOORS }, (_, n) => `Tool ${n}`);
    const doors = forgeAlertDoors();
    for (const name of names) await doors.add(name);
    expect((await keptDoors()).doors.map(({ name }) => name)).toEqual(names);
    await expect(doors.add('One more')).rejects.toMatchObject({ code: 'invalid-input' });
    const listed = await doors.list();
    expect(listed.map(({ address }) => address)).toEqual(
      listed.map(({ id }) => `https://x.example/alert?door=${id}`),
    );
    expect(listed.every(({ hasSecret }) => hasSecret)).toBe(true);
    const [first] = (await keptDoors()).doors;
    if (!first) throw new Error('There is none');
    await doors.remove(first.id);
    expect(await doors.secret(first.id)).toBeUndefined();
    expect((await keptDoors()).doors.map(({ name }) => name)).toEqual(names.slice(1));
    await expect(doors.renew(first.id)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});
