import { expect, test } from '@jest/globals';
import { type ImpactTimes } from '../../../src/domain/clocks/clocks';
import { type Finding, findingsOf, foundIn } from '../../../src/domain/clocks/data-quality';
import { saidRight } from '../../../src/domain/clocks/doubts';
import { type Incident } from '../../../src/domain/incident/incident';
import { type Instant, instant, iso } from '../../../src/domain/time';
import { NO_NOTES, type Notes } from '../../../src/domain/clocks/notes';
import { anIncident, at, DANA, noted } from '../../fixtures/incidents';

const start = { impactStart: at('09:50') };
const over = { ...start, impactDetected: at('10:00'), impactRecovered: at('11:00') };
const resolved = { phase: 'resolved' as const, times: over };
const later = (moment: Instant, hours: number, minutes = 0) =>
  (moment + (hours * 60 + minutes) * 60_000) as Instant;

const moved = (times: typeof over, days: number) => ({
  impactStart: later(times.impactStart, days * 24),
  impactDetected: later(times.impactDetected, days * 24),
  impactRecovered: later(times.impactRecovered, days * 24),
});
const rightOf = (times: ImpactTimes) =>
  saidRight('halfDayToRecover', times, { by: DANA.id, at: at('23:00') });

const CASES: readonly {
  why: string;
  of: Partial<Incident>;
  notes?: Notes;
  found: readonly `${Finding['kind']} ${string}`[];
  likely?: readonly string[];
}[] = [
  { why: 'all is there', of: resolved, found: [] },
  { why: 'it is being worked on', of: { phase: 'fixing', times: {} }, found: [] },
  {
    why: 'nothing was said of a resolved one',
    of: { phase: 'resolved', times: {} },
    found: ['missing impactStart', 'missing impactDetected', 'missing impactRecovered'],
  },
  { why: 'it was cancelled', of: { phase: 'cancelled', times: {} }, found: [] },
  {
    why: 'detection lies before the start',
    of: { ...resolved, times: { ...over, impactDetected: at('09:40') } },
    found: ['impossible impactStart>impactDetected'],
  },
  {
    why: 'the start lies a year early',
    of: { ...resolved, times: { ...over, impactStart: instant('2025-03-02T09:50:00Z') } },
    found: ['suspicious yearOfStart', 'suspicious longSpan'],
    likely: ['impactStart 2026-03-02T09:50:00.000Z', 'impactStart 2026-03-02T09:50:00.000Z'],
  },
  {
    why: 'the end lies a year late',
    of: { ...resolved, times: { ...over, impactRecovered: instant('2027-03-02T11:00:00Z') } },
    found: ['suspicious yearOfEnd', 'suspicious longSpan'],
    likely: [
      'impactRecovered 2026-03-02T11:00:00.000Z',
      'impactRecovered 2026-03-02T11:00:00.000Z',
    ],
  },
  {
    why: 'it took 181 days',
    of: { ...resolved, times: { ...over, impactRecovered: later(at('09:50'), 181 * 24) } },
    found: ['suspicious longSpan'],
  },
  {
    why: 'it took 180 days',
    of: { ...resolved, times: { ...over, impactRecovered: later(at('09:50'), 180 * 24) } },
    found: [],
  },
  {
    why: 'it was detected after 11 h 50 min',
    of: { phase: 'fixing', times: { ...start, impactDetected: later(at('09:50'), 11, 50) } },
    found: ['suspicious halfDayToDetect'],
  },
  {
    why: 'it was detected after 11 h 49 min',
    of: { phase: 'fixing', times: { ...start, impactDetected: later(at('09:50'), 11, 49) } },
    found: [],
  },
  {
    why: 'it was over 12 h 10 min after detection',
    of: { ...resolved, times: { ...over, impactRecovered: later(at('10:00'), 12, 10) } },
    found: ['suspicious halfDayToRecover'],
    likely: ['impactRecovered 2026-03-02T10:10:00.000Z'],
  },
  {
    why: 'the creation stands in for the detection, and Jira tells of a change before it',
    of: { phase: 'fixing', updated: at('09:00'), times: { impactDetected: at('10:00') } },
    found: [],
  },
  {
    why: 'the start was written before it came',
    of: { phase: 'fixing', updated: at('10:05'), times: { impactStart: at('21:50') } },
    found: ['suspicious startAhead'],
    likely: ['impactStart 2026-03-02T09:50:00.000Z'],
  },
  {
    why: 'the end was written before it came, and has come since',
    of: { ...resolved, updated: at('23:30'), times: { ...over, impactRecovered: at('23:02') } },
    notes: noted(
      { ...over, impactRecovered: at('23:02') },
      { impactRecovered: { at: at('11:05') } },
    ),
    found: ['suspicious endAhead'],
    likely: ['impactRecovered 2026-03-02T11:02:00.000Z'],
  },
  {
    why: 'it was over in the minute in which it began',
    of: {
      ...resolved,
      times: {
        impactStart: at('10:00'),
        impactDetected: at('10:00'),
        impactRecovered: at('10:00'),
      },
    },
    found: ['suspicious noSpan'],
  },
  {
    why: 'the start lies in the year 1',
    of: { ...resolved, times: { ...over, impactStart: instant('0001-03-02T09:50:00Z') } },
    found: ['suspicious yearOfStart', 'suspicious longSpan'],
    likely: ['impactStart 2026-03-02T09:50:00.000Z', 'impactStart 2026-03-02T09:50:00.000Z'],
  },
  {
    why: 'December was written for February',
    of: {
      ...resolved,
      created: instant('2021-02-19T01:10:00Z'),
      times: {
        impactStart: instant('2021-12-18T20:13:00Z'),
        impactDetected: instant('2021-02-19T01:10:00Z'),
        impactRecovered: instant('2021-02-19T01:53:00Z'),
      },
    },
    found: ['impossible impactStart>impactDetected'],
    likely: ['impactStart 2021-02-18T20:13:00.000Z'],
  },
  {
    why: 'July was written for August, and it goes on',
    of: {
      phase: 'fixing',
      created: instant('2021-08-19T09:05:29Z'),
      times: {
        impactStart: instant('2021-07-19T03:40:00Z'),
        impactDetected: instant('2021-08-19T09:05:29Z'),
      },
    },
    found: ['suspicious monthOfStart'],
    likely: ['impactStart 2021-08-19T03:40:00.000Z'],
  },
  {
    why: 'the morning was written for the evening, so that the end lies before the detection',
    of: {
      ...resolved,
      times: { ...start, impactDetected: at('10:00'), impactRecovered: later(at('11:00'), -12) },
    },
    found: ['impossible impactDetected>impactRecovered'],
    likely: ['impactRecovered 2026-03-02T11:00:00.000Z'],
  },
  {
    why: 'it was made from an older one, with its times',
    of: { phase: 'new', times: moved(over, -59) },
    found: ['suspicious copied'],
  },
  {
    why: 'Jira made it from an older one, with its times, and it was resolved',
    of: { ...resolved, summary: 'CLONE - Card payments fail', times: moved(over, -59) },
    found: ['suspicious copied'],
  },
  {
    why: 'it came with the times of an older one and was worked on for an hour',
    of: { ...resolved, statusSince: at('11:00'), times: moved(over, -59) },
    notes: noted(moved(over, -59), {
      impactRecovered: { source: 'changelog', at: at('10:00') },
    }),
    found: ['suspicious copied'],
  },
  {
    why: 'it was brought in years later, whole as it was',
    of: { ...resolved, statusSince: at('10:00'), times: moved(over, -1500) },
    found: [],
  },
  {
    why: 'last year was written in January',
    of: { ...resolved, times: moved(over, -365) },
    found: ['suspicious yearOfStart', 'suspicious yearOfDetection', 'suspicious yearOfEnd'],
    likely: [
      'impactStart 2026-03-02T09:50:00.000Z',
      'impactDetected 2026-03-02T10:00:00.000Z',
      'impactRecovered 2026-03-02T11:00:00.000Z',
    ],
  },
  {
    why: 'somebody said that it is right',
    of: { ...resolved, times: { ...over, impactRecovered: later(at('10:00'), 12) } },
    notes: { ...NO_NOTES, right: [rightOf({ ...over, impactRecovered: later(at('10:00'), 12) })] },
    found: [],
  },
  {
    why: 'somebody said so of other times',
    of: { ...resolved, times: { ...over, impactRecovered: later(at('10:00'), 12, 3) } },
    notes: { ...NO_NOTES, right: [rightOf({ ...over, impactRecovered: later(at('10:00'), 12) })] },
    found: ['suspicious halfDayToRecover'],
    likely: ['impactRecovered 2026-03-02T10:03:00.000Z'],
  },
  {
    why: 'a transition stands in for the end',
    of: resolved,
    notes: noted(over, { impactRecovered: { source: 'event' } }),
    found: ['toConfirm impactRecovered'],
  },
  {
    why: 'Jira refused the end',
    of: { ...resolved, times: { ...start, impactDetected: at('10:00') } },
    notes: noted(over, { impactRecovered: { held: { reason: null, over: null } } }),
    found: ['held impactRecovered'],
  },
  {
    why: 'nobody asked Jira to keep the end',
    of: { ...resolved, times: { ...start, impactDetected: at('10:00') } },
    notes: noted(over, { impactRecovered: { held: { reason: null, over: null, notAsked: true } } }),
    found: [],
  },
];

test.each(CASES)('where $why: $found', ({ of, notes = NO_NOTES, found, likely }) => {
  const findings = findingsOf(anIncident(of), notes);
  expect(findings.map(({ kind, about }) => `${kind} ${about}`)).toEqual(found);
  const guessed = findings.flatMap((one) => ('likely' in one && one.likely ? [one.likely] : []));
  if (likely) expect(guessed.map(({ name, moment }) => `${name} ${iso(moment)}`)).toEqual(likely);
});

test('what may change the figures most weighs most', () => {
  const effect = (of: Partial<Incident>) => foundIn(anIncident(of), NO_NOTES).effect;
  const yearEarly = { ...over, impactStart: instant('2025-03-02T09:50:00Z') };
  expect(effect({ ...resolved, times: yearEarly })).toBe(365 * 24 * 60);
  expect(effect({ phase: 'new', times: moved(over, -59) })).toBe(70);
  expect(effect({ phase: 'resolved', times: {} })).toBe(0);
});
