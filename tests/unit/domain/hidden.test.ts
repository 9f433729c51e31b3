import { describe, expect, it } from '@jest/globals';
import { cohortOf } from '../../../src/domain/figures/cohort';
import { inBatches } from '../../../src/domain/figures/hidden';
import { howLong } from '../../../src/domain/figures/how-long';
import { isItChanging } from '../../../src/domain/figures/is-it-changing';
import { kindInPictures, kindOfFindings } from '../../../src/domain/figures/kinds';
import { type Row } from '../../../src/domain/figures/row';
import { dataQuality } from '../../../src/domain/figures/table';
import { where } from '../../../src/domain/figures/where';
import { instant, MINUTE_MS } from '../../../src/domain/time';
import { spansOf } from '../../../src/domain/figures/calendar';
import { aRow, later } from '../../fixtures/rows';

/* aRow(1) begins on 6 January 2026, and each further one a day later. */

const now = instant('2026-04-10T12:00:00Z');
const year = { from: instant('2026-01-01T00:00:00Z'), to: now, now };
const payments = { service: { id: 'p', name: 'Payments' } };
const search = { service: { id: 's', name: 'Search' } };

const some = (count: number, about: Partial<Row> = {}, from = 1): Row[] =>
  Array.from({ length: count }, (_, n) => aRow(from + n, about));
const kind = (row: Row) => kindInPictures(row, now);
const members = (seen: readonly Row[], hidden: readonly Row[], about: object = {}) =>
  cohortOf([...seen, ...inBatches(hidden, kind)], { ...year, ...about }).members;
const groupsOf = (seen: readonly Row[], hidden: readonly Row[]) =>
  where(members(seen, hidden), { grouping: 'service', now }).groups.map(({ id, n }) => [id, n]);

describe('hidden incidents in sums', () => {
  it('are counted from five on, and never fewer', () => {
    for (const count of [1, 2, 3, 4]) expect(members(some(6), some(count, {}, 40))).toHaveLength(6);
    for (const count of [5, 6, 9, 11, 23]) {
      expect(members(some(6), some(count, {}, 40))).toHaveLength(6 + count);
    }
  });
  it('of two services, five of one and one of the other: the one is in nothing', () => {
    const hidden = [...some(5, payments, 40), ...some(1, search, 45)];
    const seen = [...some(6, payments), ...some(6, search, 10)];
    expect(groupsOf(seen, hidden)).toEqual([
      ['p', 11],
      ['s', 6],
    ]);
    expect(members(seen, hidden)).toHaveLength(17);
  });
  it('of two services, three of each: in the whole together, in neither group', () => {
    const hidden = [...some(3, payments, 40), ...some(3, search, 45)];
    const seen = [...some(6, payments), ...some(6, search, 10)];
    expect(groupsOf(seen, hidden)).toEqual([
      ['p', 6],
      ['s', 6],
    ]);
    expect(members(seen, hidden)).toHaveLength(18);
    expect(members(seen, hidden, { services: ['s'] })).toHaveLength(6);
  });
  it('a group of hidden ones alone has a name only from five on', () => {
    expect(groupsOf(some(6, payments), some(4, search, 40))).toEqual([['p', 6]]);
    const view = where(members(some(6, payments), some(4, search, 40)), {
      grouping: 'service',
      now,
    });
    expect(view.small).toEqual({ groups: 0, n: 0 });
    expect(groupsOf(some(6, payments), some(5, search, 40))).toContainEqual(['s', 5]);
  });
  it('of two months, three in each: in neither', () => {
    const hidden = some(6, {}, 24); // 29 January to 3 February
    const spans = spansOf(year, 'month', { zone: 'UTC' });
    const about = { spans, grouping: 'month' as const, now };
    const all = members(some(4), hidden);
    expect(all).toHaveLength(10);
    expect(isItChanging(all, about).periods.map(({ n }) => n)).toEqual([4, 0, 0, 0]);
  });
  it('have no dots and no bins', () => {
    const view = howLong(members(some(6), some(7, {}, 40)), { now, projectKey: 'HOT' });
    expect(view.dots.map(({ key }) => key)).toEqual([
      'HOT-1',
      'HOT-2',
      'HOT-3',
      'HOT-4',
      'HOT-5',
      'HOT-6',
    ]);
    expect(view.ttr.n).toBe(13);
    const cloud = Array.from({ length: 1600 }, (_, n) =>
      aRow(n, { start: later(year.from, n * 60) }),
    );
    const { bins } = howLong(members(cloud, some(7, {}, 2000)), { now, projectKey: 'HOT' });
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(1600);
  });
  it('the one of five that was detected or excluded does not stand alone', () => {
    const { detected: _, ...blind } = aRow(44);
    const { ttd, ttr } = howLong(members(some(6), [...some(4, {}, 40), blind]), {
      now,
      projectKey: 'HOT',
    });
    expect([ttd.n, ttr.n]).toEqual([6, 6]);
    const drills = some(1, { drill: true }, 44);
    expect(members(some(6), [...some(4, {}, 40), ...drills])).toHaveLength(6);
    const rows = [...some(6), ...inBatches(some(5, { drill: true }, 40), kind)];
    expect(cohortOf(rows, year).excluded.drill).toBe(0);
  });
  it('what is wrong with them is counted from five on, and not listed', () => {
    const wrong = { findings: ['suspicious' as const] };
    const quality = (hidden: readonly Row[]) =>
      dataQuality([...some(3, wrong), ...inBatches(hidden, kindOfFindings)], year, 'HOT');
    expect(quality([...some(4, wrong, 40), ...some(6, {}, 46)])).toMatchObject({ n: 3, of: 9 });
    const view = quality(some(5, wrong, 40));
    expect(view).toMatchObject({ n: 8, of: 8, counts: { suspicious: 8 } });
    expect(view.found).toHaveLength(3);
  });
  it('a period that cuts through a batch does not count it', () => {
    const hidden = some(5, {}, 40);
    for (const days of [1, 2, 3, 4]) {
      const to = later(hidden[0]?.start, days * 24 * 60 - 1);
      expect(members([], hidden, { to })).toHaveLength(0);
    }
    const last = hidden.at(-1)?.start ?? now;
    expect(members([], hidden, { to: last + MINUTE_MS })).toHaveLength(5);
  });
});
