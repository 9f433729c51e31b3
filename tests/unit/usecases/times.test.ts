import { beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type Change } from '../../../src/domain/incident/history';
import { type Incident } from '../../../src/domain/incident/incident';
import { type Instant } from '../../../src/domain/time';
import { effectiveTimes, NO_NOTES } from '../../../src/domain/clocks/notes';
import { setTimes } from '../../../src/usecases/clocks/set-times';
import { settleIncident } from '../../../src/usecases/clocks/settle-incident';
import { FakeFindings } from '../../fakes/findings';
import { FakeHistories } from '../../fakes/histories';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { FakeIncidentNotes } from '../../fakes/incident-notes';
import { MOMENTS, type Moments, World } from '../../fakes/world';
import { anIncident, at, DANA } from '../../fixtures/incidents';

/** In both kinds of Jira: one that keeps moments as they are written, and one that keeps their minute. */
let moments: Moments;

function site(about: Parameters<typeof anIncident>[0] = {}, changes: readonly Change[] = []) {
  const incident = anIncident(about);
  const incidents = new FakeIncidents([incident], [], moments);
  const jobs = new FakeJobs();
  return {
    incident,
    incidents,
    figureFields: incidents,
    findings: new FakeFindings(),
    jobs,
    now: () => at('12:00'),
    incidentNotes: new FakeIncidentNotes(),
    histories: new FakeHistories(changes),
    raising: { fill: () => Promise.reject(new Error('nothing is pending')) },
  };
}
const DANA_SAYS = { person: DANA.id };

/** Jira without the field Impact detected on the edit screen. */
function refusingDetection(incidents: FakeIncidents): void {
  const write = incidents.setTimes.bind(incidents);
  incidents.setTimes = (incident: Incident, times) =>
    times.impactDetected === incident.times.impactDetected
      ? write(incident, times)
      : Promise.reject(new IncidentError('refused', '400', { subject: 'Not on the screen.' }));
}

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (kept) => {
  beforeAll(() => {
    moments = kept;
  });

  describe('setting times', () => {
    it('writes the times and, in the same breath, TTD and TTR', async () => {
      const { incident, ...deps } = site({ incidentManager: DANA, phase: 'fixing' });
      const change = { impactStart: at('09:50'), impactRecovered: at('11:00') };
      await setTimes(deps, incident.id, { ...DANA_SAYS, change });
      const { figures } = await deps.incidents.get(incident.id);
      expect(figures).toEqual({ ttdMinutes: 10, ttrMinutes: 70 });
      expect(deps.jobs.lookedAfter).toEqual([incident.id]);
    });

    it('notes who said it, when and how sure they were, and keeps what was said before', async () => {
      const { incident, ...deps } = site();
      const first = { ...DANA_SAYS, change: { impactStart: at('09:50') } };
      await setTimes(deps, incident.id, { ...first, certainty: { impactStart: 'guess' } });
      await setTimes(deps, incident.id, { ...DANA_SAYS, change: { impactStart: at('09:40') } });
      const { times, former } = await deps.incidentNotes.get(incident.id);
      expect(times.impactStart).toMatchObject({
        moment: at('09:40'),
        source: 'person',
        by: DANA.id,
        at: at('12:00'),
      });
      expect(former).toMatchObject([
        { name: 'impactStart', moment: at('09:50'), certainty: 'guess', why: 'corrected' },
      ]);
    });

    it('writes nothing when the order is impossible', async () => {
      const { incident, ...deps } = site({ times: { impactDetected: at('09:55') } });
      const change = { impactStart: at('10:30') };
      await expect(setTimes(deps, incident.id, { ...DANA_SAYS, change })).rejects.toMatchObject({
        code: 'impossible-times',
      });
      expect(deps.incidents.writes).toEqual([]);
    });

    it('holds what Jira refuses, keeps the rest, and the figures follow both', async () => {
      const { incident, ...deps } = site();
      refusingDetection(deps.incidents);
      const change = { impactStart: at('09:40'), impactDetected: at('09:50') };
      await setTimes(deps, incident.id, { ...DANA_SAYS, change });
      const after = await deps.incidents.get(incident.id);
      expect(after.times).toEqual({ impactStart: at('09:40') });
      expect(after.figures.ttdMinutes).toBe(10);
      expect((await deps.incidentNotes.get(incident.id)).times.impactDetected).toMatchObject({
        moment: at('09:50'),
        held: { reason: 'Not on the screen.', over: null },
      });
    });
  });

  it('a job that reads the field before its note is written makes no former time of it', async () => {
    const world = new World(kept, at('10:00'));
    world.now = at('12:00');
    const { incidents, ...others } = world.deps('person');
    const start = (at('09:50') + 12_000) as Instant;
    const meanwhile = {
      ...incidents,
      setTimes: async (incident: Incident, times: Incident['times']) => {
        await incidents.setTimes(incident, times);
        await settleIncident(world.deps('app'), incident.id);
      },
    };
    const change = { impactStart: start };
    await setTimes({ ...others, incidents: meanwhile }, world.incident.id, {
      ...DANA_SAYS,
      change,
      certainty: { impactStart: 'exact' },
    });
    const { times, former } = await world.notes.get(world.incident.id);
    expect(times.impactStart).toMatchObject({ moment: start, certainty: 'exact' });
    expect(former).toEqual([]);
  });

  describe('seconds', () => {
    const at12 = (hhmm: string, seconds = 12) => (at(hhmm) + seconds * 1000) as Instant;
    const raised = { created: at12('09:57', 23), phase: 'fixing' as const };
    const ofDefault = { impactDetected: kept === 'minute' ? at('09:57') : at12('09:57', 23) };

    it('of the default detection are known, and it gives way to a later start', async () => {
      const { incident, ...deps } = site({ ...raised, times: ofDefault });
      expect(effectiveTimes(incident, NO_NOTES)).toEqual({ impactDetected: raised.created });
      await setTimes(deps, incident.id, { ...DANA_SAYS, change: { impactStart: at12('09:59') } });
      const after = await deps.incidents.get(incident.id);
      expect(Object.keys(after.times)).toEqual(['impactStart']);
      expect(after.figures).toEqual({});
      await settleIncident(deps, incident.id);
      expect(await deps.incidents.get(incident.id)).toEqual(after);
    });

    it('count in the figures, and are no edit of anybody when Jira cuts them', async () => {
      const { incident, ...deps } = site({ ...raised, times: ofDefault });
      const change = { impactStart: at12('09:55'), impactRecovered: at12('10:55', 42) };
      await setTimes(deps, incident.id, { ...DANA_SAYS, change });
      const figures = { ttdMinutes: 2.18, ttrMinutes: 60.5 };
      expect((await deps.incidents.get(incident.id)).figures).toEqual(figures);
      const before = await deps.incidentNotes.get(incident.id);
      const writes = deps.incidents.writes.length;
      await settleIncident(deps, incident.id);
      const after = await deps.incidents.get(incident.id);
      expect(after.figures).toEqual(figures);
      expect(deps.incidents.writes).toHaveLength(writes);
      expect((await deps.incidentNotes.get(incident.id)).times).toEqual(before.times);
      expect(effectiveTimes(after, await deps.incidentNotes.get(incident.id))).toEqual({
        ...change,
        impactDetected: raised.created,
      });
    });

    it('of a start do not contradict a detection that a picker wrote in the same minute', async () => {
      const { incident, ...deps } = site({ ...raised, times: { impactDetected: at('09:55') } });
      await setTimes(deps, incident.id, { ...DANA_SAYS, change: { impactStart: at12('09:55') } });
      expect((await deps.incidents.get(incident.id)).figures.ttdMinutes).toBe(0);
    });

    it('of the transition that stands in for the recovery stay, and are not asked for twice', async () => {
      const resolved = at12('10:30', 40);
      const { incident, ...deps } = site(
        { ...raised, phase: 'resolved', times: { ...ofDefault, impactStart: at('09:50') } },
        [{ at: resolved, phase: { from: 'fixing', to: 'resolved' } }],
      );
      await settleIncident(deps, incident.id);
      await settleIncident(deps, incident.id);
      expect(deps.incidents.writes).toEqual(['times', 'figures']);
      const after = await deps.incidents.get(incident.id);
      expect(after.figures.ttrMinutes).toBe(40.67);
      const notes = await deps.incidentNotes.get(incident.id);
      expect(notes.times.impactRecovered).toMatchObject({ moment: resolved, source: 'event' });
      expect(notes.former).toEqual([]);
    });

    it('that differ are another time where somebody says so', async () => {
      const { incident, ...deps } = site(raised);
      const says = (impactStart: Instant) =>
        setTimes(deps, incident.id, { ...DANA_SAYS, change: { impactStart } });
      await says(at12('09:55'));
      await says(at12('09:55', 40));
      const notes = await deps.incidentNotes.get(incident.id);
      expect(effectiveTimes(await deps.incidents.get(incident.id), notes).impactStart).toBe(
        at12('09:55', 40),
      );
      expect(notes.former).toMatchObject([{ moment: at12('09:55'), why: 'corrected' }]);
    });
  });

  describe('settling an incident after a change made elsewhere', () => {
    it('fills in detection and the figures', async () => {
      const { incident, ...deps } = site({ times: { impactStart: at('09:50') } });
      await settleIncident(deps, incident.id);
      const { times, figures } = await deps.incidents.get(incident.id);
      expect(times.impactDetected).toBe(at('10:00'));
      expect(figures.ttdMinutes).toBe(10);
    });

    it('empties figures that can no longer be known', async () => {
      const { incident, ...deps } = site({
        times: { impactStart: at('10:30'), impactDetected: at('10:20') },
        figures: { ttdMinutes: 10, ttrMinutes: 70 },
      });
      await settleIncident(deps, incident.id);
      expect((await deps.incidents.get(incident.id)).figures).toEqual({});
    });

    it('holds a default that Jira refuses, and hands it over once Jira takes it', async () => {
      const times = { impactStart: at('09:50'), impactRecovered: at('11:00') };
      const { incident, ...deps } = site({ times });
      const write = deps.incidents.setTimes.bind(deps.incidents);
      refusingDetection(deps.incidents);
      await settleIncident(deps, incident.id);
      const held = await deps.incidents.get(incident.id);
      expect(held.times).toEqual(times);
      expect(held.figures).toEqual({ ttdMinutes: 10, ttrMinutes: 70 });
      expect(effectiveTimes(held, await deps.incidentNotes.get(incident.id))).toEqual({
        ...times,
        impactDetected: at('10:00'),
      });
      deps.incidents.setTimes = write;
      await settleIncident(deps, incident.id);
      expect((await deps.incidents.get(incident.id)).times.impactDetected).toBe(at('10:00'));
      expect((await deps.incidentNotes.get(incident.id)).times.impactDetected).toBeUndefined();
    });

    it('told twice, writes once, and looks into the change log before and after it writes', async () => {
      const { incident, ...deps } = site({ times: { impactStart: at('09:50') } });
      await settleIncident(deps, incident.id);
      expect(deps.histories.asked).toBe(2);
      await settleIncident(deps, incident.id);
      expect(deps.incidents.writes).toEqual(['times', 'figures']);
      expect(deps.histories.asked).toBe(3);
    });
  });
});
