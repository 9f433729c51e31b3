import { describe, expect, it } from '@jest/globals';
import { instant, iso, keeps, minuteOf, readInstant } from '../../../src/domain/time';

describe('a moment', () => {
  it.each([
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00:00.123+0000', '2026-03-02T10:00:00.123Z'],
    ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T10:00:00.000-0500', '2026-03-02T15:00:00.000Z'],
    ['2026-03-02T10:00+05', '2026-03-02T05:00:00.000Z'],
    ['2026-03-02T10:00:00+0530', '2026-03-02T04:30:00.000Z'],
    ['2026-03-02T10:00:00,5Z', '2026-03-02T10:00:00.500Z'],
    ['2026-03-02T10:00:00.123999999Z', '2026-03-02T10:00:00.123Z'],
    ['2028-02-29T23:30:00-01:00', '2028-03-01T00:30:00.000Z'],
  ])('%s is read as %s', (text, utc) => {
    expect(iso(instant(text))).toBe(utc);
  });

  it.each([
    '2026-03-02',
    '2026-03-02T10:00:00',
    'yesterday',
    '',
    '2026-03-02T10:00:00.Z',
    '2026-03-02T10:00:00.1234567890Z',
    '2026-03-02T10Z',
    '2026-03-02 10:00:00Z',
    '2026-3-2T10:00:00Z',
    '2026-03-02T10:00:00+1',
    '2026-03-02T10:00:00+01:0',
  ])('is not read from %p', (text) => {
    expect(readInstant(text)).toBe('no-moment');
    expect(() => instant(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it.each([
    '2026-13-02T10:00:00Z',
    '2026-02-30T10:00:00Z',
    '2027-02-29T10:00:00+01:00',
    '2026-04-31T10:00Z',
    '2026-00-10T10:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T10:60:00Z',
    '2026-03-02T10:00:60Z',
    '2026-03-02T10:00:00+24:00',
    '2026-03-02T10:00:00+01:60',
  ])('%s is on no calendar or clock', (text) => {
    expect(readInstant(text)).toBe('no-such-time');
    expect(() => instant(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('a field of Jira', () => {
  const said = instant('2026-03-02T09:55:12.345Z');

  it.each([
    ['2026-03-02T09:55:12.345Z', true, 'holds it as it was'],
    ['2026-03-02T09:55:12.000Z', true, 'cut to the second'],
    ['2026-03-02T09:55:00.000Z', true, 'cut to the minute'],
    ['2026-03-02T09:55:40.000Z', false, 'holds another second of that minute'],
    ['2026-03-02T09:56:00.000Z', false, 'would have to round up'],
  ])('%s keeps a moment: %p, it %s', (field, is) => {
    expect(keeps(instant(field), said)).toBe(is);
  });

  it('that is empty keeps nothing, and nothing is kept by an empty one', () => {
    expect([keeps(undefined, said), keeps(minuteOf(said), undefined)]).toEqual([false, false]);
    expect(keeps(undefined, undefined)).toBe(true);
  });
});
