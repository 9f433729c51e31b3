import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countRatio, poisson } from '../../src/domain/statistics/counts';
import { type Estimate } from '../../src/domain/statistics/estimate';
import {
  type Duration,
  survival,
  survivalQuantile,
} from '../../src/domain/statistics/kaplan-meier';
import { censoredRatioOf } from '../../src/domain/statistics/log-rank';
import { ratioOf } from '../../src/domain/statistics/mann-whitney';
import { wilson } from '../../src/domain/statistics/proportions';
import { ascending, quantile } from '../../src/domain/statistics/quantiles';
import { sampleOf } from '../../src/domain/statistics/sample';

const ms = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 1e12 }));
const duration = fc.record({ ms, open: fc.boolean() });
const some = fc.array(duration, { maxLength: 80 });
const values = fc.array(ms, { minLength: 1, maxLength: 120 }).map(ascending);
const shares = fc.constantFrom(0.5, 0.75, 0.9, 0.95, 0.99);

const ended = (all: readonly number[]) => sampleOf(all.map((ms) => ({ ms, open: false })));
const medianOf = (all: readonly Duration[]) => survivalQuantile(survival(all), all.length);

/** Ends are in order, the value is between them, and nothing is no number. */
function isSound({ value, low, high }: Omit<Estimate, 'n'>): void {
  for (const one of [value, low, high]) if (one !== null) expect(Number.isFinite(one)).toBe(true);
  if (low !== null) expect(low).toBeLessThanOrEqual((value ?? Infinity) * (1 + 1e-9));
  if (high !== null) expect(high * (1 + 1e-9)).toBeGreaterThanOrEqual(value ?? -Infinity);
}

describe('an interval holds its estimate', () => {
  it('of a quantile', () => {
    fc.assert(fc.property(values, shares, (sorted, q) => isSound(quantile(sorted, q))));
  });
  it('of a median with open ones', () => {
    fc.assert(fc.property(some, (all) => isSound(medianOf(all))));
  });
  it('of a ratio', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const { ratio, ...ends } = ratioOf(ended(a), ended(b));
        isSound({ value: ratio, ...ends });
      }),
    );
  });
  it('of a ratio with open ones', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const { ratio, ...ends } = censoredRatioOf(sampleOf(a), sampleOf(b));
        isSound({ value: ratio, ...ends });
      }),
    );
  });
  it('of counts and shares', () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        isSound(poisson(a));
        isSound(wilson(Math.min(a, b), Math.max(a, b)));
        const ratio = countRatio([a, b], [1, 1]);
        if (ratio) isSound({ value: ratio.ratio, low: ratio.low, high: ratio.high });
      }),
    );
  });
});

describe('nothing hangs on', () => {
  it('the order in which incidents come', () => {
    const shuffled = some.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => expect(survival(other)).toEqual(survival(all))),
    );
  });
  it('the unit of time', () => {
    const times = (all: readonly Duration[], by: number) =>
      all.map((one) => ({ ...one, ms: one.ms * by }));
    fc.assert(
      fc.property(some, fc.constantFrom(2, 8, 1024), (all, by) => {
        const [own, scaled] = [medianOf(all), medianOf(times(all, by))];
        const by2 = (one: number | null) => (one === null ? null : one * by);
        expect(scaled).toEqual({
          n: own.n,
          value: by2(own.value),
          low: by2(own.low),
          high: by2(own.high),
        });
      }),
    );
  });
  it('which of the two is stretched', () => {
    const long = fc.array(fc.integer({ min: 1000, max: 1e9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(long.map(ascending), long.map(ascending), (a, b) => {
        const [own, stretched] = [
          ratioOf(ended(a), ended(b)),
          ratioOf(ended(a), ended(b.map((one) => one * 8))),
        ];
        expect(stretched.ratio / own.ratio).toBeCloseTo(8, 6);
      }),
    );
  });
});

it('one more that goes on never lowers the median', () => {
  fc.assert(
    fc.property(some, ms, (all, at) => {
      const [before, after] = [medianOf(all), medianOf([...all, { ms: at, open: true }])];
      expect(after.value ?? Infinity).toBeGreaterThanOrEqual(before.value ?? Infinity);
    }),
  );
});

it('without any that goes on the median is the usual one', () => {
  fc.assert(
    fc.property(values, (sorted) => {
      const all = sorted.map((one) => ({ ms: one, open: false }));
      expect(medianOf(all).value).toBe(quantile(sorted, 0.5).value);
    }),
  );
});
