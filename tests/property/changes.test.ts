import { describe, expect, test } from '@jest/globals';
import { JQLLexer } from '@atlaskit/jql-parser';
import { CharStreams } from 'antlr4ts';
import fc from 'fast-check';
import {
  aroundOf,
  changesNear,
  type SystemChange,
  windowAround,
} from '../../src/domain/response/changes';
import { bothOf, faultInJql } from '../../src/domain/jql';
import { type Instant } from '../../src/domain/time';

/** Kinds of tokens as Atlassian's own grammar reads a query. */
function tokensOf(jql: string): readonly number[] {
  const lexer = new JQLLexer(CharStreams.fromString(jql));
  lexer.removeErrorListeners();
  return lexer
    .getAllTokens()
    .map(({ type }) => type)
    .filter((type) => type !== JQLLexer.MATCHWS);
}

/** What it takes for no part of a query. */
const BROKEN: readonly number[] = [
  JQLLexer.ERRORCHAR,
  JQLLexer.UNCLOSED_QUOTE_STRING,
  JQLLexer.UNCLOSED_SQUOTE_STRING,
  JQLLexer.INVALID_QUOTE_STRING,
  JQLLexer.INVALID_SQUOTE_STRING,
];

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
    for (const token of tokensOf(jql)) {
      if (token === JQLLexer.LPAREN) depth += 1;
      if (token === JQLLexer.RPAREN) depth -= 1;
      least = Math.min(least, depth);
    }
    return { depth, least };
  };
  const word = fc.constantFrom(
    'a',
    '=',
    '(',
    ')',
    '"',
    "'",
    '\\',
    ' ',
    ' OR ',
    ' ORDER BY ',
    'b',
    't',
    'u0041',
  );

  test('never gets out of them', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const jql = words.join('');
        fc.pre(faultInJql(jql) === undefined);
        expect(tokensOf(jql).filter((token) => BROKEN.includes(token))).toEqual([]);
        const inside = bothOf(jql, 'c = 1').slice(0, jql.length + 1);
        expect(depths(inside)).toEqual({ depth: 1, least: expect.any(Number) });
        expect(depths(inside).least).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 5000 },
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
    // To Atlassian's grammar the first quote is a letter of a word.
    [String.raw`a = \"x" ) OR (b = "y`, undefined],
    [String.raw`a = \") OR (b = "c`, 'jql-open'],
    [String.raw`a = \"x OR (b = c)`, undefined],
    [String.raw`a = "b\(c"`, 'jql-open'],
  ])('%s: %s', (jql, fault) => {
    expect(faultInJql(jql)).toBe(fault);
  });
});
