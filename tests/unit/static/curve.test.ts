import { describe, expect, it, test } from '@jest/globals';
import { curveOf, halfOf } from '../../../static/incident-panel/review/curve';

const NOON = Date.parse('2026-03-02T12:00:00Z');
const MINUTE = 60_000;
const about = { until: NOON, room: 5, offsetMs: 0 };

describe('tickets over time', () => {
  it('go up by one at each arrival, by more where several came at once', () => {
    const moments = [30, 50, 30, 10].map((minutes) => NOON - minutes * MINUTE);
    expect(curveOf(moments, about).steps).toEqual([
      { at: NOON - 50 * MINUTE, count: 1 },
      { at: NOON - 30 * MINUTE, count: 3 },
      { at: NOON - 10 * MINUTE, count: 4 },
    ]);
  });

  it('have the impact start in view, before or after the first of them', () => {
    for (const start of [NOON - 90 * MINUTE, NOON - 5 * MINUTE]) {
      const { from, to } = curveOf([NOON - 10 * MINUTE], { ...about, start });
      expect(from).toBeLessThan(start);
      expect(to).toBeGreaterThan(start);
    }
  });

  test.each([1, 7, 90, 60 * 30, 60 * 24 * 40, 60 * 24 * 2000])(
    'over %d minutes have times that fit, at full steps of the viewer’s clock',
    (minutes) => {
      const offsetMs = 330 * MINUTE; // India: half an hour beside everybody else
      const { from, to, times } = curveOf([NOON - minutes * MINUTE], { ...about, offsetMs });
      expect(times.length).toBeGreaterThan(0);
      expect(times.length).toBeLessThanOrEqual(about.room + 1);
      const step = (times[1] ?? to) - (times[0] ?? from);
      for (const at of times) {
        expect(at).toBeGreaterThanOrEqual(from);
        expect(at).toBeLessThanOrEqual(to);
        if (times.length > 1) expect((at + offsetMs) % step).toBe(0);
      }
    },
  );

  test.each([
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [23, [0, 10, 20, 30]],
    [1000, [0, 500, 1000]],
  ])('of %d stand beside whole numbers', (count, levels) => {
    const moments = Array.from({ length: count }, (_, n) => NOON - n * 1000);
    expect(curveOf(moments, about).levels).toEqual(levels);
  });

  it('were half there by the middle one', () => {
    expect(halfOf([4, 1, 3, 2])).toBe(2);
    expect(halfOf([])).toBeUndefined();
  });
});
