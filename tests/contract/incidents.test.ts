import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jiraFigures } from '../../src/adapters/jira/figure-fields';
import { jiraAs } from '../../src/adapters/jira/http';
import { jiraIncidents } from '../../src/adapters/jira/incidents';
import { type Incident, type IncidentId, type PersonId } from '../../src/domain/incident/incident';
import { type FigureFields } from '../../src/ports/clocks/figure-fields';
import { type Incidents } from '../../src/ports/incident/incidents';
import { type Site } from '../../sandbox/site/site';
import { type Instant, keeps } from '../../src/domain/time';
import { FakeIncidents } from '../fakes/incidents';
import { fakeSiteMaps } from '../fakes/site-maps';
import { MOMENTS } from '../fakes/world';
import { anIncident, at, DANA } from '../fixtures/incidents';
import { asPlatform } from '../support/platform';
import { aSite, person, raise, siteMapOf } from '../support/site';

/** What the port promises, kept by the fake that unit tests use and by the adapter that ships. */
type Given = { incidents: Incidents; figureFields: FigureFields; id: IncidentId; dana: PersonId };

function keepsThePromises(given: () => Promise<Given>): void {
  let it_: Given;
  beforeEach(async () => {
    it_ = await given();
  });
  const get = (): Promise<Incident> => it_.incidents.get(it_.id);

  it('reads an incident as it was raised', async () => {
    expect(await get()).toMatchObject({ id: it_.id, phase: 'new', severity: 1, figures: {} });
    expect((await get()).incidentManager).toBeUndefined();
  });

  it('does not know an id that is not there', async () => {
    await expect(it_.incidents.get('99999' as IncidentId)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('sets times, changes one and takes another away', async () => {
    const before = await get();
    await it_.incidents.setTimes(before, { impactStart: at('09:50'), impactDetected: at('10:00') });
    const between = await get();
    expect(between.times).toMatchObject({ impactStart: at('09:50'), impactDetected: at('10:00') });
    await it_.incidents.setTimes(between, { impactStart: at('09:45') });
    expect((await get()).times).toEqual({ impactStart: at('09:45') });
  });

  it('keeps the seconds of a time or cuts them, and may be told again', async () => {
    const said = (at('09:50') + 20_500) as Instant;
    await it_.incidents.setTimes(await get(), { impactStart: said });
    const kept = await get();
    expect(keeps(kept.times.impactStart, said)).toBe(true);
    await it_.incidents.setTimes(kept, { impactStart: said });
    expect((await get()).times).toEqual(kept.times);
  });

  it('assigns, and assigning again changes nothing', async () => {
    await it_.incidents.assign(await get(), it_.dana);
    await it_.incidents.assign(await get(), it_.dana);
    expect((await get()).incidentManager).toMatchObject({ id: it_.dana, name: 'Dana Okafor' });
  });

  it('moves to a phase, and moving there again changes nothing', async () => {
    await it_.incidents.moveTo(await get(), 'fixing');
    await it_.incidents.moveTo(await get(), 'fixing');
    expect((await get()).phase).toBe('fixing');
  });

  it('writes figures and empties them', async () => {
    await it_.figureFields.write(it_.id, { ttdMinutes: 10.25, ttrMinutes: 70 });
    expect((await get()).figures).toEqual({ ttdMinutes: 10.25, ttrMinutes: 70 });
    await it_.figureFields.write(it_.id, {});
    expect((await get()).figures).toEqual({ ttdMinutes: undefined, ttrMinutes: undefined });
  });
}

describe('incidents in memory', () => {
  keepsThePromises(() => {
    const incident = anIncident();
    const incidents = new FakeIncidents([incident], [DANA]);
    return Promise.resolve({ incidents, figureFields: incidents, id: incident.id, dana: DANA.id });
  });
});

describe.each(MOMENTS)('incidents in a Jira that keeps moments: %s', (moments) => {
  let site: Site;
  beforeAll(async () => {
    site = await aSite('empty', { moments });
  });
  beforeEach(() => site.reset());
  afterAll(() => site.stop());

  keepsThePromises(async () => {
    asPlatform(site, person('dana').accountId);
    const jiraAsApp = jiraAs('app');
    const maps = fakeSiteMaps(siteMapOf(site));
    const raised = await raise(site);
    // What the app does by itself is done first: this is about the adapter alone.
    await site.forge.idle();
    const incidents = jiraIncidents(jiraAs('viewer'), maps);
    await incidents.setTimes(await incidents.get(raised.id as IncidentId), {});
    return {
      incidents,
      figureFields: jiraFigures(jiraAsApp, maps),
      id: raised.id as IncidentId,
      dana: person('dana').accountId as PersonId,
    };
  });
});
