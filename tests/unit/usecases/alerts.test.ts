import { describe, expect, test } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type Attempt, type Raised } from '../../../src/domain/declaring/declaration';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { type Instant, instantAt } from '../../../src/domain/time';
import { acceptAlert } from '../../../src/usecases/declaring/accept-alert';
import { raiseAlert } from '../../../src/usecases/declaring/raise-alert';
import { tryWaitingAlerts } from '../../../src/usecases/declaring/try-waiting-alerts';
import { type Alert } from '../../../src/ports/declaring/alerts';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { FakeSettings } from '../../fakes/settings';
import { FakeIncidentNotes } from '../../fakes/incident-notes';
import { aDoor, firing, keptAlerts, told } from '../../fixtures/alerts';
import { anIncident, at, noted } from '../../fixtures/incidents';
import { someSettings } from '../../fixtures/settings';

const NOW = at('12:00');
const DECLARED = { alertId: 'a', summary: 'x', source: 'monitoring' } as const;
const later = (ms: number): Instant => instantAt(NOW + ms);

/** What is kept of it. */
async function acceptedBy(deps: Parameters<typeof acceptAlert>[0]): Promise<Alert> {
  const accepted = await acceptAlert(deps, aDoor(), firing(DECLARED));
  if ('left' in accepted) throw new Error('It was left out');
  return accepted.alert;
}

describe('an alert that is told', () => {
  const incident = anIncident();

  async function toldTwice(again: number, about: Partial<Alert> = {}, stands = incident) {
    const [kept, jobs] = [keptAlerts(), new FakeJobs()];
    const deps = { ...kept, jobs, incidents: new FakeIncidents([stands]) };
    await acceptAlert({ ...deps, now: () => NOW }, aDoor(), firing(DECLARED));
    await kept.alerts.change('a', (now) => ({ ...now, ...about }));
    const second = await acceptedBy({ ...deps, now: () => later(again) });
    return { second, jobs: jobs.of('raise').map(({ alert }) => alert) };
  }
  const jobsOf = async (again: number) => (await toldTwice(again)).jobs;

  test('has one job, and another after more than a minute, in case the first was lost', async () => {
    expect(await jobsOf(0)).toEqual(['a']);
    expect(await jobsOf(60_000)).toEqual(['a']);
    expect(await jobsOf(60_001)).toEqual(['a', 'a']);
  });

  test('and is an open incident has none', async () => {
    const course = { name: 'x', since: NOW, turn: 1, counted: { turn: 1 } };
    for (const phase of ['new', 'fixing'] as const) {
      const about = { state: 'raised', incident: incident.id, course } as const;
      const { second, jobs } = await toldTwice(600_000, about, { ...incident, phase });
      expect([second.state, second.incident, jobs]).toEqual(['raised', incident.id, ['a']]);
    }
  });

  test.each([
    ['resolved', { phase: 'resolved' }],
    ['cancelled', { phase: 'cancelled' }],
    ['deleted, or hidden', { id: '9' as IncidentId }],
  ] as const)('is raised anew once its incident is %s', async (_, change) => {
    const about = { state: 'raised', incident: incident.id } as const;
    const { second, jobs } = await toldTwice(600_000, about, { ...incident, ...change });
    expect(second).toMatchObject({ state: 'accepted', tried: false, receivedAt: later(600_000) });
    expect([second.before, jobs]).toEqual([undefined, ['a', 'a']]);
  });

  test('is kept while Jira does not say how its incident stands, and the job asks', async () => {
    const [kept, jobs] = [keptAlerts(), new FakeJobs()];
    const down = () => Promise.reject(new IncidentError('unavailable', 'down'));
    const deps = { ...kept, jobs, incidents: { get: down }, now: () => NOW };
    await acceptAlert(deps, aDoor(), firing(DECLARED));
    const raised = { state: 'raised', incident: incident.id } as const;
    await kept.alerts.change('a', (now) => ({ ...now, ...raised }));
    const second = await acceptedBy({ ...deps, now: () => later(60_000) });
    expect(second).toMatchObject({ state: 'accepted', before: incident.id });
    expect(jobs.of('raise')).toHaveLength(2);
  });
});

describe('alerts that wait', () => {
  async function waiting(ages: readonly number[]) {
    const [{ alerts }, jobs] = [keptAlerts(), new FakeJobs()];
    for (const [n, age] of ages.entries())
      await alerts.accept(told({ ...DECLARED, alertId: String(n) }, later(-age)));
    const count = await tryWaitingAlerts({ alerts, jobs, now: () => NOW });
    return { count, jobs: jobs.of('raise').map(({ alert }) => alert) };
  }

  test('are tried again from five minutes on, the oldest first', async () => {
    expect(await waiting([300_000, 300_001, 900_000, 0])).toEqual({ count: 2, jobs: ['2', '1'] });
  });

  test('stand in the line of their outage', async () => {
    const [{ alerts }, jobs] = [keptAlerts(), new FakeJobs()];
    const about = { fingerprint: 'payments', windowMinutes: 60 };
    await alerts.accept({ ...told(DECLARED, later(-600_000)), ...about });
    await tryWaitingAlerts({ alerts, jobs, now: () => NOW });
    expect(jobs.of('raise')).toEqual([{ kind: 'raise', alert: 'a', group: 'first/payments' }]);
  });

  test('at most a hundred an hour', async () => {
    const { count, jobs } = await waiting(Array.from({ length: 101 }, (_, n) => 600_000 + n));
    expect([count, jobs.length]).toEqual([100, 100]);
    expect(jobs[0]).toBe('100');
    expect(jobs).not.toContain('0');
  });
});

describe('raising an incident of an alert', () => {
  const incident = anIncident();

  /** A Jira that answers each try as it is told; once it says nothing more, the issue is made. */
  async function world(answers: readonly (Raised | Error)[], about: Partial<Alert> = {}) {
    const [kept, jobs, tries] = [keptAlerts(), new FakeJobs(), [] as Attempt[]];
    const { alerts } = kept;
    await alerts.accept(told({ ...DECLARED, severity: 1 }, NOW));
    await alerts.change('a', (now) => ({ ...now, ...about }));
    const left = [...answers];
    const states: (Alert | undefined)[] = [];
    const raising = {
      raise: async (attempt: Attempt) => {
        tries.push(attempt);
        states.push(await alerts.get('a'));
        const answer = left.shift() ?? { id: incident.id };
        if (answer instanceof Error) throw answer;
        return answer;
      },
      find: () => Promise.resolve(about.tried ? incident.id : undefined),
      fill: () => Promise.resolve([]),
    };
    const deps = {
      ...kept,
      jobs,
      raising,
      incidents: new FakeIncidents([incident]),
      incidentNotes: new FakeIncidentNotes(),
      settings: new FakeSettings(() => someSettings()),
      now: () => NOW,
    };
    return { deps, tries, states, raise: () => raiseAlert(deps, 'a'), kept: () => alerts.get('a') };
  }

  test('is marked as tried before, so that a stop in between makes no second one', async () => {
    const { raise, states, kept } = await world([]);
    await raise();
    expect(states).toMatchObject([{ tried: true, state: 'accepted' }]);
    expect(await kept()).toMatchObject({ state: 'raised', incident: incident.id });
  });

  test('that an earlier try has made is found and not made again', async () => {
    const { raise, tries, kept } = await world([], { tried: true });
    await raise();
    expect(tries).toEqual([]);
    expect(await kept()).toMatchObject({ state: 'raised', incident: incident.id });
  });

  test('is left alone while the one from before turns out to be open', async () => {
    const { raise, tries, kept } = await world([], { before: incident.id });
    await raise();
    expect(tries).toEqual([]);
    expect(await kept()).toMatchObject({ state: 'raised', incident: incident.id });
  });

  test('that was tried, and made no issue, is made though the one from before is open', async () => {
    const { deps, raise, tries } = await world([], { before: incident.id, tried: true });
    deps.raising.find = () => Promise.resolve(undefined);
    await raise();
    expect(tries).toHaveLength(1);
  });

  test('leaves the detection as a person said it', async () => {
    const { deps, raise } = await world([]);
    const said = noted({ impactDetected: at('09:00') });
    await deps.incidentNotes.change(incident.id, () => said);
    await raise();
    const { times } = await deps.incidentNotes.get(incident.id);
    expect(times.impactDetected).toEqual(said.times.impactDetected);
  });

  test('is made where the one from before is gone', async () => {
    const { raise, tries } = await world([], { before: '9' as IncidentId });
    await raise();
    expect(tries).toHaveLength(1);
  });

  test('once it is there, nothing is done', async () => {
    const { raise, tries } = await world([], { state: 'raised' });
    await raise();
    expect(tries).toEqual([]);
  });

  test('without what Jira refuses, which is kept as wanted', async () => {
    const { deps, raise, tries } = await world([
      { refusal: { fields: { severity: 'Not on the screen.' }, said: null } },
    ]);
    await raise();
    expect(tries.map(({ wish }) => wish)).toEqual([{ severity: ['1'] }, {}]);
    expect(tries[1]?.refused).toEqual({ severity: 'Not on the screen.' });
    expect(await deps.incidentNotes.get(incident.id)).toMatchObject({
      detection: { source: 'monitoring', at: NOW },
    });
    expect(deps.jobs.of('look-after')).toEqual([{ kind: 'look-after', incident: incident.id }]);
  });

  test.each([
    [
      'refused',
      [{ refusal: { fields: {}, said: 'A due date is required.' } }],
      'A due date is required.',
    ],
    [
      'forbidden',
      [new IncidentError('forbidden', 'no', { subject: 'Not allowed.' })],
      'Not allowed.',
    ],
  ])('that Jira does not take at all waits, with the reason: %s', async (code, refusals, said) => {
    const { raise, kept, deps } = await world([...refusals, ...refusals]);
    await raise();
    expect(await kept()).toMatchObject({ state: 'waiting', tried: true, reason: { code, said } });
    expect(deps.jobs.waiting).toEqual([]);
  });

  test('while Jira is down is asked for again, and nothing says that it waits', async () => {
    const { raise, kept } = await world([new IncidentError('unavailable', 'down')]);
    await expect(raise()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await kept()).toMatchObject({ state: 'accepted', tried: true });
  });
});
