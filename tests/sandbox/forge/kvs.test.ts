import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { aWorld, CREATED, type World } from './support';

const FAIL = { keyPolicy: 'FAIL_IF_EXISTS' };
const keys = (count: number) => Array.from({ length: count }, (_, n) => `k${n}`);

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { in: nested(levels - 1) };
}

let world: World;
beforeAll(async () => {
  world = await aWorld({ queryLagMs: 0 });
});
afterEach(() => {
  world.forge.reset();
  world.faults.clear();
});
afterAll(() => world.forge.stop());

const find = (place: string, weight: number, more: object = {}) => ({ place, weight, ...more });

describe('keys and values', () => {
  test.each([
    ['a missing key is undefined', [['get', 'a']], [null]],
    [
      'what was set is got',
      [
        ['set', 'a', { n: 1 }],
        ['get', 'a'],
      ],
      [null, { n: 1 }],
    ],
    [
      'what was deleted is gone',
      [
        ['set', 'a', 1],
        ['delete', 'a'],
        ['get', 'a'],
      ],
      [null, null, null],
    ],
    ['deleting what is not there succeeds', [['delete', 'a']], [null]],
    ['an empty key', [['set', '', 1]], ['EMPTY_KEY']],
    ['a key of 500 characters', [['set', 'k'.repeat(500), 1]], [null]],
    ['a key of 501 characters', [['set', 'k'.repeat(501), 1]], ['KEY_TOO_LONG']],
    ['a slash in a key', [['set', 'log/1', 1]], ['INVALID_KEY']],
    ['all that a key may hold', [['set', 'a-Z:0._ #', 1]], [null]],
    ['a value of 240 KiB', [['set', 'a', 'x'.repeat(240 * 1024 - 2)]], [null]],
    ['a value of one byte more', [['set', 'a', 'x'.repeat(240 * 1024 - 1)]], ['MAX_SIZE']],
    ['a value 31 levels deep', [['set', 'a', nested(31)]], [null]],
    ['a value 32 levels deep', [['set', 'a', nested(32)]], ['MAX_DEPTH']],
    ['a value that is not there', [['set', 'a']], ['INVALID_REQUEST']],
    [
      'a key that must be new',
      [
        ['set', 'a', 1, FAIL],
        ['set', 'a', 2, FAIL],
        ['get', 'a'],
      ],
      [null, 'KEY_CONFLICT', 1],
    ],
    ['no time to live', [['set', 'a', 1, { ttl: { value: 0, unit: 'DAYS' } }]], ['INVALID_TTL']],
    [
      'two years to live',
      [['set', 'a', 1, { ttl: { value: 730, unit: 'DAYS' } }]],
      ['INVALID_TTL'],
    ],
  ])('%s', async (_, steps, answers) => {
    expect(await world.store(...steps)).toEqual(answers);
  });

  test('a value ends at its time to live, and its key is free again', async () => {
    await world.store(['set', 'lock', 1, { ...FAIL, ttl: { value: 10, unit: 'MINUTES' } }]);
    expect(await world.store(['set', 'lock', 2, FAIL])).toEqual(['KEY_CONFLICT']);
    await world.moveTo(world.clock.now() + 600_000);
    expect(await world.store(['get', 'lock'], ['set', 'lock', 2, FAIL], ['get', 'lock'])).toEqual([
      null,
      null,
      2,
    ]);
  });

  test('metadata and former values are told when asked for', async () => {
    world.clock.stop(CREATED);
    const fields = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'];
    const override = { keyPolicy: 'OVERRIDE', returnMetadataFields: fields };
    await world.store(['set', 'a', 1]);
    await world.moveTo(CREATED + 1000);
    const ttl = { value: 1, unit: 'HOURS' };
    expect(
      await world.store(
        ['set', 'a', 2, { ...override, returnValue: 'PREVIOUS', ttl }],
        ['get', 'a', { metadataFields: fields }],
        ['set', 'b', 1, { ...override, returnValue: 'PREVIOUS' }],
      ),
    ).toEqual([
      { key: 'a', value: 1, createdAt: CREATED, updatedAt: CREATED },
      {
        key: 'a',
        value: 2,
        createdAt: CREATED,
        updatedAt: CREATED + 1000,
        expireTime: '2026-03-02T11:00:01.000Z',
      },
      null,
    ]);
  });

  test('keys are listed in order, by prefix, page by page', async () => {
    await world.store(...['b:1', 'a:2', 'a:10', 'a:1', 'a:3'].map((key) => ['set', key, key]));
    const [first] = (await world.store(['list', 'a:', 3])) as [
      { results: { key: string }[]; nextCursor: string },
    ];
    expect(first.results.map(({ key }) => key)).toEqual(['a:1', 'a:10', 'a:2']);
    expect(await world.store(['list', 'a:', 3, first.nextCursor])).toEqual([
      { results: [{ key: 'a:3', value: 'a:3' }] },
    ]);
    expect(await world.store(['list', 'a:', 101])).toEqual(['LIST_QUERY_LIMIT_EXCEEDED']);
  });

  test('secrets are apart, and masked for who looks at the storage', async () => {
    expect(
      await world.store(['secret', 'token', 'abc'], ['getSecret', 'token'], ['get', 'token']),
    ).toEqual([null, 'abc', null]);
    expect(world.forge.storage()).toMatchObject({ secrets: { token: '••••••' }, plain: {} });
  });

  test('a batch tells of each key what became of it', async () => {
    expect(
      await world.store(
        [
          'batchSet',
          [
            { key: 'a', value: 1 },
            { key: 'b/', value: 1 },
          ],
        ],
        ['batchGet', [{ key: 'a' }, { key: 'z' }]],
        ['batchSet', Array.from({ length: 26 }, (_, n) => ({ key: `k${n}`, value: n }))],
      ),
    ).toEqual([
      {
        successfulKeys: [{ key: 'a' }],
        failedKeys: [{ key: 'b/', error: expect.objectContaining({ code: 'INVALID_KEY' }) }],
      },
      {
        successfulKeys: [expect.objectContaining({ key: 'a', value: 1 })],
        failedKeys: [
          { key: 'z', error: { code: 'KEY_NOT_FOUND', message: 'Provided key does not exist' } },
        ],
      },
      'TOO_MANY_BATCH_ENTITIES',
    ]);
  });
});

describe('entities', () => {
  test.each([
    [
      'of the declared types are stored',
      find('attic', 3, { price: 1.5, claimed: true, notes: [1] }),
      null,
    ],
    ['may lack attributes', { place: 'attic' }, null],
    ['that are no objects are refused', 'attic', 'INVALID_ENTITY_VALUE'],
    ['with a number for a text are refused', { place: 7 }, 'INCORRECT_PROPERTY_TYPE'],
    ['with an empty text are refused', { place: '' }, 'INCORRECT_PROPERTY_TYPE'],
    ['with a fraction for an integer are refused', find('attic', 1.5), 'INCORRECT_PROPERTY_TYPE'],
    [
      'with a moment in milliseconds for an integer are refused',
      find('attic', CREATED),
      'INCORRECT_PROPERTY_TYPE',
    ],
    ['with null for an attribute are refused', { notes: null }, 'INCORRECT_PROPERTY_TYPE'],
  ])('%s', async (_, value, answer) => {
    expect(await world.store(['put', 'f1', value])).toEqual([answer]);
  });

  test('and indexes that the manifest does not declare are refused, attributes are remarked upon', async () => {
    expect(
      await world.store(['other', 'a', {}], ['badIndex'], ['put', 'f1', { colour: 'red' }]),
    ).toEqual(['SCHEMA_NOT_FOUND', 'INVALID_ENTITY_INDEX', null]);
    expect(world.forge.invocations().at(-1)?.logs).toEqual([
      'sandbox: entity find declares no colour',
    ]);
  });

  test('are found by partition, range, order, page and filter', async () => {
    await world.store(
      ['put', 'f1', find('attic', 30, { claimed: true })],
      ['put', 'f2', find('attic', 4)],
      ['put', 'f3', find('cellar', 5)],
      ['put', 'f4', find('attic', 100, { claimed: true })],
      ['put', 'f5', { place: 'attic' }],
    );
    expect(
      await world.store(
        ['byPlace', 'attic'],
        ['byPlace', 'attic', { from: 30 }],
        ['byPlace', 'attic', { desc: true }],
        ['byPlace', 'attic', { claimed: true }],
        ['byWeight'],
        ['byKey'],
        ['byPlace', 'nowhere'],
        ['byPlace', 'attic', { limit: 0 }],
      ),
    ).toEqual([
      { keys: ['f2', 'f1', 'f4'] },
      { keys: ['f1', 'f4'] },
      { keys: ['f4', 'f1', 'f2'] },
      { keys: ['f1', 'f4'] },
      { keys: ['f2', 'f3', 'f1', 'f4'] },
      { keys: ['f1', 'f2', 'f3', 'f4', 'f5'] },
      { keys: [] },
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    ]);
  });

  test('a filter leaves pages short and the cursor leads on', async () => {
    await world.store(
      ...[1, 2, 3].map((n) => ['put', `f${n}`, find('attic', n, { claimed: n === 3 })]),
    );
    const wish = { limit: 2, claimed: true };
    const [first] = (await world.store(['byPlace', 'attic', wish])) as [
      { keys: string[]; nextCursor: string },
    ];
    expect(first).toEqual({ keys: [], nextCursor: expect.any(String) });
    const cursor = first.nextCursor;
    expect(await world.store(['byPlace', 'attic', { ...wish, cursor }])).toEqual([
      { keys: ['f3'] },
    ]);
  });

  test('a cursor holds its place when entries before it go', async () => {
    await world.store(...[1, 2, 3, 4].map((n) => ['put', `f${n}`, find('attic', n)]));
    const [page] = (await world.store(['byPlace', 'attic', { limit: 2, desc: true }])) as [
      { nextCursor: string },
    ];
    const cursor = page.nextCursor;
    expect(
      await world.store(['remove', 'f4'], ['byPlace', 'attic', { desc: true, cursor }]),
    ).toEqual([null, { keys: ['f2', 'f1'] }]);
  });
});

describe('a transaction', () => {
  test('does all when its condition holds', async () => {
    expect(
      await world.store(
        ['put', 'f1', find('attic', 1)],
        ['move', 'f1', { from: 'attic', to: 'cellar' }],
        ['fetch', 'f1'],
        ['get', 'moved:f1'],
      ),
    ).toEqual([null, null, find('cellar', 1), { from: 'attic', to: 'cellar' }]);
  });

  test('does nothing when it does not, or when the key is not there', async () => {
    const move = ['move', 'f1', { from: 'attic', to: 'cellar' }];
    expect(
      await world.store(
        move,
        ['put', 'f1', find('garden', 1)],
        move,
        ['fetch', 'f1'],
        ['get', 'moved:f1'],
      ),
    ).toEqual([
      'CONDITIONAL_CHECK_FAILED',
      null,
      'CONDITIONAL_CHECK_FAILED',
      find('garden', 1),
      null,
    ]);
  });

  test('lets one of two win that count on the same state', async () => {
    await world.store(['put', 'f1', find('attic', 1)]);
    const answers = await Promise.all(
      ['cellar', 'garden'].map((to) => world.store(['move', 'f1', { from: 'attic', to }])),
    );
    expect(answers.flat().toSorted()).toEqual(['CONDITIONAL_CHECK_FAILED', null]);
  });

  test.each([
    ['of 25 operations is done', keys(25), null],
    ['of 26 operations is refused', keys(26), 'UNPROCESSABLE_ENTITY'],
    ['that names a key twice is refused', ['a', 'b', 'a'], 'KEY_DUPLICATION_ERROR'],
  ])('%s', async (_, names, answer) => {
    expect(await world.store(['transact', names])).toEqual([answer]);
  });
});

describe('what goes wrong', () => {
  test('a query lags behind, a get does not', async () => {
    world.faults.add({ target: 'kvs-lag', rate: 1, retryAfter: 30 });
    const put = ['put', 'f1', find('attic', 1)];
    expect(await world.store(put, ['byPlace', 'attic'], ['fetch', 'f1'])).toEqual([
      null,
      { keys: [] },
      find('attic', 1),
    ]);
    world.faults.clear();
    expect(await world.store(['byPlace', 'attic'])).toEqual([{ keys: ['f1'] }]);
  });

  test('a deleted entry is still found by a query that lags', async () => {
    await world.store(['put', 'f1', find('attic', 1)]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    world.faults.add({ target: 'kvs-lag', rate: 1, retryAfter: 0.05 });
    expect(await world.store(['remove', 'f1'], ['byPlace', 'attic'], ['fetch', 'f1'])).toEqual([
      null,
      { keys: ['f1'] },
      null,
    ]);
  });

  test('a fault answers in the store’s own words, as often as asked', async () => {
    world.faults.add({ target: 'kvs', rate: 1, status: 429 }, { times: 1 });
    expect(await world.store(['get', 'a'], ['get', 'a'])).toEqual(['RATE_LIMIT_EXCEEDED', null]);
  });

  test('a fault cuts the connection', async () => {
    world.faults.add({ target: 'kvs', rate: 1, status: 'reset' }, { times: 1 });
    expect(await world.store(['set', 'a', 1], ['get', 'a'])).toEqual([
      expect.stringContaining('fetch failed'),
      null,
    ]);
  });
});

test('reads and writes are counted by begun kilobytes, reads of nothing too', async () => {
  await world.store(['set', 'a', 'x'.repeat(2000)], ['get', 'a'], ['get', 'none']);
  expect(world.forge.invocations().at(-1)?.kvs).toEqual({
    reads: 2,
    writes: 1,
    readUnits: 3,
    writeUnits: 2,
  });
  expect(world.forge.bill()).toMatchObject({ invocations: 1, kvsReadKb: 3, kvsWriteKb: 2 });
});
