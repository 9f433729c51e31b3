import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changeTimes,
  figuresOf,
  type ImpactTimes,
  withDefaultDetection,
  wrongPair,
} from '../../src/domain/clocks';
import { IncidentError } from '../../src/domain/errors';
import { type Instant, instant, iso } from '../../src/domain/time';

const YEAR_2020 = Date.UTC(2020, 0);
const TEN_YEARS = 10 * 365 * 24 * 60 * 60_000;
const NOW = (YEAR_2020 + TEN_YEARS) as Instant;

const moment = fc.nat(TEN_YEARS - 1).map((ms) => (YEAR_2020 + ms) as Instant);
const maybe = fc.option(moment, { nil: undefined });
const anyTimes: fc.Arbitrary<ImpactTimes> = fc.record({
  impactStart: maybe,
  impactDetected: maybe,
  impactRecovered: maybe,
});
const change = fc.record(
  {
    impactStart: fc.option(moment),
    impactDetected: fc.option(moment),
    impactRecovered: fc.option(moment),
  },
  { requiredKeys: [] },
);

test('figures are never negative, and TTD never exceeds TTR', () => {
  fc.assert(
    fc.property(anyTimes, (times) => {
      const { ttdMinutes = 0, ttrMinutes = Number.POSITIVE_INFINITY } = figuresOf(times);
      expect(ttdMinutes).toBeGreaterThanOrEqual(0);
      expect(ttrMinutes).toBeGreaterThanOrEqual(ttdMinutes);
    }),
  );
});

test('figures measure spans: moving the whole incident in time changes neither', () => {
  fc.assert(
    fc.property(anyTimes, fc.integer({ min: -TEN_YEARS, max: TEN_YEARS }), (times, ms) => {
      const later = (at?: Instant) => (at === undefined ? undefined : ((at + ms) as Instant));
      const moved: ImpactTimes = {
        impactStart: later(times.impactStart),
        impactDetected: later(times.impactDetected),
        impactRecovered: later(times.impactRecovered),
      };
      expect(figuresOf(moved)).toEqual(figuresOf(times));
    }),
  );
});

test('the default detection never contradicts what people said, and asking again changes nothing', () => {
  fc.assert(
    fc.property(anyTimes, moment, (times, created) => {
      const once = withDefaultDetection(times, created);
      expect(withDefaultDetection(once, created)).toEqual(once);
      if (!wrongPair(times)) expect(wrongPair(once)).toBeUndefined();
      expect(once.impactStart).toBe(times.impactStart);
      expect(once.impactRecovered).toBe(times.impactRecovered);
    }),
  );
});

test('a change is either refused in words or leaves a possible order', () => {
  fc.assert(
    fc.property(anyTimes, change, moment, (times, wanted, created) => {
      try {
        expect(wrongPair(changeTimes(times, wanted, { created, now: NOW }))).toBeUndefined();
      } catch (error) {
        expect(error).toBeInstanceOf(IncidentError);
      }
    }),
  );
});

test('a moment survives being written and read', () => {
  fc.assert(fc.property(moment, (at) => expect(instant(iso(at))).toBe(at)));
});
