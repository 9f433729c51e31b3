import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changeTimes,
  figuresOf,
  type ImpactTimes,
  withDefaultDetection,
  wrongPair,
} from '../../src/domain/clocks/clocks';
import { IncidentError } from '../../src/domain/errors';
import {
  type Instant,
  instant,
  instantAt,
  iso,
  MINUTE_MS,
  minuteOf,
  readInstant,
} from '../../src/domain/time';

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

// By whole minutes: a moment on one may be the minute of another, which Jira's fields cut.
test('figures measure spans: moving the whole incident by minutes changes neither', () => {
  const minutes = fc.integer({ min: -TEN_YEARS / MINUTE_MS, max: TEN_YEARS / MINUTE_MS });
  fc.assert(
    fc.property(anyTimes, minutes, (times, by) => {
      const later = (at?: Instant) =>
        at === undefined ? undefined : instantAt(at + by * MINUTE_MS);
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

/** Every way to write an offset that ISO 8601 has, and how many minutes it is ahead of UTC. */
const offset = fc
  .record({
    sign: fc.constantFrom('+', '-'),
    hours: fc.nat(14),
    minutes: fc.constantFrom(0, 30, 45),
    form: fc.constantFrom('Z', '+hh', '+hhmm', '+hh:mm'),
  })
  .map(({ sign, hours, minutes, form }) => {
    const [hh, mm] = [hours, minutes].map((n) => String(n).padStart(2, '0'));
    const of = sign === '-' ? -1 : 1;
    if (form === 'Z') return { text: 'Z', ahead: 0 };
    if (form === '+hh') return { text: `${sign}${hh}`, ahead: of * hours * 60 };
    const colon = form === '+hh:mm' ? ':' : '';
    return { text: `${sign}${hh}${colon}${mm}`, ahead: of * (hours * 60 + minutes) };
  });

const fraction = fc.option(
  fc.record({
    mark: fc.constantFrom('.', ','),
    digits: fc.stringMatching(/^[0-9]{1,9}$/),
  }),
  { nil: undefined },
);

test('a moment is read in every form of ISO 8601 that has an offset', () => {
  fc.assert(
    fc.property(moment, offset, fraction, fc.boolean(), (at, { text, ahead }, part, short) => {
      const wall = iso((at + ahead * 60_000) as Instant);
      if (short) {
        expect(instant(wall.slice(0, 16) + text)).toBe(minuteOf(at));
        return;
      }
      const second = Math.floor(at / 1000) * 1000;
      const ms = part ? Number(part.digits.padEnd(3, '0').slice(0, 3)) : 0;
      const written = wall.slice(0, 19) + (part ? part.mark + part.digits : '') + text;
      expect(instant(written)).toBe(second + ms);
    }),
    { numRuns: 2000 },
  );
});

test('a day that no calendar has is refused, whatever stands behind it', () => {
  const days = fc.record({
    year: fc.integer({ min: 1970, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 31 }), offset, ({ year, month }, day, { text }) => {
      const two = (n: number) => String(n).padStart(2, '0');
      const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const read = readInstant(`${year}-${two(month)}-${two(day)}T12:00:00.000${text}`);
      expect(read === 'no-such-time').toBe(day > lastDay);
    }),
    { numRuns: 2000 },
  );
});
