import { beforeEach, describe, expect, test } from '@jest/globals';
import { kvsFigureRows } from '../../src/adapters/store/figure-rows';
import { FINDING_KINDS } from '../../src/domain/clocks/data-quality';
import { DEFINITION_VERSION, type Row } from '../../src/domain/figures/row';
import { PHASES } from '../../src/domain/incident/lifecycle';
import { type FigureRows } from '../../src/ports/figures/figure-rows';
import { type Store } from '../../sandbox/forge/kvs/store';
import { FakeFigureRows } from '../fakes/figure-rows';
import { at } from '../fixtures/incidents';
import { aRow, later } from '../fixtures/rows';
import { asEmptyStore } from '../support/store';

/** What the port promises, kept by the fake that unit tests use and by the adapter that ships. */
const PAYMENTS = { id: '10101', name: 'Payments' };
const SHOP = { id: '10201', name: 'Web shop' };
const TILL = { id: '10202', name: 'Store till' };

const of = (...rows: readonly Row[]) => rows.map((row) => ({ row, projectKey: 'HOT' }));
const newer = (row: Row, about: Partial<Row>): Row => ({
  ...row,
  updated: row.updated + 1,
  ...about,
});

/** Every part of a row has something in it. */
const WHOLE = aRow(7, {
  service: PAYMENTS,
  products: [SHOP, TILL],
  drill: true,
  logged: false,
  taken: at('10:01'),
  internalWord: at('10:02'),
  externalWord: at('10:03'),
  rolesFilled: at('10:04'),
  firstRecovered: at('10:05'),
  kept: 3,
  missed: 4,
  findings: [...FINDING_KINDS],
  severity: 3,
  seq: 9,
});

const KINDS: readonly (readonly [string, () => FigureRows])[] = [
  ['in memory', () => new FakeFigureRows()],
  ["in Forge's store", () => kvsFigureRows()],
];

describe.each(KINDS)('figures %s', (_, made) => {
  let rows: FigureRows;
  beforeEach(() => {
    asEmptyStore();
    rows = made();
  });
  const kept = async () => (await rows.all())?.rows ?? [];
  const numbers = async () => (await kept()).map(({ number }) => number);

  test('come back whole: every moment, every name, every mark', async () => {
    await rows.keep(of(WHOLE));
    expect(await kept()).toEqual([WHOLE]);
  });

  test('keep each finding, phase, level and mark apart from the others', async () => {
    const each = [
      ...FINDING_KINDS.map((kind) => ({ findings: [kind] })),
      { findings: [] },
      ...PHASES.map((phase) => ({ phase })),
      ...([1, 2, 3] as const).map((severity) => ({ severity })),
      { drill: true, logged: false },
      { drill: false, logged: true },
      { drill: true, logged: true },
      { drill: false, logged: false },
    ].map((about, n) => aRow(n + 1, about));
    const bare = { ...aRow(0) };
    delete (bare as { severity?: unknown }).severity;
    await rows.keep(of(bare, ...each));
    expect(await kept()).toEqual([bare, ...each]);
  });

  test('keep the names of one when another is written beside it', async () => {
    await rows.keep(of(WHOLE));
    await rows.keep(of(aRow(8, { service: { id: '10102', name: 'Checkout' } })));
    await rows.keep(of(newer(aRow(8), { products: [SHOP] })));
    const [first, second] = await kept();
    expect(first).toEqual(WHOLE);
    expect(second?.products).toEqual([SHOP]);
    expect(second?.service).toBeUndefined();
  });

  test('are told by number, from the first to beyond what one value holds', async () => {
    const some = [600, 256, 255, 257, 511, 512, 1, 0].map((number) => aRow(number));
    await rows.keep(of(...some));
    await rows.keep(of(aRow(3)));
    expect(await numbers()).toEqual([0, 1, 3, 255, 256, 257, 511, 512, 600]);
  });

  test('are not written over by an older look', async () => {
    const now = aRow(7, { kept: 2, seq: 5 });
    await rows.keep(of(now));
    for (const older of [{ updated: now.updated - 1 }, { seq: 4 }])
      await rows.keep(of({ ...now, kept: 0, ...older }));
    expect(await kept()).toEqual([now]);
    await rows.keep(of({ ...now, kept: 3, seq: 6 }));
    expect(await kept()).toMatchObject([{ kept: 3 }]);
  });

  test('forget what is no incident any more, and nothing else', async () => {
    await rows.keep(of(aRow(1), aRow(2), aRow(300)));
    await rows.forget([aRow(2).id, aRow(300).id]);
    await rows.forget([aRow(2).id]);
    expect(await numbers()).toEqual([1]);
  });

  test('say up to when they are complete, and of which project', async () => {
    expect(await rows.all()).toBeUndefined();
    await rows.complete(at('11:00'));
    expect(await rows.state()).toEqual({ version: DEFINITION_VERSION, asOf: at('11:00') });
    await rows.keep(of(aRow(1)));
    await rows.complete(at('12:00'));
    const state = { version: DEFINITION_VERSION, asOf: at('12:00'), projectKey: 'HOT' };
    expect(await rows.state()).toEqual(state);
    expect((await rows.all())?.state).toEqual(state);
  });
});

describe("in Forge's store alone", () => {
  let store: Store;
  let writes = 0;
  beforeEach(() => {
    writes = 0;
    store = asEmptyStore((path) => {
      if (/set|transaction/.test(path)) writes += 1;
      return Promise.resolve();
    });
  });

  test('the same said again writes nothing', async () => {
    const rows = kvsFigureRows();
    await rows.keep(of(WHOLE));
    const before = writes;
    await rows.keep(of({ ...WHOLE, updated: WHOLE.updated + 5, seq: 20 }));
    expect(writes).toBe(before);
    expect(JSON.stringify(store.dump())).toContain('Payments');
  });

  test('ten who write at once are all there', async () => {
    const rows = kvsFigureRows();
    const all = Array.from({ length: 10 }, (_, n) =>
      aRow(n + 1, { recovered: later(at('10:00'), n) }),
    );
    await Promise.all([all.slice(0, 5), all.slice(5)].map((some) => rows.keep(of(...some))));
    expect((await rows.all())?.rows).toEqual(all);
  });
});
