import { describe, expect, it, test } from '@jest/globals';
import { quietBefore, quietMiddle } from '../../../src/domain/figures/bounds';
import { rangeOf, spansOf } from '../../../src/domain/figures/calendar';
import { isZone } from '../../../src/domain/wall';
import { cohortOf, ttrOf } from '../../../src/domain/figures/cohort';
import { firstSteps } from '../../../src/domain/figures/first-steps';
import { howLong } from '../../../src/domain/figures/how-long';
import { isItChanging } from '../../../src/domain/figures/is-it-changing';
import { promises } from '../../../src/domain/figures/promises';
import { type Row, rowOf, sameRow } from '../../../src/domain/figures/row';
import { choicesOf, dataQuality, table } from '../../../src/domain/figures/table';
import { where } from '../../../src/domain/figures/where';
import { EMPTY_HEAD } from '../../../src/domain/log/head';
import { type RoleId } from '../../../src/domain/log/what';
import { type Instant, instant, iso, MINUTE_MS } from '../../../src/domain/time';
import { anIncident, at, DANA } from '../../fixtures/incidents';
import { aRow, later } from '../../fixtures/rows';

const now = instant('2026-04-10T12:00:00Z');
const year = { from: instant('2026-01-01T00:00:00Z'), to: now, now };
const options = { now, projectKey: 'HOT' };
const MONTHS = { zone: 'Europe/Berlin' };

/** Incidents of a day each, with these minutes to recovery; null: still open. */
function lasting(minutes: readonly (number | null)[], about: Partial<Row> = {}, from = 1): Row[] {
  return minutes.map((ms, at_) => {
    const row = aRow(from + at_, about);
    if (ms !== null) return { ...row, recovered: later(row.start, ms) };
    const { recovered: _, ...open } = row;
    return { ...open, phase: 'fixing' };
  });
}

const members = (rows: readonly Row[]) => cohortOf(rows, year).members;
const ordinary = (n: number, by = 1) => Array.from({ length: n }, (_, i) => (20 + 7 * i) * by);

describe('a row', () => {
  const times = { impactStart: at('09:50'), impactDetected: at('10:00') };
  it('says what the issue and its log say', () => {
    const head = {
      ...EMPTY_HEAD,
      taken: at('10:03'),
      jiraUntil: at('10:03'),
      roles: [
        { id: 'techLead' as RoleId, holders: [], first: at('10:20') },
        { id: 'internalCommunications' as RoleId, holders: [], first: at('10:11') },
      ],
      promises: { past: [], kept: 3, missed: 1 },
      told: { internal: { count: 1, first: at('10:12') }, external: { count: 0 } },
    };
    const incident = anIncident({ times, isDrill: true, incidentManager: DANA, phase: 'fixing' });
    const row = rowOf(incident, head);
    expect(row).toMatchObject({
      number: 42,
      id: '10042',
      start: at('09:50'),
      detected: at('10:00'),
      drill: true,
      taken: at('10:03'),
      internalWord: at('10:12'),
      rolesFilled: at('10:20'),
      kept: 3,
      missed: 1,
      logged: true,
      phase: 'fixing',
    });
    expect(JSON.stringify(row)).not.toMatch(/Dana|712020|Card payments/);
    expect(sameRow(row, rowOf({ ...incident, updated: at('11:00') }, head))).toBe(true);
    expect(sameRow(row, rowOf({ ...incident, severity: 3 }, head))).toBe(false);
  });
  it('ends with its recovery, whatever its status says', () => {
    const over = { ...times, impactRecovered: at('11:00') };
    const rows = (['new', 'fixing', 'resolved'] as const).map((phase) =>
      rowOf(anIncident({ times: over, phase }), EMPTY_HEAD),
    );
    expect(rows.map(({ recovered }) => recovered)).toEqual([at('11:00'), at('11:00'), at('11:00')]);
    const { members: drawn, open } = cohortOf(rows, year);
    expect([open, ...drawn.map((one) => ttrOf(one, now).ms)]).toEqual([
      0,
      70 * MINUTE_MS,
      70 * MINUTE_MS,
      70 * MINUTE_MS,
    ]);
  });
});

describe('the cohort', () => {
  it('leaves out and counts what cannot be counted', () => {
    const [one, ...rest] = lasting([10, 20, 30, 40, 50, 60]);
    const { start: _, ...noStart } = rest[2] ?? aRow(1);
    const { recovered: __, ...noEnd } = rest[3] ?? aRow(1);
    const rows = [
      ...(one ? [one] : []),
      { ...aRow(2), phase: 'cancelled' as const },
      { ...aRow(3), drill: true },
      noStart,
      noEnd,
      { ...aRow(6), detected: later(aRow(6).start, -5) },
      { ...aRow(7), start: later(now, 5), detected: later(now, 6), recovered: later(now, 7) },
      { ...aRow(8), start: instant('2025-12-31T23:59:59Z') },
    ];
    const cohort = cohortOf(rows, year);
    expect(cohort.members.map(({ number }) => number)).toEqual([1]);
    expect(cohort.excluded).toEqual({
      cancelled: 1,
      drill: 1,
      noStart: 1,
      noEnd: 1,
      impossible: 2,
    });
  });
  it('counts one that is to begin by the moment it was raised, and draws it nowhere', () => {
    const ahead = aRow(1, { start: later(now, 60), created: later(now, -5), phase: 'fixing' });
    const lately = { from: later(now, -1440), to: now, now };
    const cohort = cohortOf([ahead], lately);
    expect(cohort.members).toEqual([]);
    expect(cohort.excluded.impossible).toBe(1);
  });
  it('goes by severity and service', () => {
    const rows = [aRow(1, { severity: 1 }), aRow(2, { service: { id: '7', name: 'Payments' } })];
    const numbers = (choice: object) =>
      cohortOf(rows, { ...year, ...choice }).members.map(({ number }) => number);
    expect(numbers({ severities: [1] })).toEqual([1]);
    expect(numbers({ services: ['7'] })).toEqual([2]);
    expect(numbers({ severities: [], services: [] })).toEqual([1, 2]);
  });
});

describe('periods', () => {
  it('begin and end by the clock of the site, also when it changes', () => {
    const spans = spansOf(
      rangeOf({ from: '2026-03-01', to: '2026-04-30' }, 'Europe/Berlin', now),
      'month',
      MONTHS,
    );
    expect(spans.map(({ from, complete }) => [iso(from as Instant), complete])).toEqual([
      ['2026-02-28T23:00:00.000Z', true],
      ['2026-03-31T22:00:00.000Z', false],
    ]);
  });
  it.each([
    [1, '2026-04-05T22:00:00.000Z'],
    [0, '2026-04-04T22:00:00.000Z'],
    [6, '2026-04-03T22:00:00.000Z'],
  ])('weeks begin on day %d', (weekStart, from) => {
    const spans = spansOf({ from: now, to: later(now, 1) }, 'week', { ...MONTHS, weekStart });
    expect(spans.map((span) => iso(span.from as Instant))).toEqual([from]);
  });
  it('quarters', () => {
    const spans = spansOf(rangeOf({ lastDays: 180 }, 'UTC', now), 'quarter', { zone: 'UTC' });
    expect(spans.map((span) => [iso(span.from as Instant).slice(0, 10), span.complete])).toEqual([
      ['2025-10-01', false],
      ['2026-01-01', true],
      ['2026-04-01', false],
    ]);
  });
  it('the last days end now and begin at midnight', () => {
    const { from, to } = rangeOf({ lastDays: 30 }, 'America/New_York', now);
    expect([iso(from), to]).toEqual(['2026-03-12T04:00:00.000Z', now]);
  });
  it('zones', () =>
    expect([isZone('Asia/Kolkata'), isZone('Mars/Olympus')]).toEqual([true, false]));
});

describe('how long', () => {
  it('shows every incident and the middle with its interval', () => {
    const view = howLong(members(lasting([10, 20, 30, 40, 50, 60, 70])), options);
    expect(view.dots).toHaveLength(7);
    expect(view.dots[0]).toMatchObject({
      key: 'HOT-1',
      ms: 10 * MINUTE_MS,
      severity: 2,
      open: false,
    });
    const ms = (minutes: number) => minutes * MINUTE_MS;
    expect(view.ttr.median).toEqual({ n: 7, value: ms(40), low: ms(10), high: ms(70) });
    expect(view.ttd.median.value).toBe(ms(10));
    expect([view.ttr.percentiles, view.mean]).toEqual([[], null]);
  });
  it('says nothing certain of five, and percentiles only of enough', () => {
    const median = { n: 5, value: 34 * MINUTE_MS, low: null, high: null };
    expect(howLong(members(lasting(ordinary(5))), options).ttr.median).toEqual(median);
    const { percentiles } = howLong(members(lasting(ordinary(40))), options).ttr;
    expect(percentiles.map(({ q }) => q)).toEqual([75, 90]);
  });
  it('has no interval of five, also where some are open', () => {
    const { ttr } = howLong(members(lasting([...ordinary(3), null, null])), options);
    expect([ttr.n, ttr.open]).toEqual([5, 2]);
    expect(ttr.median).toMatchObject({ n: 5, low: null, high: null });
  });
  it('counts open ones: leaving them out would look better', () => {
    const rows = lasting([...ordinary(12), null, null, null, null]);
    const closed = howLong(members(lasting(ordinary(12))), options).ttr;
    const { ttr, curve, dots } = howLong(members(rows), options);
    expect([ttr.n, ttr.open]).toEqual([16, 4]);
    expect(ttr.median.value).toBeGreaterThan(closed.median.value ?? Infinity);
    expect(curve.at(-1)?.share).toBeCloseTo(4 / 16, 9);
    expect(dots.filter(({ open }) => open)).toHaveLength(4);
  });
  it('has bins instead of a cloud', () => {
    const rows = Array.from({ length: 1600 }, (_, n) =>
      aRow(n, { start: later(year.from, n * 60) }),
    );
    const view = howLong(members(rows), options);
    expect(view.dots).toEqual([]);
    expect(view.bins.reduce((sum, { n }) => sum + n, 0)).toBe(1600);
    expect(view.bins.every(({ from, to }) => from <= 60 * MINUTE_MS && to > 60 * MINUTE_MS)).toBe(
      true,
    );
  });
  it('tells a mean only with what drives it', () => {
    const view = howLong(members(lasting([10, 10, 10, 1000])), { ...options, withMean: true });
    expect(view.mean).toEqual({ ms: 257.5 * MINUTE_MS, n: 4, longest: 1 });
  });
  it('of nothing is nothing', () => {
    const view = howLong([], { ...options, withMean: true });
    expect(view).toMatchObject({ dots: [], bins: [], curve: [], mean: null });
    expect(view.ttr.median).toEqual({ n: 0, value: null, low: null, high: null });
  });
});

describe('is it changing', () => {
  const spans = spansOf(year, 'month', { zone: 'UTC' });
  const about = { spans, grouping: 'month' as const, now };
  const [february, march] = [27, 55];
  const two = (before: readonly (number | null)[], after: readonly (number | null)[]) =>
    isItChanging(members([...lasting(before, {}, february), ...lasting(after, {}, march)]), about);

  test.each([
    ['faster', ordinary(20), ordinary(20, 0.5)],
    ['slower', ordinary(20), ordinary(20, 5)],
    ['noChange', ordinary(20), ordinary(20, 1.1)],
    ['tooFew', ordinary(7), ordinary(5)],
  ] as const)('%s', (verdict, before, after) => {
    const { ttr, compared } = two(before, after);
    expect(compared).toEqual({ earlier: 1, later: 2 });
    expect(ttr).toMatchObject({ verdict, n1: before.length, n2: after.length, by: 'mannWhitney' });
  });
  it('goes by the log-rank test where any is open', () => {
    const { ttr } = two(ordinary(15), [...ordinary(12), null, null, null]);
    expect(ttr).toMatchObject({ by: 'logRank', open2: 3, verdict: 'noChange' });
  });
  it('says what it would take', () => {
    const { needed, sdOfLog } = two(ordinary(20), ordinary(20));
    expect(needed.map(({ cut }) => cut)).toEqual([0.3, 0.5]);
    expect(sdOfLog).toBeGreaterThan(0.3);
  });
  it('does not call 3 and 6 a trend', () => {
    expect(two(ordinary(3), ordinary(6)).count).toMatchObject({
      verdict: 'noChange',
      n1: 3,
      n2: 6,
    });
  });
});

describe('where', () => {
  const service = (id: string) => ({ service: { id, name: `Service ${id}` } });
  const rows = [
    ...lasting(ordinary(20), service('a'), 1),
    ...lasting(ordinary(20, 6), service('b'), 31),
    ...lasting(ordinary(4), service('c'), 60),
    ...lasting(ordinary(2), {}, 70),
  ];
  it('compares each group with all others, and counts small ones apart', () => {
    const { groups, small } = where(members(rows), { grouping: 'service', now });
    expect(groups.map(({ name, n, against }) => [name, n, against.verdict])).toEqual([
      ['Service a', 20, 'faster'],
      ['Service b', 20, 'slower'],
    ]);
    expect(small).toEqual({ groups: 2, n: 6 });
  });
  it('an incident of two products counts in both', () => {
    const products = ['x', 'y'].map((id) => ({ id, name: id }));
    const view = where(members(lasting(ordinary(6), { products })), { grouping: 'product', now });
    expect([view.groups.map(({ n }) => n), view.overlapping]).toEqual([[6, 6], true]);
  });
});

describe('steps and promises', () => {
  const spans = spansOf(year, 'month', { zone: 'UTC' });
  const about = { spans, grouping: 'month' as const, now };
  it('counts what is not yet, never, and unknown apart', () => {
    const done = lasting(ordinary(8)).map((row) => ({ ...row, taken: later(row.detected, 5) }));
    const rows = [...done, ...lasting([30], { logged: false }, 20), ...lasting([30, null], {}, 30)];
    const [taken] = firstSteps(members(rows), about).steps;
    expect(taken).toMatchObject({ step: 'taken', n: 9, notYet: 1, never: 1, unknown: 1 });
    expect(taken?.median.value).toBe(5 * MINUTE_MS);
  });
  it('tells which share was kept', () => {
    const rows = [aRow(1, { kept: 3, missed: 1, severity: 1 }), aRow(2)];
    const view = promises(members(rows), about);
    expect(view).toMatchObject({ all: { kept: 3, made: 4 }, without: 1 });
    expect(view.bySeverity.map(({ severity }) => severity)).toEqual([1]);
    expect(view.byPeriod[0]).toMatchObject({ kept: 3, made: 4, share: { value: 0.75 } });
  });
});

describe('the table', () => {
  const rows = [aRow(1), aRow(2, { drill: true, findings: ['suspicious'] }), aRow(3)];
  it('has pages, the newest first', () => {
    const page = { from: 0, size: 1, withExcluded: false, projectKey: 'HOT' };
    expect(table(rows, year, page)).toMatchObject({ of: 2, next: 1, rows: [{ key: 'HOT-3' }] });
    const all = table(rows, year, { ...page, size: 9, withExcluded: true });
    expect(all.rows.map(({ excluded }) => excluded)).toEqual([null, 'drill', null]);
    expect(all.rows[0]).toMatchObject({ ttdMs: 10 * MINUTE_MS, ttrMs: 60 * MINUTE_MS });
  });
  it('what is wrong is counted, and can be opened', () => {
    const view = dataQuality(rows, year, 'HOT');
    expect(view).toMatchObject({ n: 1, of: 3, counts: { suspicious: 1, missing: 0 } });
    expect(view.found.map(({ key }) => key)).toEqual(['HOT-2']);
    expect(choicesOf(rows).first).toBe(aRow(1).start);
  });
});

describe('bounds', () => {
  const raised = (minutes: number) => ({ created: later(year.from, minutes) });
  it('lie where it is quiet', () => {
    const dense = [0, 100, 101, 102, 103].map(raised);
    expect(quietBefore(dense, later(year.from, 104))).toBe(later(year.from, 98));
    expect(quietBefore(dense, later(year.from, 200))).toBe(later(year.from, 198));
    expect(quietMiddle(dense)).toEqual({ place: 1, at: later(year.from, 50) });
    expect(quietMiddle([0, 1, 2].map(raised))).toBeUndefined();
  });
});
