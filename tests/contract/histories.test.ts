import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { jiraHistories } from '../../src/adapters/jira/histories';
import { jiraAs } from '../../src/adapters/jira/http';
import { type IncidentId } from '../../src/domain/incident/incident';
import { instant } from '../../src/domain/time';
import { type Histories } from '../../src/ports/incident/histories';
import { type Site } from '../../sandbox/site/site';
import { fakeSiteMaps } from '../fakes/site-maps';
import { asPlatform } from '../support/platform';
import { aSite, type IncidentOnSite, person, raise, siteMapOf } from '../support/site';

let site: Site;
let incident: IncidentOnSite;
let calls = 0;
beforeAll(async () => {
  site = await aSite();
  const answer = site.jira.fetch.bind(site.jira);
  site.jira.fetch = (request, caller) => {
    if (request.url.endsWith('/changelog/bulkfetch')) calls += 1;
    return answer(request, caller);
  };
  incident = await raise(site);
  await incident.edit({ 'Impact start': '2026-03-02T11:30:00.000+0000' });
  await incident.moveTo('Fixing');
  await incident.edit({ 'Impact start': '2026-03-02T11:40:00.000+0000', summary: 'Payments' });
  await incident.edit({ 'Impact start': null, Severity: { value: '2 – Major' } }, 'ines');
  await site.forge.idle();
});
afterAll(() => site.stop());

function histories(): Histories {
  asPlatform(site, person('dana').accountId);
  return jiraHistories(jiraAs('viewer'), fakeSiteMaps(siteMapOf(site)));
}

it('says what changed, from what to what, when and by whom, oldest first', async () => {
  const id = incident.id as IncidentId;
  const history = (await histories().of([id])).get(id) ?? [];
  const people = history.filter(({ by }) => !by?.isApp);
  expect(people).toMatchObject([
    { times: { impactStart: { from: null, to: instant('2026-03-02T11:30:00Z') } } },
    { at: instant('2026-03-02T12:00:00Z'), phase: { from: 'new', to: 'fixing' } },
    {
      by: { name: 'Dana Okafor', isApp: false },
      times: {
        impactStart: {
          from: instant('2026-03-02T11:30:00Z'),
          to: instant('2026-03-02T11:40:00Z'),
        },
      },
    },
    {
      by: { name: 'Ines Brandt' },
      times: { impactStart: { from: instant('2026-03-02T11:40:00Z'), to: null } },
      severity: { from: 1, to: 2 },
    },
  ]);
  expect(history.some(({ by, times }) => by?.isApp && times?.impactDetected)).toBe(true);
});

it('tells of a hundred in one call, and has an empty history of what nobody sees', async () => {
  const before = calls;
  const ids = Array.from({ length: 99 }, (_, n) => String(90_000 + n) as IncidentId);
  const found = await histories().of([incident.id as IncidentId, ...ids]);
  expect(found.size).toBe(100);
  expect(found.get('90001' as IncidentId)).toEqual([]);
  expect(calls - before).toBe(1);
});
