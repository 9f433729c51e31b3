import { describe, expect, it } from '@jest/globals';
import { instant, iso } from '../../../src/domain/time';

describe('a moment', () => {
  it.each([
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00:00.123+0000', '2026-03-02T10:00:00.123Z'],
    ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T10:00:00.000-0500', '2026-03-02T15:00:00.000Z'],
  ])('%s is read as %s', (text, utc) => {
    expect(iso(instant(text))).toBe(utc);
  });

  it.each(['2026-03-02', '2026-03-02T10:00:00', 'yesterday', '', '2026-13-02T10:00:00Z'])(
    'is not read from %p',
    (text) => {
      expect(() => instant(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    },
  );
});
