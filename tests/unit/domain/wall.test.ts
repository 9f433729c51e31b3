import { describe, expect, test } from '@jest/globals';
import { rangeOf, spansOf } from '../../../src/domain/figures/calendar';
import { instant, iso } from '../../../src/domain/time';
import { readWall, startOfDay, wallAt } from '../../../src/domain/wall';

const dayOf = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};

/** What a wall time stands for, in words of UTC. */
function read(text: string, zone: string): string {
  const reading = readWall(text, zone);
  if (reading.is === 'once') return iso(reading.at).slice(0, 16);
  if (reading.is === 'twice') {
    const [first, second] = [iso(reading.first), iso(reading.second)];
    return `${first.slice(0, 16)} or ${second.slice(11, 16)}`;
  }
  return reading.is === 'never' ? `never: ${reading.from} is ${reading.to}` : reading.is;
}

describe('what a time on the wall stands for', () => {
  test.each([
    ['Europe/Berlin', '2026-03-02T14:05', '2026-03-02T13:05'],
    ['Asia/Kathmandu', '2026-03-02T14:05', '2026-03-02T08:20'],
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30 or 01:30'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00'],
    ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59'],
    ['Europe/Berlin', '2026-03-29T02:30', 'never: 2026-03-29T02:00 is 2026-03-29T03:00'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45 or 15:15'],
    ['Australia/Lord_Howe', '2026-04-05T02:00', '2026-04-04T15:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', 'never: 2026-10-04T02:00 is 2026-10-04T02:30'],
    ['America/Santiago', '2026-09-06T00:30', 'never: 2026-09-06T00:00 is 2026-09-06T01:00'],
    ['America/Santiago', '2026-04-04T23:30', '2026-04-05T02:30 or 03:30'],
    ['America/Havana', '2026-11-01T00:30', '2026-11-01T04:30 or 05:30'],
    ['Pacific/Apia', '2011-12-30T12:00', 'never: 2011-12-30T00:00 is 2011-12-31T00:00'],
    ['America/Toronto', '1919-03-30T23:45', 'never: 1919-03-30T23:30 is 1919-03-31T00:30'],
  ])('%s %s: %s', (zone, text, stands) => {
    expect(read(text, zone)).toBe(stands);
  });

  test.each(['', '2026-02-30T10:00', '2026-03-02T24:00', '2026-03-02', 'x', '0000-01-01T00:00'])(
    '%j is no time',
    (text) => {
      expect(readWall(text, 'Europe/Berlin')).toEqual({ is: 'none' });
    },
  );

  test('a year of one digit is that year: whoever types 2026 passes by it', () => {
    expect(read('0002-03-02T10:00', 'UTC')).toBe('0002-03-02T10:00');
    expect(wallAt(instant('0002-03-02T10:00:00Z'), 'UTC')).toBe('0002-03-02T10:00');
  });
});

describe('a day', () => {
  test.each([
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00'],
    ['America/Santiago', '2026-04-05', '2026-04-05T04:00'],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00'],
    ['America/Toronto', '1919-03-31', '1919-03-31T04:30'],
  ])('in %s, %s, begins at %s', (zone, day, begins) => {
    expect(iso(startOfDay(dayOf(day), zone)).slice(0, 16)).toBe(begins);
  });

  test('a period begins with its first moment, and no span of it on the evening before', () => {
    const [from, to] = ['2026-09-06', '2026-09-13'];
    const now = instant('2026-12-01T00:00:00Z');
    const range = rangeOf({ from, to }, 'America/Santiago', now);
    expect([iso(range.from), iso(range.to)].map((text) => text.slice(0, 16))).toEqual([
      '2026-09-06T04:00',
      '2026-09-14T03:00',
    ]);
    const zone = 'America/Havana';
    const march = rangeOf({ from: '2026-03-08', to: '2026-03-09' }, zone, now);
    const [week] = spansOf(march, 'week', { zone, weekStart: 0 });
    expect(wallAt(march.from, zone)).toBe('2026-03-08T01:00');
    expect(week?.from).toBe(march.from);
  });
});
