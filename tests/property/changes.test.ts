import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aroundOf,
  changesNear,
  type SystemChange,
  windowAround,
} from '../../src/domain/response/changes';
import { bothOf, faultInJql } from '../../src/domain/jql';
import { type Instant } from '../../src/domain/time';

const START = Date.parse('2026-03-02T12:00:00Z') as Instant;
const MINUTE = 60_000;

const change: fc.Arbitrary<SystemChange> = fc.record({
  kind: fc.constantFrom('issue', 'deployment'),
  id: fc.uuid(),
  name: fc.string(),
  at: fc.integer({ min: -2000, max: 2000 }).map((m) => (START + m * MINUTE) as Instant),
  service: fc.option(fc.constantFrom('Payments', ' payments', 'Basket'), { nil: undefined }),
});

test('what is near is inside of the window, the faulty service first, and the newest first', () => {
  const window = windowAround(aroundOf({ impactStart: START }, START));
  fc.assert(
    fc.property(fc.array(change), (all) => {
      const near = changesNear(all, window, 'PAYMENTS');
      const minutes = near.map(({ at }) => (at - START) / MINUTE);
      expect(minutes.every((m) => m >= -24 * 60 && m <= 120)).toBe(true);
      expect(near).toHaveLength(
        all.filter(({ at }) => at >= window.from && at <= window.until).length,
      );
      const firstOther = near.findIndex(({ isFaultyService }) => !isFaultyService);
      const [faulty, others] =
        firstOther < 0 ? [near, []] : [near.slice(0, firstOther), near.slice(firstOther)];
      for (const part of [faulty, others]) {
        expect(part.map(({ at }) => at)).toEqual(
          part.map(({ at }) => at).toSorted((a, b) => b - a),
        );
      }
      expect(faulty.every(({ service }) => service?.trim().toLowerCase() === 'payments')).toBe(
        true,
      );
      expect(others.some(({ isFaultyService }) => isFaultyService)).toBe(false);
    }),
  );
});

test.each([
  [{ impactStart: START }, 'impactStart', START],
  [{ impactDetected: START }, 'impactDetected', START],
  [{}, 'impactDetected', START + MINUTE],
] as const)('%o is held against %s', (times, of, at) => {
  expect(aroundOf(times, (START + MINUTE) as Instant)).toEqual({ of, at });
});

describe('a query in parentheses', () => {
  /** What the parentheses of a text enclose at its first level, quotes left out. */
  const depths = (jql: string) => {
    let [depth, least] = [0, Infinity];
    const bare = jql.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, '_');
    for (const letter of bare) {
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      least = Math.min(least, depth);
    }
    return { depth, least };
  };
  const word = fc.constantFrom('a', '=', '(', ')', '"', "'", '\\', ' ', 'OR', 'ORDER BY', 'b');

  test('never gets out of them', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const jql = words.join(' ');
        fc.pre(faultInJql(jql) === undefined);
        const inside = bothOf(jql, 'c = 1').slice(0, jql.length + 1);
        expect(depths(inside)).toEqual({ depth: 1, least: expect.any(Number) });
        expect(depths(inside).least).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['project = CHG', undefined],
    ['summary ~ "a) ORDER BY (b"', undefined],
    [String.raw`summary ~ "a \" b"`, undefined],
    ['orders by = 1', undefined],
    ['a = 1 order   by b', 'jql-order'],
    ['a = 1) OR (b = 2', 'jql-open'],
    ['a = "b', 'jql-open'],
    [`a = 'b" c`, 'jql-open'],
  ])('%s: %s', (jql, fault) => {
    expect(faultInJql(jql)).toBe(fault);
  });
});
