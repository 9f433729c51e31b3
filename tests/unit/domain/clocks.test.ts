import { describe, expect, it } from '@jest/globals';
import {
  changeTimes,
  detectedByDefault,
  figuresOf,
  heldByDefault,
  keepTimes,
  withDefaultDetection,
  wrongPair,
} from '../../../src/domain/clocks/clocks';
import { type Instant, instant } from '../../../src/domain/time';
import { at } from '../../fixtures/incidents';

const maybe = (hhmm: string | undefined) => (hhmm === undefined ? undefined : at(hhmm));

function times(start?: string, detected?: string, recovered?: string) {
  return {
    impactStart: maybe(start),
    impactDetected: maybe(detected),
    impactRecovered: maybe(recovered),
  };
}

describe('time to detect and time to recovery', () => {
  it.each([
    { of: times('10:00', '10:07', '11:12'), ttd: 7, ttr: 72, why: 'a plain incident' },
    { of: times('10:00', '10:00', '10:00'), ttd: 0, ttr: 0, why: 'known at once, over at once' },
    { of: times('10:00', '10:07'), ttd: 7, ttr: undefined, why: 'not recovered yet' },
    { of: times('10:00', undefined, '11:00'), ttd: undefined, ttr: 60, why: 'detection unknown' },
    {
      of: times(undefined, '10:07', '11:00'),
      ttd: undefined,
      ttr: undefined,
      why: 'start unknown',
    },
    {
      of: times('10:08', '10:07', '11:00'),
      ttd: undefined,
      ttr: undefined,
      why: 'detected too early',
    },
    {
      of: times('10:00', '11:01', '11:00'),
      ttd: undefined,
      ttr: undefined,
      why: 'over before it was known',
    },
    {
      of: times('11:00', undefined, '10:00'),
      ttd: undefined,
      ttr: undefined,
      why: 'over before it began',
    },
  ])('are $ttd and $ttr minutes: $why', ({ of, ttd, ttr }) => {
    const figures = figuresOf(of);
    expect(figures.ttdMinutes).toBe(ttd);
    expect(figures.ttrMinutes).toBe(ttr);
  });

  it('keep seconds, as hundredths of a minute', () => {
    const impactStart = instant('2026-03-02T10:00:00Z');
    const impactDetected = instant('2026-03-02T10:00:41Z');
    expect(figuresOf({ impactStart, impactDetected }).ttdMinutes).toBe(0.68);
  });

  it.each([
    { start: '09:55:12', detected: '09:55:00', ttd: 0, why: 'Jira cut the seconds of the second' },
    { start: '09:55:40', detected: '09:55:20', ttd: 0, why: 'both lie in one minute' },
    { start: '09:56:00', detected: '09:55:59', ttd: undefined, why: 'a minute is a minute' },
  ])('from $start to $detected is $ttd: $why', ({ start, detected, ttd }) => {
    const [impactStart, impactDetected] = [start, detected].map((time) =>
      instant(`2026-03-02T${time}Z`),
    );
    expect(figuresOf({ impactStart, impactDetected }).ttdMinutes).toBe(ttd);
  });

  it('count real time on the night when summer time begins', () => {
    const impactStart = instant('2026-03-29T00:30:00+01:00');
    const impactRecovered = instant('2026-03-29T03:30:00+02:00');
    expect(figuresOf({ impactStart, impactRecovered }).ttrMinutes).toBe(120);
  });
});

describe('the wrong pair', () => {
  it.each([
    { of: times('10:08', '10:07'), pair: ['impactStart', 'impactDetected'] },
    { of: times(undefined, '11:01', '11:00'), pair: ['impactDetected', 'impactRecovered'] },
    { of: times('11:00', undefined, '10:00'), pair: ['impactStart', 'impactRecovered'] },
    { of: times('10:00', '10:00', '10:00'), pair: undefined },
  ])('is $pair', ({ of, pair }) => {
    const wrong = wrongPair(of);
    expect(wrong && [wrong.earlier, wrong.later]).toEqual(pair);
  });
});

describe('detection, when nobody has said otherwise', () => {
  const created = at('10:05');

  it('is the moment the incident was raised', () => {
    expect(withDefaultDetection(times('10:00'), created).impactDetected).toBe(created);
  });

  it('is not touched when a person gave it', () => {
    expect(withDefaultDetection(times('10:00', '10:02'), created).impactDetected).toBe(at('10:02'));
  });

  it.each([
    { of: times('10:06'), why: 'the impact began after it was raised' },
    { of: times('09:00', undefined, '10:04'), why: 'it was over before it was raised' },
  ])('is unknown when $why', ({ of }) => {
    expect(withDefaultDetection(of, created).impactDetected).toBeUndefined();
  });

  it('is withdrawn again when a later correction contradicts it', () => {
    const before = withDefaultDetection(times('10:00'), created);
    const corrected = { ...before, impactRecovered: at('10:01') };
    const after = withDefaultDetection(corrected, created);
    expect(after.impactDetected).toBeUndefined();
    expect(figuresOf(after).ttrMinutes).toBe(1);
  });

  it('is recognised to the second, whatever Jira does with milliseconds', () => {
    const raised = (created + 123) as Instant;
    expect(detectedByDefault({ impactDetected: created }, raised)).toBe(true);
    expect(detectedByDefault({ impactDetected: (created + 1000) as Instant }, raised)).toBe(false);
  });

  it('is recognised in a field that lost its seconds', () => {
    const raised = (created + 40_000) as Instant;
    expect(heldByDefault({ impactDetected: created }, raised)).toBe(true);
    expect(heldByDefault({ impactDetected: (created + 60_000) as Instant }, raised)).toBe(false);
    expect(heldByDefault({}, raised)).toBe(false);
  });
});

describe('changing times', () => {
  const when = { created: at('10:05'), now: at('12:00') };

  it('leaves what is not named, sets what is given, takes away what is null', () => {
    const changed = changeTimes(
      times('10:00', '10:02', '11:00'),
      { impactStart: at('09:58'), impactRecovered: null },
      when,
    );
    expect(keepTimes(changed, times('09:58', '10:02'))).toBe(true);
  });

  it('lets a start after the creation push the default detection aside', () => {
    const changed = changeTimes(times(undefined, '10:05'), { impactStart: at('10:30') }, when);
    expect(keepTimes(changed, times('10:30'))).toBe(true);
  });

  it.each([
    {
      of: times(undefined, '10:02'),
      change: { impactStart: at('10:03') },
      subject: 'impactStart>impactDetected',
    },
    {
      of: times('10:00', '10:02'),
      change: { impactRecovered: at('10:01') },
      subject: 'impactDetected>impactRecovered',
    },
    {
      of: times('10:00'),
      change: { impactRecovered: at('09:00') },
      subject: 'impactStart>impactRecovered',
    },
  ])('refuses $subject and says so', ({ of, change, subject }) => {
    expect(() => changeTimes(of, change, when)).toThrow(
      expect.objectContaining({ code: 'impossible-times', details: { subject } }),
    );
  });

  it('refuses a moment that has not come, and forgives a clock two minutes fast', () => {
    expect(() => changeTimes({}, { impactStart: at('12:03') }, when)).toThrow(
      expect.objectContaining({ code: 'time-in-future', details: { subject: 'impactStart' } }),
    );
    expect(changeTimes({}, { impactRecovered: at('12:01') }, when).impactRecovered).toBe(
      at('12:01'),
    );
  });
});
