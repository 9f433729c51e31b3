import { describe, expect, test } from '@jest/globals';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import { DEFINITION_VERSION, type Row } from '../../../src/domain/figures/row';
import { type Instant } from '../../../src/domain/time';
import { type SeenIncidents, type Which } from '../../../src/ports/figures/seen-incidents';
import { type Sight } from '../../../src/ports/figures/sights';
import { findVisible } from '../../../src/usecases/figures/find-visible';
import { findForLater, lookAtFigures } from '../../../src/usecases/figures/look-at-figures';
import { FakeJobs } from '../../fakes/jobs';
import { at, DANA } from '../../fixtures/incidents';
import { aRow, later } from '../../fixtures/rows';

const NOW = at('12:00');
const MINUTE = 60_000;
const WHOLE = { person: DANA.id, jql: null };
const ASKED = { person: DANA.id, jql: 'team = blue' };

/** Rows an hour apart, the last one a day ago. */
function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, n) =>
    aRow(n + 1, { created: (NOW - (24 * 60 + (count - n) * 60) * MINUTE) as Instant }),
  );
}

/** Jira, which shows somebody these rows; ids five at a time, to have pages. */
class FakeSeen implements SeenIncidents {
  readonly counted: unknown[] = [];
  readonly listed: (readonly [Which, string | undefined])[] = [];
  error: IncidentError | undefined;

  constructor(private readonly visible: readonly Row[]) {}

  count({ after, until }: { readonly after?: Instant; readonly until: Instant }): Promise<number> {
    this.counted.push({ after, until });
    if (this.error) return Promise.reject(this.error);
    return Promise.resolve(this.within(after, until).length);
  }

  ids(which: Which, place?: string): ReturnType<SeenIncidents['ids']> {
    this.listed.push([which, place]);
    if (this.error) return Promise.reject(this.error);
    const { after, until = NOW } = 'window' in which ? which.window : {};
    const all = this.within(after, until).map(({ id }) => id);
    const from = Number(place ?? 0);
    const more = from + 5 < all.length ? { next: String(from + 5) } : {};
    return Promise.resolve({ ids: all.slice(from, from + 5), ...more });
  }

  private within(after: Instant | undefined, until: Instant): readonly Row[] {
    return this.visible.filter(({ created }) => created > (after ?? -Infinity) && created <= until);
  }
}

function aSite(rows: readonly Row[], visible: readonly Row[] = rows) {
  const saved: (readonly [string, string | null, Sight])[] = [];
  let sight: Sight | undefined;
  let asked: unknown;
  const state = {
    version: DEFINITION_VERSION,
    asOf: NOW as Instant | undefined,
    projectKey: 'HOT',
  };
  const kept: { rebuild?: object } = {};
  const deps = {
    figureRows: { all: () => Promise.resolve({ state, rows }) },
    seenIncidents: new FakeSeen(visible),
    sights: {
      forget: () => Promise.resolve(),
      get: (...of: unknown[]) => {
        asked = of;
        return Promise.resolve(sight);
      },
      save: (person: string, jql: string | null, one: Sight) => {
        saved.push([person, jql, one]);
        return Promise.resolve();
      },
    },
    rebuilds: {
      get: () => Promise.resolve(kept.rebuild as never),
      save: (rebuild: object) => {
        kept.rebuild = rebuild;
        return Promise.resolve();
      },
    },
    jobs: new FakeJobs(),
    now: () => NOW,
  };
  return { deps, saved, state, kept, know: (one: Sight) => (sight = one), asked: () => asked };
}

const numbers = (rows: readonly Row[]) => rows.map(({ number }) => number);
const UNSEEN = ['not-found', 'forbidden', 'refused'] as const;
const no = (code: ErrorCode) => new IncidentError(code, 'No');

describe('whose incidents somebody sees', () => {
  const rows = rowsOf(7);
  const asOf = (NOW - 2 * MINUTE) as Instant;

  test('are all where their count is the store’s: one call, and nothing is remembered', async () => {
    const { deps, saved } = aSite(rows);
    expect(await lookAtFigures(deps, WHOLE)).toEqual({
      state: 'ready',
      rows,
      hidden: [],
      asOf,
      projectKey: 'HOT',
    });
    expect(deps.seenIncidents.counted).toEqual([{ after: undefined, until: asOf }]);
    expect([deps.seenIncidents.listed, saved]).toEqual([[], []]);
  });

  test('are those whose ids Jira shows, to the last page; who they are is remembered', async () => {
    const few = aSite(rows, rows.slice(1, 4));
    const seen = await lookAtFigures(few.deps, WHOLE);
    expect(seen).toMatchObject({ rows: rows.slice(1, 4), asOf });
    expect(numbers(seen.state === 'ready' ? seen.hidden : [])).toEqual([1, 5, 6, 7]);
    const about = { state: 'found', at: NOW, until: asOf, of: 7 };
    expect(few.saved).toEqual([[DANA.id, null, { ...about, are: 'visible', numbers: [2, 3, 4] }]]);
    const many = aSite(rows, rows.slice(0, 6));
    await lookAtFigures(many.deps, WHOLE);
    expect(many.deps.seenIncidents.listed.map(([, place]) => place)).toEqual([undefined, '5']);
    expect(many.saved).toEqual([[DANA.id, null, { ...about, are: 'hidden', numbers: [7] }]]);
    const half = aSite(rows.slice(0, 6), rows.slice(0, 3));
    await lookAtFigures(half.deps, WHOLE);
    expect(half.saved[0]?.[2]).toMatchObject({ are: 'visible', numbers: [1, 2, 3], of: 6 });
  });

  test('are none where Jira counts none, and their ids are not asked for', async () => {
    const { deps } = aSite(rows, []);
    expect(await lookAtFigures(deps, WHOLE)).toMatchObject({ rows: [], hidden: rows });
    expect(deps.seenIncidents.listed).toEqual([]);
  });

  test('of a query are those that it finds; of the others nothing is told', async () => {
    const { deps, saved } = aSite(rows, rows.slice(0, 2));
    expect(await lookAtFigures(deps, ASKED)).toMatchObject({ rows: rows.slice(0, 2), hidden: [] });
    expect(deps.seenIncidents.listed).toEqual([[{ jql: ASKED.jql }, undefined]]);
    expect(deps.seenIncidents.counted).toEqual([]);
    expect(saved[0]?.[1]).toBe(ASKED.jql);
  });

  test('do not count what was raised just now: Jira and the store may mean different ones', async () => {
    const fresh = [...rows, aRow(8, { created: (NOW - MINUTE) as Instant })];
    const { deps } = aSite(fresh.toReversed());
    const seen = await lookAtFigures(deps, WHOLE);
    expect(seen).toMatchObject({ state: 'ready', rows, asOf: NOW - 3 * MINUTE });
  });

  test('cannot be asked for by a query that holds another one in it', async () => {
    for (const jql of ['a = 1) OR (b = 2', 'a = 1 ORDER BY key']) {
      const { deps } = aSite(rows);
      const asked = lookAtFigures(deps, { ...ASKED, jql });
      await expect(asked).rejects.toMatchObject({ code: 'invalid-input' });
      expect(deps.seenIncidents.listed).toEqual([]);
    }
  });

  test.each(UNSEEN)('where Jira says %s of the project are nobody’s business', async (code) => {
    const { deps, saved } = aSite(rows);
    deps.seenIncidents.error = no(code);
    expect(await lookAtFigures(deps, WHOLE)).toEqual({ state: 'noAccess' });
    // Of a query it is said as what it is: somebody wrote it.
    await expect(lookAtFigures(deps, ASKED)).rejects.toMatchObject({ code });
    expect(saved).toEqual([]);
  });

  test.each(['unavailable', 'not-set-up'] as const)(
    'where Jira is %s are not said to be none',
    async (code) => {
      const { deps } = aSite(rows);
      deps.seenIncidents.error = no(code);
      await expect(lookAtFigures(deps, WHOLE)).rejects.toMatchObject({ code });
    },
  );
});

describe('what is remembered of who sees what', () => {
  const rows = rowsOf(4);
  const until = (NOW - 2 * MINUTE) as Instant;
  const found = { state: 'found', at: NOW, until, of: 4, numbers: [2, 3], are: 'visible' } as const;
  const calls = ({ deps }: ReturnType<typeof aSite>) =>
    deps.seenIncidents.counted.length + deps.seenIncidents.listed.length;

  test('is used for a quarter of an hour, for both kinds of lists', async () => {
    for (const [are, seen] of [
      ['visible', [2, 3]],
      ['hidden', [1, 4]],
    ] as const) {
      const site = aSite(rows);
      site.know({ ...found, are, at: (NOW - 15 * MINUTE) as Instant });
      const answer = await lookAtFigures(site.deps, WHOLE);
      expect(answer).toMatchObject({ state: 'ready', asOf: until });
      expect(answer.state === 'ready' && [numbers(answer.rows), answer.hidden.length]).toEqual([
        seen,
        2,
      ]);
      expect(calls(site)).toBe(0);
      expect(site.asked()).toEqual([DANA.id, null]);
    }
    const asked = aSite(rows);
    asked.know(found);
    expect(await lookAtFigures(asked.deps, ASKED)).toMatchObject({ hidden: [] });
    expect(asked.asked()).toEqual([DANA.id, ASKED.jql]);
  });

  test('is not after that, nor where there are others by now', async () => {
    for (const about of [{ at: (NOW - 15 * MINUTE - 1) as Instant }, { of: 3 }, { of: 5 }]) {
      const site = aSite(rows);
      site.know({ ...found, ...about });
      expect(await lookAtFigures(site.deps, WHOLE)).toMatchObject({ rows });
      expect(calls(site)).toBe(1);
    }
  });

  test('counts what was raised up to then, to the moment', async () => {
    const last = rows.at(-1)?.created ?? NOW;
    const site = aSite([...rows, aRow(9, { created: later(last, 1) })]);
    site.know({ ...found, until: last });
    expect(await lookAtFigures(site.deps, WHOLE)).toMatchObject({ state: 'ready', asOf: last });
    expect(calls(site)).toBe(0);
  });

  test('says how far a job is, until it is lost', async () => {
    const site = aSite(rows);
    const looking = { state: 'looking', looked: 2, of: 4 } as const;
    site.know({ ...looking, at: (NOW - 2 * MINUTE + 1) as Instant });
    const answer = await lookAtFigures(site.deps, WHOLE);
    expect(answer).toEqual({ state: 'checking', looked: 2, of: 4 });
    expect(calls(site)).toBe(0);
    site.know({ ...looking, at: (NOW - 2 * MINUTE) as Instant });
    expect(await lookAtFigures(site.deps, WHOLE)).toMatchObject({ state: 'ready' });
  });
});

describe('figures that are not there yet', () => {
  const rows = rowsOf(3);
  /** Rows of before, or none that are known to be whole. */
  const unfinished = () => [
    (site: ReturnType<typeof aSite>) => (site.state.asOf = undefined),
    (site: ReturnType<typeof aSite>) => (site.state.version = DEFINITION_VERSION - 1),
    (site: ReturnType<typeof aSite>) =>
      (site.deps.figureRows.all = () => Promise.resolve(undefined as never)),
  ];

  test('are made, and whoever sees the project is told how far that is', async () => {
    for (const spoil of unfinished()) {
      const site = aSite(rows);
      spoil(site);
      const building = { state: 'building', looked: 0, of: null };
      expect(await lookAtFigures(site.deps, WHOLE)).toEqual(building);
      expect(site.deps.jobs.waiting).toMatchObject([{ kind: 'rebuild-figures', ticket: 0 }]);
      expect(site.deps.seenIncidents.counted).toEqual([{ after: undefined, until: NOW }]);
      site.kept.rebuild = { ...site.kept.rebuild, looked: 20, total: 70 };
      const later_ = await lookAtFigures(site.deps, WHOLE);
      expect(later_).toEqual({ state: 'building', looked: 20, of: 70 });
      expect(site.deps.jobs.waiting).toHaveLength(1);
    }
  });

  test.each(UNSEEN)(
    'set nothing off for whom Jira tells %s, and tell them nothing',
    async (code) => {
      const site = aSite(rows);
      site.state.asOf = undefined;
      site.deps.seenIncidents.error = no(code);
      expect(await lookAtFigures(site.deps, WHOLE)).toEqual({ state: 'noAccess' });
      expect([site.deps.jobs.waiting, site.kept]).toEqual([[], {}]);
    },
  );

  test('say so where Jira is down', async () => {
    const site = aSite(rows);
    site.state.asOf = undefined;
    site.deps.seenIncidents.error = no('unavailable');
    await expect(lookAtFigures(site.deps, WHOLE)).rejects.toMatchObject({ code: 'unavailable' });
    expect(site.deps.jobs.waiting).toEqual([]);
  });
});

describe('what takes more calls than one person may make at once', () => {
  /** Every second one is seen: each half has to be looked at until few are left. */
  const rows = rowsOf(20_000);
  const visible = rows.filter(({ number }) => number % 500 === 0);

  test('is found out by a job, which is told who asked for what', async () => {
    const { deps, saved } = aSite(rows, visible);
    expect(await lookAtFigures(deps, WHOLE)).toEqual({
      state: 'checking',
      looked: 0,
      of: 20_000,
    });
    const { counted, listed } = deps.seenIncidents;
    expect(counted.length + listed.length).toBe(40);
    expect(deps.jobs.waiting).toEqual([{ kind: 'find-visible', ...WHOLE }]);
    expect(saved).toEqual([[DANA.id, null, { state: 'looking', at: NOW, looked: 0, of: 20_000 }]]);
  });

  test('is remembered by the job, which says in between how far it is', async () => {
    const { deps, saved } = aSite(rows, visible);
    await findForLater(deps, WHOLE);
    const last = saved.at(-1)?.[2];
    expect(last).toMatchObject({ state: 'found', of: 20_000, are: 'visible' });
    expect(last?.state === 'found' && last.numbers).toEqual(numbers(visible));
    const looked = saved.flatMap(([, , one]) => (one.state === 'looking' ? [one.looked] : []));
    expect(looked.length).toBeGreaterThan(10);
    expect(looked).toEqual(looked.toSorted((a, b) => a - b));
    expect(looked.at(-1)).toBe(20_000);
    expect(deps.jobs.waiting).toEqual([]);
  });

  test('is not looked for while there are no figures', async () => {
    const site = aSite(rows, visible);
    site.state.asOf = undefined;
    await findForLater(site.deps, WHOLE);
    expect([site.saved, site.deps.seenIncidents.counted]).toEqual([[], []]);
  });
});

describe('looking for those that are seen', () => {
  const window = { until: NOW };
  const looking = (seen: SeenIncidents, calls = Infinity) => ({ seen, calls });

  test('asks ids of up to 250 at once, and halves what is more', async () => {
    const few = rowsOf(250);
    const one = new FakeSeen(few.slice(0, 3));
    await findVisible(looking(one), few, window);
    expect([one.counted.length, one.listed.length]).toEqual([1, 1]);
    const more = rowsOf(251);
    const two = new FakeSeen(more.slice(0, 3));
    const found = await findVisible(looking(two), more, window);
    expect([two.counted.length, two.listed.length]).toEqual([2, 1]);
    expect(found).toEqual({ isDone: true, visible: new Set(more.slice(0, 3).map(({ id }) => id)) });
  });

  test('ends where the calls are spent, and says how far it came', async () => {
    const rows = rowsOf(600);
    const seen = new FakeSeen(rows.filter(({ number }) => number % 50 === 0));
    const enough = await findVisible(looking(seen, 20), rows, window);
    expect(enough).toMatchObject({ isDone: true });
    expect(await findVisible(looking(seen, 3), rows, window)).toMatchObject({ isDone: false });
    const none = await findVisible(looking(new FakeSeen(rows.slice(1)), 1), rows, window);
    expect(none).toEqual({ isDone: false, looked: 0 });
  });
});
