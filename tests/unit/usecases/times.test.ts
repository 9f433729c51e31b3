import { describe, expect, it } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { setTimes } from '../../../src/usecases/set-times';
import { updateFigures } from '../../../src/usecases/update-figures';
import { FakeIncidents } from '../../fakes/incidents';
import { anIncident, at, DANA } from '../../fixtures/incidents';

function site(about: Parameters<typeof anIncident>[0] = {}) {
  const incident = anIncident(about);
  const incidents = new FakeIncidents([incident]);
  const asked: string[] = [];
  const jobs = { updateFigures: (id: string) => Promise.resolve(void asked.push(id)) };
  return { incident, incidents, figureFields: incidents, jobs, asked, now: at('12:00') };
}

describe('setting times', () => {
  it('writes the times and, in the same breath, TTD and TTR', async () => {
    const { incident, ...deps } = site({ incidentManager: DANA, phase: 'fixing' });
    await setTimes(deps, incident.id, { impactStart: at('09:50'), impactRecovered: at('11:00') });
    const { figures } = await deps.incidents.get(incident.id);
    expect(figures).toEqual({ ttdMinutes: 10, ttrMinutes: 70 });
    expect(deps.asked).toEqual([incident.id]);
  });

  it('writes nothing when the order is impossible', async () => {
    const { incident, ...deps } = site({ times: { impactDetected: at('09:55') } });
    await expect(setTimes(deps, incident.id, { impactStart: at('10:30') })).rejects.toMatchObject({
      code: 'impossible-times',
    });
    expect(deps.incidents.writes).toEqual([]);
  });
});

describe('bringing figures up to date after a change made elsewhere', () => {
  it('fills in detection and the figures', async () => {
    const { incident, ...deps } = site({ times: { impactStart: at('09:50') } });
    await updateFigures(deps, incident.id);
    const { times, figures } = await deps.incidents.get(incident.id);
    expect(times.impactDetected).toBe(at('10:00'));
    expect(figures.ttdMinutes).toBe(10);
  });

  it('empties figures that can no longer be known', async () => {
    const { incident, ...deps } = site({
      times: { impactStart: at('10:30'), impactDetected: at('10:20') },
      figures: { ttdMinutes: 10, ttrMinutes: 70 },
    });
    await updateFigures(deps, incident.id);
    expect((await deps.incidents.get(incident.id)).figures).toEqual({});
  });

  it('goes by what Jira holds where Jira refuses the default', async () => {
    const { incident, ...deps } = site({
      times: { impactStart: at('09:50'), impactRecovered: at('11:00') },
    });
    deps.incidents.setTimes = () =>
      Promise.reject(new IncidentError('refused', 'It is not on the appropriate screen.'));
    await updateFigures(deps, incident.id);
    expect((await deps.incidents.get(incident.id)).figures).toEqual({ ttrMinutes: 70 });
  });

  it('told twice, writes once', async () => {
    const { incident, ...deps } = site({ times: { impactStart: at('09:50') } });
    await updateFigures(deps, incident.id);
    await updateFigures(deps, incident.id);
    expect(deps.incidents.writes).toEqual(['times', 'figures']);
  });
});
