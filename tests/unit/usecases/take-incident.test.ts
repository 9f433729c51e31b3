import { describe, expect, it } from '@jest/globals';
import { type Incident } from '../../../src/domain/incident/incident';
import { takeIncident } from '../../../src/usecases/response/take-incident';
import { FakeIncidents } from '../../fakes/incidents';
import { anIncident, DANA, INES } from '../../fixtures/incidents';

async function take(about: Partial<Incident>, from: Incident['incidentManager'] | null) {
  const incident = anIncident(about);
  const incidents = new FakeIncidents([incident], [DANA, INES]);
  const person = { person: INES.id, from: from?.id ?? null };
  await takeIncident({ incidents }, incident.id, person);
  return { after: await incidents.get(incident.id), writes: incidents.writes };
}

describe('taking an incident', () => {
  it('makes the person its manager and starts fixing, in one action', async () => {
    const { after } = await take({}, null);
    expect(after).toMatchObject({ incidentManager: INES, phase: 'fixing' });
  });

  it('twice changes nothing the second time', async () => {
    const { writes } = await take({ incidentManager: INES, phase: 'fixing' }, null);
    expect(writes).toEqual([]);
  });

  it('from somebody who is seen to lead takes over', async () => {
    const { after } = await take({ incidentManager: DANA, phase: 'fixing' }, DANA);
    expect(after.incidentManager).toEqual(INES);
  });

  it('that somebody else took a moment ago is refused, with their name', async () => {
    await expect(take({ incidentManager: DANA, phase: 'fixing' }, null)).rejects.toMatchObject({
      code: 'already-taken',
      details: { subject: 'Dana Okafor' },
    });
  });

  it.each(['resolved', 'cancelled'] as const)('that is %s is refused', async (phase) => {
    await expect(take({ phase }, null)).rejects.toMatchObject({ code: 'refused' });
  });
});
