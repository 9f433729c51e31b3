import { expect, test } from '@jest/globals';
import { type Finding, findingsOf } from '../../../src/domain/clocks/data-quality';
import { type Incident } from '../../../src/domain/incident/incident';
import { type Instant, instant } from '../../../src/domain/time';
import { NO_NOTES, type Notes } from '../../../src/domain/clocks/notes';
import { anIncident, at, noted } from '../../fixtures/incidents';

const start = { impactStart: at('09:50') };
const over = { ...start, impactDetected: at('10:00'), impactRecovered: at('11:00') };
const resolved = { phase: 'resolved' as const, times: over };
const later = (moment: Instant, hours: number, minutes = 0) =>
  (moment + (hours * 60 + minutes) * 60_000) as Instant;

const CASES: readonly {
  why: string;
  of: Partial<Incident>;
  notes?: Notes;
  found: readonly `${Finding['kind']} ${string}`[];
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
  },
  {
    why: 'the end lies a year late',
    of: { ...resolved, times: { ...over, impactRecovered: instant('2027-03-02T11:00:00Z') } },
    found: ['suspicious yearOfEnd', 'suspicious longSpan'],
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

test.each(CASES)('where $why: $found', ({ of, notes = NO_NOTES, found }) => {
  const told = findingsOf(anIncident(of), notes).map(({ kind, about }) => `${kind} ${about}`);
  expect(told).toEqual(found);
});
