import { describe, expect, it } from '@jest/globals';
import { nextStep } from '../../../src/domain/response/next-step';
import { runningClock } from '../../../src/domain/clocks/running-clock';
import { EMPTY_HEAD } from '../../../src/domain/log/head';
import { anIncident, at, DANA } from '../../fixtures/incidents';

const led = { phase: 'fixing', incidentManager: DANA } as const;
const complete = {
  impactStart: at('09:50'),
  impactDetected: at('10:00'),
  impactRecovered: at('11:00'),
};

describe('the next step', () => {
  it.each([
    { of: {}, step: 'take', why: 'nobody leads a new incident' },
    { of: { incidentManager: DANA }, step: 'take', why: 'assigned, but nobody has started' },
    { of: { phase: 'fixing' as const }, step: 'take', why: 'its leader has left' },
    { of: led, step: 'say-start', why: 'led, and the start is not known' },
    {
      of: { ...led, times: { impactStart: at('09:50') } },
      step: 'tell-internal',
      why: 'led, and nobody inside has been told',
    },
    {
      of: { phase: 'resolved' as const },
      step: 'say-start',
      why: 'over, and the start was never asked',
    },
    {
      of: { phase: 'resolved' as const, times: { impactStart: at('09:50') } },
      step: 'say-recovered',
      why: 'over, and nobody said since when',
    },
    { of: { phase: 'resolved' as const, times: complete }, step: undefined, why: 'complete' },
    { of: { phase: 'cancelled' as const }, step: undefined, why: 'it was no incident' },
    {
      of: { ...led, times: { impactStart: at('10:10'), impactDetected: at('10:01') } },
      step: 'correct-times',
      why: 'two times contradict each other',
    },
  ])('is $step: $why', ({ of, step }) => {
    expect(nextStep({ incident: anIncident(of), head: EMPTY_HEAD, now: at('10:05') })?.step).toBe(
      step,
    );
  });
});

describe('the running clock', () => {
  it.each([
    { of: {}, since: at('10:00'), from: 'impactDetected', why: 'since it was raised' },
    {
      of: { times: { impactDetected: at('09:58') } },
      since: at('09:58'),
      from: 'impactDetected',
      why: 'since detection, while the start is unknown',
    },
    {
      of: { ...led, times: { impactStart: at('09:50'), impactDetected: at('10:00') } },
      since: at('09:50'),
      from: 'impactStart',
      why: 'since impact start',
    },
  ])('counts $why and runs', ({ of, since, from }) => {
    expect(runningClock(anIncident(of))).toEqual({ since, from, until: undefined });
  });

  it('stops at recovery', () => {
    expect(runningClock(anIncident({ phase: 'resolved', times: complete }))?.until).toBe(
      at('11:00'),
    );
  });

  it.each([
    { of: { phase: 'resolved' as const }, why: 'it is over and nobody said since when' },
    {
      of: { times: { impactStart: at('10:10'), impactDetected: at('10:01') } },
      why: 'the times contradict',
    },
  ])('shows nothing when $why', ({ of }) => {
    expect(runningClock(anIncident(of))).toBeUndefined();
  });
});
