import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { HeadShape } from '../../src/adapters/store/shapes/head';
import { kvsIncidentLogs } from '../../src/adapters/store/incident-logs';
import { kvsLogKeeping } from '../../src/adapters/store/log-keeping';
import { type IncidentId } from '../../src/domain/incident/incident';
import { faultIn } from '../../src/domain/log/entry';
import { replay } from '../../src/domain/log/fold';
import { type Head } from '../../src/domain/log/head';
import { entryId } from '../../src/domain/log/what';
import { type Store } from '../../sandbox/forge/kvs/store';
import { at, DANA } from '../fixtures/incidents';
import { sha256 } from '../support/log';
import { put } from '../support/stored';
import { asEmptyStore } from '../support/store';

const ID = '10042' as IncidentId;
const HEAD = { key: ID, entityName: 'incident-head' };

type HeadRow = { readonly seq: number; readonly head: Head; readonly v: number };

/** What was written into the log of the app, line by line. */
const lines: Readonly<Record<'info' | 'warn', unknown[]>> = { info: [], warn: [] };

let store: Store;
/** Set by a test that has something to do between two requests. */
let before: (path: string) => Promise<void>;
beforeEach(() => {
  before = () => Promise.resolve();
  store = asEmptyStore((path) => before(path));
  jest.restoreAllMocks();
  lines.warn.length = 0;
  lines.info.length = 0;
  jest
    .spyOn(console, 'warn')
    .mockImplementation((line) => lines.warn.push(JSON.parse(String(line))));
  jest
    .spyOn(console, 'info')
    .mockImplementation((line) => lines.info.push(JSON.parse(String(line))));
});

function stored(): HeadRow {
  return store.get(HEAD, { reads: [], writes: [] }).value as HeadRow;
}

let appended = 0;

function append(count: number, name = 'theory') {
  appended += 1;
  const drafts = Array.from({ length: count }, (_, n) => ({
    id: entryId(`${name}-${appended}-${n}`),
    what: { kind: 'theory' as const, text: `${name} ${n}` },
    saidAt: at('10:00'),
    by: DANA.id,
  }));
  return kvsIncidentLogs().append(ID, () => drafts);
}

/** Ways in which a head can be of no use; the row it leaves. */
const USELESS: readonly (readonly [string, (row: HeadRow) => object])[] = [
  [
    'lacks what this version needs',
    ({ head: { promises: _, ...head }, ...row }) => ({ ...row, head }),
  ],
  ['is of a version that no lift leads from', (row) => ({ ...row, v: -1 })],
  ['does not stand where its row says', (row) => ({ ...row, head: { ...row.head, seq: 1 } })],
  ['is empty', ({ seq, v }) => ({ seq, v, head: {} })],
];

describe.each(USELESS)('a head that %s', (_, spoilt) => {
  test('is made anew from the log by whoever looks', async () => {
    const { head } = await append(3);
    put(store, [{ ...HEAD, value: spoilt(stored()) }]);
    expect(await kvsIncidentLogs().head(ID)).toEqual(head);
    expect(stored()).toEqual({ v: HeadShape.version, seq: 3, head });
  });

  test('is made anew before something is appended behind it', async () => {
    await append(3);
    put(store, [{ ...HEAD, value: spoilt(stored()) }]);
    const { head } = await append(1);
    const entries = await kvsIncidentLogs().entries(ID, 1, 4);
    expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toBeUndefined();
    expect(replay(entries)).toEqual(head);
  });

  test('is read among many', async () => {
    const { head } = await append(3);
    put(store, [{ ...HEAD, value: spoilt(stored()) }]);
    expect(await kvsIncidentLogs().heads([ID])).toEqual(new Map([[ID, head]]));
  });
});

test('a head of a deleted issue stays marked', async () => {
  await append(1);
  put(store, [{ ...HEAD, value: { ...stored(), gone: 'yes', goneAt: 5, head: {} } }]);
  await kvsIncidentLogs().makeHeadAnew(ID);
  expect(stored()).toMatchObject({ gone: 'yes', goneAt: 5, seq: 1, head: { seq: 1 } });
});

test('a head that names another last entry than its log is made anew before it is built upon', async () => {
  await append(2);
  const row = stored();
  put(store, [{ ...HEAD, value: { ...row, head: { ...row.head, hash: 'another' } } }]);
  await append(1);
  const entries = await kvsIncidentLogs().entries(ID, 1, 3);
  expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toBeUndefined();
  expect(stored().head).toEqual(replay(entries));
});

test('one that fits is left as it is', async () => {
  await append(2);
  const writes = jest.fn();
  before = (path) => Promise.resolve(path.includes('transaction') ? writes() : undefined) as never;
  expect(await kvsIncidentLogs().makeHeadAnew(ID)).toEqual(stored().head);
  expect(writes).not.toHaveBeenCalled();
});

test('the end of a log that is missing stays a gap: no number is given twice', async () => {
  await append(3);
  store.delete({ key: `log:${ID}:3` }, { reads: [], writes: [] });
  put(store, [{ ...HEAD, value: { ...stored(), head: {} } }]);
  expect(await kvsIncidentLogs().head(ID)).toMatchObject({ seq: 3, theories: [{}, {}] });
  await append(1);
  const entries = await kvsIncidentLogs().entries(ID, 1, 4);
  expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toEqual({ seq: 3, why: 'gap' });
});

test('that a head was made anew is said, with how much it was made of', async () => {
  await append(3);
  put(store, [{ ...HEAD, value: { ...stored(), head: {} } }]);
  await kvsIncidentLogs().makeHeadAnew(ID);
  expect(lines.info).toMatchObject([{ event: 'head made anew', incident: ID, entries: 3 }]);
});

test('a log that does not hold is said to be one, with the first entry where it breaks', async () => {
  await append(4);
  for (const seq of [2, 3]) store.delete({ key: `log:${ID}:${seq}` }, { reads: [], writes: [] });
  put(store, [{ ...HEAD, value: { ...stored(), head: {} } }]);
  await kvsIncidentLogs().makeHeadAnew(ID);
  const breaks = { event: 'log does not hold', incident: ID, entry: 2, why: 'gap' };
  expect(lines.warn).toContainEqual(expect.objectContaining(breaks));
});

test('a head that is not there is made of nothing, and nothing is written', async () => {
  expect(await kvsIncidentLogs().makeHeadAnew(ID)).toMatchObject({ seq: 0 });
  expect(stored).toThrow('does not exist');
});

test('a head that others write again and again is given up after five tries', async () => {
  await append(2);
  let writes = 0;
  put(store, [{ ...HEAD, value: { ...stored(), head: {} } }]);
  before = (path) => {
    if (path.includes('transaction')) {
      writes += 1;
      put(store, [{ ...HEAD, value: { v: 1, seq: 2 + writes, head: {} } }]);
    }
    return Promise.resolve();
  };
  await expect(kvsIncidentLogs().makeHeadAnew(ID)).rejects.toMatchObject({ code: 'unavailable' });
  expect(writes).toBe(5);
});

test('marking a head that somebody writes meanwhile is to be tried again', async () => {
  const keeping = kvsLogKeeping();
  await append(1);
  before = (path) => {
    if (!path.includes('transaction')) return Promise.resolve();
    before = () => Promise.resolve();
    return append(1).then(() => undefined);
  };
  await expect(keeping.expire(ID, at('11:00'))).rejects.toMatchObject({ code: 'unavailable' });
  expect(stored()).not.toHaveProperty('gone');
  await keeping.expire(ID, at('11:00'));
  await keeping.expire(ID, at('12:00'));
  expect(stored()).toMatchObject({ seq: 2, gone: 'yes', goneAt: at('11:00') });
});

describe('a long log', () => {
  const asked: IncidentId[] = [];
  const forPages = kvsIncidentLogs((id) => Promise.resolve(void asked.push(id)));

  beforeEach(async () => {
    asked.length = 0;
    await append(520, 'note');
  });

  test('shows what can be read of its old head until a job has made it anew', async () => {
    const { head } = stored();
    const { promises: _, ...rest } = head;
    put(store, [{ ...HEAD, value: { ...stored(), head: rest } }]);
    expect(await forPages.head(ID)).toEqual(head); // no promise was made: nothing is missing
    expect(stored().head).toEqual(rest);
    expect(asked).toEqual([ID]);
    await forPages.makeHeadAnew(ID);
    await forPages.makeHeadAnew(ID);
    expect(stored()).toEqual({ v: HeadShape.version, seq: 520, head });
    expect(await forPages.head(ID)).toEqual(head);
    expect(asked).toEqual([ID]);
  });

  test('is replayed to its end though somebody writes into it meanwhile, and may be broken off', async () => {
    const { head: whole } = stored();
    put(store, [{ ...HEAD, value: { v: 1, seq: 520, head: {} } }]);
    let reads = 0;
    before = async (path) => {
      if (!path.includes('batch')) return;
      reads += 1;
      if (reads === 3) throw new Error('The function was killed');
      if (reads !== 30) return;
      before = () => Promise.resolve();
      await append(1, 'meanwhile');
    };
    await expect(forPages.makeHeadAnew(ID)).rejects.toThrow();
    expect(stored().head).toEqual({});
    const head = await forPages.makeHeadAnew(ID);
    expect(head).toEqual(replay(await forPages.entries(ID, 1, 521)));
    expect(head.seq).toBe(521);
    expect(stored().head).toEqual(head);
    expect(whole.seq).toBe(520);
  });
});
