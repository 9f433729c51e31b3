import { expect, test } from '@jest/globals';
import { type Incident, type IncidentId } from '../../../src/domain/incident';
import { type Notes } from '../../../src/domain/time-notes';
import { reconcile } from '../../../src/usecases/reconcile';
import { FakeTimeNotes } from '../../fakes/time-notes';
import { anIncident, at, noted } from '../../fixtures/incidents';

const start = { impactStart: at('09:50') };
const detected = { ...start, impactDetected: at('10:00') };
const over = { ...detected, impactRecovered: at('11:00') };
const resolved = { phase: 'resolved' as const, statusSince: at('11:05'), times: over };
const right = { ttdMinutes: 10, ttrMinutes: 70 };

const CASES: readonly { of: Partial<Incident>; notes: Notes; jobs: number; why: string }[] = [
  {
    ...{ of: { times: detected, figures: { ttdMinutes: 10 } }, notes: noted(start) },
    ...{ jobs: 0, why: 'all is right' },
  },
  {
    ...{ of: { times: detected, figures: { ttdMinutes: 10 } }, notes: noted({}) },
    ...{ jobs: 1, why: 'nobody noted where the start came from' },
  },
  {
    ...{ of: { times: detected }, notes: noted(start) },
    ...{ jobs: 1, why: 'TTD was never written' },
  },
  {
    ...{ of: { times: detected, figures: { ttdMinutes: 9 } }, notes: noted(start) },
    ...{ jobs: 1, why: 'TTD is out of date' },
  },
  { of: { times: start }, notes: noted(start), jobs: 1, why: 'detection was never filled in' },
  {
    of: { times: { impactStart: at('10:30'), impactDetected: at('10:20') } },
    notes: noted({ impactStart: at('10:30'), impactDetected: at('10:20') }),
    ...{ jobs: 0, why: 'there are rightly no figures' },
  },
  {
    of: { ...resolved, figures: right },
    notes: { ...noted(over), lookedAt: at('11:05') },
    ...{ jobs: 0, why: 'it was looked at since it was resolved' },
  },
  {
    of: { ...resolved, figures: right },
    notes: { ...noted(over), lookedAt: at('10:55') },
    ...{ jobs: 1, why: 'it may have come back since it was looked at' },
  },
  {
    of: { times: detected, figures: { ttdMinutes: 15 } },
    notes: noted(detected, {
      impactStart: { moment: at('09:45'), held: { reason: null, over: at('09:50') } },
    }),
    ...{ jobs: 1, why: 'Jira may take today what it refused' },
  },
];

test.each(CASES)('$jobs jobs where $why', async ({ of, notes, jobs: expected }) => {
  const asked: IncidentId[] = [];
  const looked: number[] = [];
  const incident = anIncident(of);
  const timeNotes = new FakeTimeNotes();
  await timeNotes.change(incident.id, () => notes);
  const found = await reconcile({
    changedIncidents: {
      async *within(minutes): AsyncGenerator<Incident> {
        looked.push(minutes);
        yield await Promise.resolve(incident);
      },
    },
    timeNotes,
    jobs: { updateFigures: (id) => Promise.resolve(void asked.push(id)) },
  });
  expect(found).toBe(expected);
  expect(asked).toHaveLength(expected);
  expect(looked).toEqual([150]);
});
