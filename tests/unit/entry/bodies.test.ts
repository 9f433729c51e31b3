import { describe, expect, test } from '@jest/globals';
import { DETECTION_SOURCES } from '../../../src/domain/declaring/declaration';
import { readAlert } from '../../../src/entry/tools/alert-body';
import { readDeployment } from '../../../src/entry/tools/deployment-body';
import { FiguresInputShape, HowLongInput, RowsInput } from '../../../src/entry/figures/input';
import { at } from '../../fixtures/incidents';

/** What tools and pages send: everything they may say is kept, both sides of each limit are told apart. */
const long = (letters: number) => 'x'.repeat(letters);
const list = (count: number) => Array<string>(count).fill('x');

describe('an alert', () => {
  const read = (about: object) =>
    readAlert(JSON.stringify({ alertId: 'a', summary: 'x', ...about }));
  const isTaken = (about: object) => 'declaration' in read(about);

  test('is read with all that it says', () => {
    const said = {
      alertId: 'a',
      summary: 'x',
      description: 'Two lines',
      severity: 2,
      service: 'Payments',
      products: ['Web shop'],
      source: 'customer',
    };
    const times = { impactStart: '2026-03-02T10:00:00Z', detected: '2026-03-02T11:05:00+01:00' };
    expect(read({ ...said, ...times, test: true })).toEqual({
      declaration: {
        ...said,
        impactStart: Date.parse(times.impactStart),
        detected: Date.parse(times.detected),
      },
      isTest: true,
    });
  });

  test('without a word on it was noticed by monitoring, and is meant', () => {
    const nothing = { severity: null, service: '', products: null, test: null, source: '' };
    const declaration = { alertId: 'a', summary: 'x', source: 'monitoring' };
    expect(read(nothing)).toEqual({ declaration, isTest: false });
  });

  test.each<[string, (n: number) => object, number, number]>([
    ['alertId', (n) => ({ alertId: long(n) }), 1, 500],
    ['summary', (n) => ({ summary: long(n) }), 1, 2000],
    ['description', (n) => ({ description: long(n) }), 0, 30_000],
    ['service', (n) => ({ service: long(n) }), 0, 255],
    ['products', (n) => ({ products: list(n) }), 0, 200],
    ['a product', (n) => ({ products: [long(n)] }), 1, 255],
    ['severity', (n) => ({ severity: n }), 1, 3],
  ])('%s: both sides of its limits', (_, about, least, most) => {
    const sides = [least - 1, least, most, most + 1].filter((n) => n >= 0);
    expect(sides.filter((n) => isTaken(about(n)))).toEqual([least, most]);
  });

  test('takes every source, and levels as words', () => {
    expect(DETECTION_SOURCES.filter((source) => !isTaken({ source }))).toEqual([]);
    expect(read({ severity: '3' })).toMatchObject({ declaration: { severity: 3 } });
    expect(isTaken({ source: 'nobody' })).toBe(false);
  });

  test.each([
    ['severity', { severity: 4 }, 'severity: must be 1, 2 or 3'],
    [
      'detected',
      { detected: '2026-03-02T10:51:00' },
      /^detected: must be a moment with its offset/,
    ],
    [
      'detected',
      { detected: '2026-02-30T10:51:00Z' },
      /^detected: must be a day and time that exist/,
    ],
    ['detected', { detected: 5 }, /^detected: must be a moment with its offset/],
    ['anything else', { colour: 'red' }, /colour/],
  ])('says what is wrong with %s', (_, about, words) => {
    const problems: readonly unknown[] = 'problems' in read(about) ? problemsOf(read(about)) : [];
    expect(problems).toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
  });

  test('that is no JSON is said to be none', () => {
    expect(readAlert('{')).toEqual({ problems: ['The body is not JSON.'] });
  });
});

function problemsOf(read: object): readonly unknown[] {
  return 'problems' in read && Array.isArray(read.problems) ? read.problems : [];
}

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
