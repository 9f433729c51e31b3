import { describe, expect, test } from '@jest/globals';
import { readDeployment } from '../../../src/entry/tools/deployment-body';
import { FiguresInputShape, HowLongInput, RowsInput } from '../../../src/entry/figures/input';
import { at } from '../../fixtures/incidents';

/** What tools and pages send: everything they may say is kept, both sides of each limit are told apart. */
const long = (letters: number) => 'x'.repeat(letters);
const list = (count: number) => Array<string>(count).fill('x');

describe('a deployment', () => {
  const NOW = at('12:00');
  const moment = (ms: number) => new Date(ms).toISOString();
  const read = (about: object = {}) =>
    readDeployment(JSON.stringify({ id: 'a', name: 'x', at: moment(NOW), ...about }), NOW);
  const isTaken = (about: object) => 'deployment' in read(about);
  const DAY = 86_400_000;

  test('is read with all that it says', () => {
    const said = {
      id: 'a',
      name: 'shop 4.17',
      service: 'Payments',
      address: 'https://ci.example/1',
      by: 'Delivery',
      environment: 'production',
    };
    expect(read({ ...said, test: true })).toEqual({
      deployment: { kind: 'deployment', at: NOW, ...said },
      isTest: true,
    });
    expect(read({ service: '', by: null })).toEqual({
      deployment: { kind: 'deployment', id: 'a', name: 'x', at: NOW },
      isTest: false,
    });
  });

  test('is of the last 90 days, and of a clock at most five minutes ahead', () => {
    const ahead = 5 * 60_000;
    const taken = [-90 * DAY, 0, ahead].map((off) => isTaken({ at: moment(NOW + off) }));
    expect(taken).toEqual([true, true, true]);
    expect(read({ at: moment(NOW + ahead + 1) })).toEqual({ problems: ['at: lies in the future'] });
    expect(read({ at: moment(NOW - 90 * DAY - 1) })).toEqual({
      problems: ['at: lies more than 90 days back'],
    });
  });

  test.each<[string, (n: number) => object, number, number]>([
    ['id', (n) => ({ id: long(n) }), 1, 500],
    ['name', (n) => ({ name: long(n) }), 1, 255],
    ['address', (n) => ({ address: `https://x.example/${long(n - 18)}` }), 19, 2000],
  ])('%s: both sides of its limits', (_, about, least, most) => {
    expect([least, most, most + 1].filter((n) => isTaken(about(n)))).toEqual([least, most]);
  });

  test('has an address that can be opened', () => {
    expect(read({ address: 'ftp://x' })).toEqual({
      problems: ['address: must begin with https://'],
    });
    expect(isTaken({ address: 'http://x.example' })).toBe(true);
  });
});

describe('what a picture is of', () => {
  const ASKED = {
    scope: { project: null, jql: null },
    period: { lastDays: 30 },
    zone: 'Europe/Berlin',
    grouping: 'service',
  };
  const isTaken = (about: object) => FiguresInputShape.safeParse({ ...ASKED, ...about }).success;
  const isRows = (about: object) => RowsInput.safeParse({ ...ASKED, ...about }).success;

  test('every stretch, every grouping, every filter', () => {
    const each = [
      ...[30, 90, 180, 365].map((lastDays) => ({ period: { lastDays } })),
      { period: { from: '2026-03-01', to: '2026-03-02' } },
      { period: { from: '2026-03-01', to: '2026-03-01' } },
      ...['service', 'product', 'severity', 'week', 'month', 'quarter'].map((grouping) => ({
        grouping,
      })),
      { weekStart: 0, severities: [1, 2, 3], services: ['a'] },
      { weekStart: 6, severities: [], services: [] },
      { scope: { project: 'HOT', jql: 'a = b' } },
    ];
    for (const about of each) expect([about, isTaken(about)]).toEqual([about, true]);
    expect(HowLongInput.safeParse({ ...ASKED, withMean: true }).success).toBe(true);
    expect(isRows({ from: 0, size: 1, withExcluded: true })).toBe(true);
    expect(isRows({ size: 500 })).toBe(true);
  });

  test('and nothing beyond', () => {
    const each = [
      { period: { lastDays: 31 } },
      { period: { from: '2026-03-02', to: '2026-03-01' } },
      { period: { from: '2026-3-2', to: '2026-03-03' } },
      { grouping: 'day' },
      { zone: 'Mars/Olympus' },
      { weekStart: -1 },
      { weekStart: 7 },
      { severities: [0] },
      { severities: [1, 2, 3, 1] },
      { services: list(1001) },
      { services: [long(101)] },
      { scope: { project: '', jql: null } },
      { scope: { project: null, jql: long(2001) } },
      { other: 1 },
    ];
    for (const about of each) expect([about, isTaken(about)]).toEqual([about, false]);
    for (const about of [{ from: -1 }, { size: 0 }, { size: 501 }])
      expect([about, isRows(about)]).toEqual([about, false]);
  });
});
