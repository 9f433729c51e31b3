import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, aWorld, CREATED, type World } from './support';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.forge.stop());

const last = () => world.forge.invocations().at(-1);

describe('a resolver call', () => {
  test('gets the payload and a context that the page could not have forged', async () => {
    expect(await world.call('echo', { a: 1 })).toEqual({
      payload: { a: 1 },
      context: {
        accountId: ANNA,
        accountType: 'licensed',
        cloudId: 'cloud-1',
        localId: expect.stringContaining('ari:cloud:ecosystem::extension/'),
        environmentId: world.forge.app.environmentId,
        environmentType: 'DEVELOPMENT',
        moduleKey: 'place',
        siteUrl: 'http://localhost:4000',
        installContext: 'ari:cloud:jira::site/cloud-1',
        installation: expect.anything(),
        extension: {
          type: 'jira:issueContext',
          issue: { id: '10001', key: 'LOST-1', type: 'Thing', typeId: '7' },
          project: { id: '100', key: 'LOST', type: 'software' },
        },
      },
    });
    expect(last()).toMatchObject({
      function: 'resolver',
      module: 'place',
      kind: 'resolver',
      trigger: 'echo',
      accountId: ANNA,
      at: '2026-03-02T10:00:00.000Z',
      result: 'ok',
    });
  });

  test('reaches the app with the issue named even for a person who may not see it', async () => {
    const reply = await world.call('echo', {}, { accountId: '712020:outsider' });
    expect(reply).toMatchObject({
      context: { extension: { issue: { id: '10001', key: 'LOST-1' } } },
    });
  });

  test.each([
    ['throws', 'fail', { type: 'FUNCTION_ERR', message: 'out of shelves' }],
    [
      'is not defined',
      'nonsense',
      { type: 'FUNCTION_ERR', message: "Resolver has no definition for 'nonsense'." },
    ],
    ['ends its process', 'exit', { type: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', message: 'exit 3' }],
    [
      'answers more than 5 MB',
      'huge',
      { type: 'FUNCTION_ERR', message: expect.stringContaining('5242880') },
    ],
  ])('that %s is an error for its caller alone', async (_, functionKey, error) => {
    expect(await world.call(functionKey)).toEqual(error);
    expect(last()).toMatchObject({ result: 'error' });
    expect(await world.call('echo', { again: true })).toMatchObject({ payload: { again: true } });
  });

  test('to a module that is not in the manifest is refused', async () => {
    expect(await world.call('echo', {}, { moduleKey: 'nowhere' })).toMatchObject({
      type: 'NO_SUCH_RESOLVER',
    });
  });

  test('with a payload of more than 500 KB is refused', async () => {
    expect(await world.call('echo', { text: 'x'.repeat(512_001) })).toMatchObject({
      type: 'PAYLOAD_TOO_LARGE',
    });
  });
});

describe('the time limit', () => {
  test.each(['stay', 'spin'])('ends a function that takes too long (%s)', async (functionKey) => {
    const slow = await world.call(functionKey, { ms: 5000 }, { moduleKey: 'quick' });
    expect(slow).toMatchObject({ type: 'FUNCTION_TIME_OUT' });
    expect(last()).toMatchObject({ result: 'timeout' });
    expect(last()?.ms).toBeGreaterThanOrEqual(1000);
    expect(await world.call('echo')).toMatchObject({ payload: {} });
    expect(last()).toMatchObject({ coldStart: true });
  });

  test('lets the other runs of the same process end in peace', async () => {
    const other = world.call('stay', { ms: 1400 });
    await world.call('stay', { ms: 5000 }, { moduleKey: 'quick' });
    expect(await other).toBe('done');
  });
});

test('fifty runs at a time in one process do not see each other’s people', async () => {
  const people = Array.from({ length: 50 }, (_, n) => `712020:person-${n}`);
  const answers = await Promise.all(
    people.map((accountId, n) => world.call('who', { n }, { accountId })),
  );
  expect(answers).toEqual(
    people.map((accountId, n) => ({ asked: n, context: accountId, jira: accountId })),
  );
  const runs = world.forge.invocations();
  expect(runs.filter(({ coldStart }) => coldStart)).toHaveLength(1);
  expect(runs.every(({ productCalls }) => productCalls.length === 1)).toBe(true);
});

test('state of a module survives between runs, until a cold start', async () => {
  expect([await world.call('count'), await world.call('count')]).toEqual([1, 2]);
  world.forge.coldStart();
  expect(await world.call('count')).toBe(1);
  expect(world.forge.invocations().map(({ coldStart }) => coldStart)).toEqual([true, false, true]);
});

test('a function sees the sandbox’s clock', async () => {
  const at = { now: CREATED, date: '2026-03-02T10:00:00.000Z', text: new Date(CREATED).toString() };
  expect(await world.call('moment')).toMatchObject({ now: at.now, date: at.date });
  await world.moveTo(CREATED + 60_000);
  expect(await world.call('moment')).toMatchObject({ now: CREATED + 60_000 });
  world.clock.start();
  const { now } = (await world.call('moment')) as { now: number };
  expect(now).toBeGreaterThanOrEqual(CREATED + 60_000);
  expect(now).toBeLessThan(CREATED + 62_000);
});

test('a function sees the app’s variables and nothing of this machine', async () => {
  expect(await world.call('environment')).toMatchObject({ env: { GREETING: 'hello' } });
  const { env } = (await world.call('environment')) as { env: object };
  expect(Object.keys(env)).toEqual(['GREETING']);
});

test('what a function prints is kept with its run', async () => {
  await world.call('say', { weight: 3 });
  expect(last()?.logs).toEqual(['info: weight 3 { kg: true }', 'warn: careful']);
});

test('the backend finds its translations', async () => {
  expect(await world.call('translate', { locale: 'de-DE' })).toEqual([
    'Fundort',
    'only in English',
  ]);
});

test('stopping waits for no run that is under way', async () => {
  const run = world.call('stay', { ms: 10_000 });
  await world.forge.stop();
  expect(await run).toMatchObject({ type: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
  world = await aWorld();
});
