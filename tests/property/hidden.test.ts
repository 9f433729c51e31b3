import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spansOf } from '../../src/domain/figures/calendar';
import { type Choice, cohortOf } from '../../src/domain/figures/cohort';
import { firstSteps } from '../../src/domain/figures/first-steps';
import { type Counted, inBatches } from '../../src/domain/figures/hidden';
import { howLong } from '../../src/domain/figures/how-long';
import { isItChanging } from '../../src/domain/figures/is-it-changing';
import { kindInPictures, kindOfFindings } from '../../src/domain/figures/kinds';
import { promises } from '../../src/domain/figures/promises';
import { type Row } from '../../src/domain/figures/row';
import { dataQuality } from '../../src/domain/figures/table';
import { where } from '../../src/domain/figures/where';
import { type Severity } from '../../src/domain/incident/severity';
import { type Instant, instant } from '../../src/domain/time';
import { aRow, later } from '../fixtures/rows';

const now = instant('2026-06-01T12:00:00Z');
const whole: Choice = { from: instant('2026-01-01T00:00:00Z'), to: now, now };
const service = fc.constantFrom('a', 'b', 'c').map((id) => ({ id, name: id }));

const about = fc.record({
  severity: fc.constantFrom<Severity>(1, 2, 3),
  service,
  products: fc.subarray(['x', 'y']).map((ids) => ids.map((id) => ({ id, name: id }))),
  drill: fc.nat(9).map((one) => one === 0),
  kept: fc.nat(2),
  findings: fc.constantFrom<Row['findings']>([], [], ['suspicious']),
  isTaken: fc.boolean(),
  isOpen: fc.nat(4).map((one) => one === 0),
  day: fc.nat(140),
});
const rowsFrom = (first: number, least: number, most: number) =>
  fc.array(about, { minLength: least, maxLength: most }).map((all) =>
    all.map(({ day, isOpen, isTaken, ...rest }, at): Row => {
      const start = later(whole.from, day * 24 * 60 + 60);
      const { recovered, ...row } = aRow(first + at, { ...rest, start });
      const taken = isTaken ? { taken: later(row.detected, 3) } : {};
      return isOpen ? { ...row, ...taken, phase: 'fixing' } : { ...row, ...taken, recovered };
    }),
  );
const seen = rowsFrom(1, 0, 30);

const counted = (rows: readonly Row[], hidden: readonly Row[]) => [
  ...rows,
  ...inBatches(hidden, (row) => kindInPictures(row, now)),
];

function everything(rows: readonly Row[], hidden: readonly Row[], choice: Choice) {
  const { members, ...rest } = cohortOf(counted(rows, hidden), choice);
  const spans = {
    spans: spansOf(choice, 'month', { zone: 'UTC' }),
    grouping: 'month',
    now,
  } as const;
  const quality = [...rows, ...inBatches(hidden, kindOfFindings)];
  return {
    ...rest,
    howLong: howLong(members, { now, projectKey: 'HOT', withMean: true }),
    changing: isItChanging(members, spans),
    where: (['service', 'product', 'severity'] as const).map((grouping) =>
      where(members, { grouping, now }),
    ),
    steps: firstSteps(members, spans),
    promises: promises(members, spans),
    quality: dataQuality(quality, choice, 'HOT'),
  };
}

const day = fc.nat(150).map((days) => later(whole.from, days * 24 * 60));
const choices = fc
  .record({
    ends: fc.tuple(day, day).map((ends) => ends.toSorted((a, b) => a - b) as [Instant, Instant]),
    severities: fc.subarray<Severity>([1, 2, 3]),
    services: fc.subarray(['a', 'b', 'c']),
  })
  .map(({ ends: [from, to], ...rest }): Choice => ({ from, to, now, ...rest }));

it('one to four hidden incidents change nothing', () => {
  fc.assert(
    fc.property(seen, rowsFrom(100, 1, 4), choices, (rows, hidden, choice) => {
      expect(everything(rows, hidden, choice)).toEqual(everything(rows, [], choice));
    }),
  );
});

it('between any two choices lie five hidden incidents or more, or none, in every figure', () => {
  const hiddenIn = (hidden: readonly Row[], choice: Choice): readonly Counted[] =>
    cohortOf(counted([], hidden), choice).members;
  const figures: readonly ((row: Row) => boolean)[] = [
    () => true,
    (row) => row.recovered !== undefined,
    (row) => row.taken !== undefined,
    (row) => row.kept > 0,
  ];
  fc.assert(
    fc.property(rowsFrom(100, 0, 120), choices, choices, (hidden, one, other) => {
      for (const isIn of figures) {
        const [a, b] = [one, other].map((choice) =>
          hiddenIn(hidden, choice)
            .filter(isIn)
            .map(({ number }) => number),
        );
        const [inA, inB] = [new Set(a), new Set(b)];
        for (const rest of [a?.filter((n) => !inB.has(n)), b?.filter((n) => !inA.has(n))]) {
          expect(rest?.length === 0 || (rest?.length ?? 0) >= 5).toBe(true);
        }
      }
    }),
  );
});
