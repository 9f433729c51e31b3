import { expect, test } from '@jest/globals';
import { type Incident, type IncidentId } from '../../../src/domain/incident';
import { reconcile } from '../../../src/usecases/reconcile';
import { anIncident, at } from '../../fixtures/incidents';

const start = { impactStart: at('09:50') };
const detected = { ...start, impactDetected: at('10:00') };

test.each([
  { of: { times: detected, figures: { ttdMinutes: 10 } }, jobs: 0, why: 'all is right' },
  { of: { times: detected, figures: {} }, jobs: 1, why: 'TTD was never written' },
  { of: { times: detected, figures: { ttdMinutes: 9 } }, jobs: 1, why: 'TTD is out of date' },
  { of: { times: start, figures: {} }, jobs: 1, why: 'detection was never filled in' },
  {
    of: { times: { impactStart: at('10:30'), impactDetected: at('10:20') }, figures: {} },
    jobs: 0,
    why: 'there are rightly no figures',
  },
])('$jobs jobs where $why', async ({ of, jobs: expected }) => {
  const asked: IncidentId[] = [];
  const looked: number[] = [];
  const found = await reconcile({
    changedIncidents: {
      async *within(minutes): AsyncGenerator<Incident> {
        looked.push(minutes);
        yield await Promise.resolve(anIncident(of));
      },
    },
    jobs: { updateFigures: (id) => Promise.resolve(void asked.push(id)) },
  });
  expect(found).toBe(expected);
  expect(asked).toHaveLength(expected);
  expect(looked).toEqual([150]);
});
