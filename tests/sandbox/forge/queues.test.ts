import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aWorld, CREATED, type World } from './support';

const MINUTE = 60_000;
let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.forge.stop());

type Ran = { name: string; at: number; tries: number; active: number; data?: unknown };

/** What the consumer wrote down, in order. */
function ran(): readonly Ran[] {
  const { plain } = world.forge.storage() as { plain: Record<string, Ran> };
  return Object.entries(plain)
    .filter(([key]) => key.startsWith('job:'))
    .map(([, job]) => job)
    .toSorted((a, b) => a.at - b.at);
}

const push = (events: unknown, queue = 'parcels') => world.call('push', { queue, events });

test('an event runs at once when it has no delay, and waits for its delay on the clock', async () => {
  await push([{ body: { name: 'now' } }, { body: { name: 'later' }, delayInSeconds: 600 }]);
  await world.forge.idle();
  expect(ran().map(({ name }) => name)).toEqual(['now']);
  await world.moveTo(CREATED + 10 * MINUTE - 1);
  expect(ran()).toHaveLength(1);
  await world.moveTo(CREATED + 10 * MINUTE);
  expect(ran()[1]).toMatchObject({ name: 'later', at: CREATED + 10 * MINUTE });
  expect(world.forge.invocations().at(-1)).toMatchObject({
    kind: 'consumer',
    function: 'worker',
    module: 'parcels-consumer',
    trigger: 'parcels',
    accountId: null,
  });
});

describe('a try that did not succeed', () => {
  test('is repeated when the function asks for it, with its data', async () => {
    await push({ body: { name: 'slow', retry: 2 } });
    await world.moveTo(CREATED + 5 * MINUTE);
    expect(ran().map(({ at, tries, data }) => ({ at: at - CREATED, tries, data }))).toEqual([
      { at: 0, tries: 0 },
      { at: 2 * MINUTE, tries: 1, data: { name: 'slow', tries: 0 } },
      { at: 4 * MINUTE, tries: 2, data: { name: 'slow', tries: 1 } },
    ]);
    expect(world.forge.invocations().map(({ result }) => result)).toEqual([
      'ok',
      'retry',
      'retry',
      'ok',
    ]);
  });

  test('is repeated with growing pauses when it threw', async () => {
    await push({ body: { name: 'torn', fail: 3 } });
    await world.moveTo(CREATED + 60 * MINUTE);
    expect(ran().map(({ at }) => (at - CREATED) / 1000)).toEqual([0, 10, 30, 70]);
  });

  test('is given up after 24 hours, and that can be seen', async () => {
    await push({ body: { name: 'lost', fail: 1e9 } });
    await world.moveTo(CREATED + 25 * 60 * MINUTE);
    const [dropped] = world.forge.dropped();
    expect(dropped).toMatchObject({
      queue: 'parcels',
      body: { name: 'lost' },
      reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    });
    expect(ran().at(-1)?.at).toBeLessThanOrEqual(CREATED + 24 * 60 * MINUTE);
    const tries = ran().length;
    await world.moveTo(CREATED + 49 * 60 * MINUTE);
    expect(ran()).toHaveLength(tries);
  });
});

test('no more events of a concurrency key run at a time than its limit says', async () => {
  const job = (n: number) => ({
    body: { name: `j${n}`, ms: 30 },
    concurrency: { key: 'shop', limit: 2 },
  });
  await push([1, 2, 3, 4, 5].map(job));
  await world.forge.idle();
  expect(ran()).toHaveLength(5);
  expect(Math.max(...ran().map(({ active }) => active))).toBe(2);
});

test('a push can be asked about and taken back', async () => {
  const { jobId } = (await push([
    { body: { name: 'now' } },
    { body: { name: 'later' }, delayInSeconds: 60 },
  ])) as { jobId: string };
  await world.forge.idle();
  expect(await world.call('job', { jobId })).toEqual({ success: 1, inProgress: 1, failed: 0 });
  expect(await world.call('job', { jobId, cancel: true })).toEqual({
    success: 1,
    inProgress: 0,
    failed: 1,
  });
  await world.moveTo(CREATED + 5 * MINUTE);
  expect(ran()).toHaveLength(1);
  expect(await world.call('job', { jobId: 'nonsense' })).toMatchObject({
    message: expect.stringContaining('nonsense'),
  });
});

test('a push to a queue that nobody consumes is refused', async () => {
  expect(await push({ body: {} }, 'nobody')).toMatchObject({
    message: expect.stringContaining('No consumer'),
  });
});

test('more than 500 events a minute are refused', async () => {
  const fifty = Array.from({ length: 50 }, (_, n) => ({
    body: { name: String(n) },
    delayInSeconds: 900,
  }));
  for (let n = 0; n < 10; n += 1)
    expect(await push(fifty)).toMatchObject({ jobId: expect.any(String) });
  expect(await push(fifty)).toMatchObject({ message: 'Too many requests.' });
  await world.moveTo(CREATED + MINUTE);
  expect(await push(fifty)).toMatchObject({ jobId: expect.any(String) });
});

test('a reset forgets what waits', async () => {
  await push({ body: { name: 'later' }, delayInSeconds: 60 });
  world.forge.reset();
  await world.moveTo(CREATED + 5 * MINUTE);
  expect(ran()).toEqual([]);
  expect(world.forge.invocations()).toEqual([]);
});
