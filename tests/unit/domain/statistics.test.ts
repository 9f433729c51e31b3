import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { comparable, compare } from '../../../src/domain/figures/compare';
import { countRatio, dispersionOf, poisson } from '../../../src/domain/statistics/counts';
import { binomialCdf, normalCdf } from '../../../src/domain/statistics/distributions';
import {
  type Duration,
  survival,
  survivalQuantile,
} from '../../../src/domain/statistics/kaplan-meier';
import { censoredRatioOf, logRankP } from '../../../src/domain/statistics/log-rank';
import { ratioOf } from '../../../src/domain/statistics/mann-whitney';
import { holding } from '../../../src/domain/statistics/many';
import { wilson } from '../../../src/domain/statistics/proportions';
import { ascending, quantile, ranksOf } from '../../../src/domain/statistics/quantiles';
import { atResolution } from '../../../src/domain/statistics/resolution';
import { sampleOf } from '../../../src/domain/statistics/sample';
import { neededFor, sdOfLog } from '../../../src/domain/statistics/sample-size';
import { PROJECT } from '../../support/project';

/* Against values that others computed: tests/golden/README.md says how. */

type Values = readonly { readonly x: number; readonly open: boolean }[];
type Pair<Of> = { readonly name: string; readonly a: Of; readonly b: Of };
type Row = readonly number[];

/* eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- each file has a shape of its own */
function golden<Values>(name: string): Values {
  return JSON.parse(
    readFileSync(join(PROJECT, 'tests/golden/statistics', `${name}.json`), 'utf8'),
  ) as Values;
}

const samples = golden<{
  two: readonly Pair<readonly number[]>[];
  one: readonly { name: string; values: Values }[];
  censored: readonly Pair<Values>[];
}>('samples');
const scipy = golden<{
  ranks: readonly [number, string, Row | null][];
  least: Readonly<Record<string, number>>;
  normalCdf: readonly [number, number][];
  binomialCdf: readonly [number, number, number, number][];
  wilson: readonly [number, number, number, number][];
  poisson: readonly [number, number, number][];
  countRatio: readonly [number, number, number, number | null][];
  needed: readonly [number, number, number][];
  holding: readonly [readonly number[], readonly boolean[]];
  mannWhitney: readonly { name: string; p: number; ratio: number }[];
  survival: readonly { name: string; steps: readonly Row[] }[];
  logRank: readonly { name: string; p: number }[];
}>('scipy');
type Bounds = { readonly low: number; readonly high: number | null };
const r = golden<{
  two: readonly ({ name: string; ratio: number; p: number } & Bounds)[];
  one: readonly ({ name: string; median: number } & Bounds)[];
  censored: readonly ({ name: string; p: number } & Bounds)[];
}>('r');
const real = golden<{
  percentiles: Readonly<Record<string, number>>;
  sdOfLog: number;
}>('real');

const share = (text: string) => {
  const [over = 0, under = 1] = text.split('/').map(Number);
  return over / under;
};
const durations = (all: Values): Duration[] => all.map(({ x: ms, open }) => ({ ms, open }));
const sample = (all: Values) => sampleOf(durations(all));
const ended = (all: readonly number[]) => sampleOf(all.map((ms) => ({ ms, open: false })));

/** To so many digits, whatever the size. */
function near(is: number | null | undefined, should: number | null, digits = 9): void {
  if (should === null || is === null || is === undefined) expect(is ?? null).toBe(should);
  else if (should === 0) expect(Math.abs(is)).toBeLessThan(10 ** -digits);
  else expect(Math.abs(is / should - 1)).toBeLessThan(10 ** -digits);
}

function named<One extends { readonly name: string }>(all: readonly One[], name: string): One {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`No sample is called ${name}`);
  return found;
}

describe('quantiles', () => {
  test.each(scipy.ranks)('ranks of %d incidents for %s', (n, q, ranks) => {
    const own = ranksOf(n, share(q));
    expect(own ? [own.low, own.high] : null).toEqual(ranks);
  });

  it('have an interval from as many incidents on as the rules say', () => {
    expect(scipy.least).toEqual({ '1/2': 6, '3/4': 13, '9/10': 36, '19/20': 72, '99/100': 368 });
    for (const [q, least] of Object.entries(scipy.least)) {
      expect(ranksOf(least - 1, share(q))).toBeUndefined();
      expect(ranksOf(least, share(q))).toBeDefined();
    }
  });

  it('of the real incidents', () => {
    const history = readFileSync(join(PROJECT, 'sandbox/seeds/data/history.jsonl'), 'utf8');
    const spans = history
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { impactStart: string; recovered: string })
      .map((one) => Date.parse(one.recovered) - Date.parse(one.impactStart));
    const sorted = ascending(spans);
    for (const [q, value] of Object.entries(real.percentiles)) {
      near(quantile(sorted, Number(q) / 100).value, value * 60_000);
    }
    near(sdOfLog(spans), real.sdOfLog);
  });
});

describe('distributions', () => {
  test.each(scipy.normalCdf)('normal, %d', (z, should) => near(normalCdf(z), should));
  test.each(scipy.binomialCdf)('binomial, %d of %d at %d', (k, n, p, should) =>
    near(binomialCdf(k, n, p), should, 8),
  );
});

describe('shares and counts', () => {
  test.each(scipy.wilson)('%d of %d', (k, n, low, high) => {
    near(wilson(k, n).low, low);
    near(wilson(k, n).high, high);
  });
  test.each(scipy.poisson)('%d by chance', (k, low, high) => {
    near(poisson(k).low, low, 7);
    near(poisson(k).high, high, 7);
  });
  test.each(scipy.countRatio)('%d, then %d', (first, second, low, high) => {
    const own = countRatio([first, second], [1, 1]);
    near(own?.low, low, 7);
    near(own?.high, high, 7);
  });
  it('clusters widen the interval', () => {
    expect(dispersionOf([3, 3, 3, 3])).toBeNull();
    near(dispersionOf([0, 10, 0, 10, 0]), 30 / 4);
    const [even, clustered] = [1, 4].map((by) => countRatio([20, 40], [1, 1], by));
    expect(even?.low).toBeGreaterThan(1);
    expect(clustered?.low).toBeLessThan(1);
  });
  it('tests that hold together', () => {
    expect(holding(scipy.holding[0])).toEqual(scipy.holding[1]);
    expect(holding([])).toEqual([]);
  });
  test.each(scipy.needed)('a cut of %d at a deviation of %d', (cut, sd, n) => {
    expect(neededFor(cut, sd)).toBe(n);
  });
});

describe('two groups', () => {
  test.each(scipy.mannWhitney)('$name', ({ name, p, ratio }) => {
    const { a, b } = named(samples.two, name);
    const own = ratioOf(ended(a), ended(b));
    near(own.p, p, 8);
    near(own.ratio, ratio);
  });
  test.each(r.two)('$name, interval', ({ name, low, high, p }) => {
    const { a, b } = named(samples.two, name);
    const own = ratioOf(ended(a), ended(b));
    near(own.low, low);
    near(own.high, high);
    near(own.p, p);
  });
});

describe('durations in minutes, as docs/decisions/0022 has it', () => {
  const { before, after, ...told } = golden<{
    before: Row;
    after: Row;
    p: number;
    ratio: number;
    sdOfLog: number;
    needed: number;
  }>('minutes');
  const closed = (all: Row) => all.map((ms) => ({ ms, open: false }));
  it('are compared as others do with what was rounded', () => {
    const own = compare(comparable(closed(before)), comparable(closed(after)));
    near(own.p ?? undefined, told.p, 8);
    near(own.ratio ?? undefined, told.ratio);
  });
  it('spread as others reckon, and need as many', () => {
    const sd = sdOfLog(before.map(atResolution));
    near(sd ?? undefined, told.sdOfLog);
    expect(neededFor(0.5, sd ?? 0)).toBe(told.needed);
  });
  it.each([
    [0, 0.5],
    [29_999, 0.5],
    [30_000, 1],
    [89_999, 1],
    [90_000, 2],
  ])('%d milliseconds count as %d minutes', (ms, minutes) => {
    expect(atResolution(ms)).toBe(minutes * 60_000);
  });
  it('seconds decide nothing: two groups of the same minutes are the same', () => {
    const a = closed([60_000, 125_000, 600_000, 1_200_000, 1_800_000, 0]);
    const b = closed([61_000, 119_000, 610_000, 1_195_000, 1_801_000, 5_000]);
    expect(compare(comparable(a), comparable(b))).toMatchObject({ ratio: 1, p: 1 });
  });
});

describe('durations of which some go on', () => {
  test.each(scipy.survival)('curve $name', ({ name, steps }) => {
    const own = survival(durations(named(samples.one, name).values));
    for (const [at, [ms = 0, left = 0, low = 0, high = 0]] of steps.entries()) {
      expect(own[at]?.ms).toBe(ms);
      near(own[at]?.share, left);
      near(own[at]?.low, low);
      near(own[at]?.high, high);
    }
  });
  test.each(r.one)('median $name', ({ name, median, low, high }) => {
    const all = durations(named(samples.one, name).values);
    const own = survivalQuantile(survival(all), all.length);
    near(own.value, median);
    near(own.low, low);
    near(own.high, high);
  });
  test.each(scipy.logRank)('log-rank $name', ({ name, p }) => {
    const { a, b } = named(samples.censored, name);
    near(logRankP(sample(a), sample(b)), p);
  });
  test.each(r.censored)('ratio $name', ({ name, low, high, p }) => {
    const { a, b } = named(samples.censored, name);
    const own = censoredRatioOf(sample(a), sample(b));
    near(own.p, p);
    // R's is on a grid of 0.2 %.
    near(own.low, low, 2.5);
    near(own.high, high, 2.5);
  });
});
