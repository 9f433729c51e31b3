import '../support/in-process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CUSTOMER } from '../../sandbox/seeds/people';
import { type Site } from '../../sandbox/site/site';
import { adminsMayDelete, aSite, askAdmin, call, callFigures, done, person } from '../support/site';
import { callAdmin, raise, rest, setRules, siteMapOf, type Who } from '../support/site';

/** Where incidents are listed and told of besides their own page: portal, pages, tickets; and what runs by the hour. */
let site: Site;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(() => {
  site.faults.clear();
});
afterAll(() => site.stop());

const SEVERE = { Severity: { value: '2 – Major' }, 'Faulty service': { value: 'Payments' } };

async function atPortal(who: Who | 'customer' | null, payload: object = {}, type?: string) {
  const { portal } = await askAdmin(site, 'getPortal');
  const customer = site.jira.personByEmail(CUSTOMER.email)?.accountId ?? '';
  const accountId = who === 'customer' ? customer : who && person(who).accountId;
  const requestType = type ?? portal?.requestType?.id ?? '';
  const reply = await site.forge.call({
    moduleKey: 'running-at-portal',
    functionKey: 'getWhatRuns',
    payload,
    accountId,
    place: { portal: portal?.id ?? '', portalPage: 'create_request', requestType },
  });
  return reply.ok ? reply.result : reply;
}

describe('at the portal', () => {
  beforeAll(async () => {
    await raise(site, { ...SEVERE, summary: 'Secret words' });
    await raise(site, { summary: 'An exercise', Drill: [{ value: 'This is a drill' }] });
    await (await raise(site, { summary: 'No incident after all' })).moveTo('Cancelled');
  });

  it('customers hear nothing unless it was allowed, and then no words and no keys', async () => {
    const nothing = { statusPage: null, where: null, running: null };
    expect(await atPortal('customer')).toEqual({ ok: true, value: nothing });
    await askAdmin(site, 'setPortalRules', { showsRunning: true });
    const since = Date.parse('2026-03-02T12:00:00Z');
    const running = [{ service: 'Payments', severity: 2, since }];
    expect(await atPortal('customer')).toEqual({ ok: true, value: { ...nothing, running } });
    await askAdmin(site, 'setPortalRules', { showsRunning: false });
    expect(await atPortal('omar')).toEqual({ ok: true, value: nothing });
  });

  it('whoever sees incidents in Jira is told where to search; whoever could not hears what all may', async () => {
    const where = { projectId: siteMapOf(site).projectId };
    for (const who of ['sam', 'dana'] as const)
      expect(await atPortal(who)).toMatchObject({ ok: true, value: { where, running: null } });
    await askAdmin(site, 'setPortalRules', { showsRunning: true });
    expect(await atPortal('dana', { searchFailed: true })).toMatchObject({
      value: { where: null, running: [{ service: 'Payments' }] },
    });
    const path = '/rest/api/3/mypermissions';
    // The first question is whether Ada, who looks up the form, administers Jira.
    site.faults.add({ target: 'jira', rate: 1, status: 403, path }, { after: 1, times: 1 });
    expect(await atPortal('dana')).toMatchObject({ value: { where: null, running: [{}] } });
  });

  it('everybody is led to the known place; another form, and nobody, are told nothing', async () => {
    const statusPage = 'https://larkfield.example/wiki/what-is-going-on';
    await setRules(site, { statusPage });
    for (const who of ['customer', 'sam'] as const)
      expect(await atPortal(who)).toMatchObject({ value: { statusPage } });
    expect(await atPortal('customer', {}, '99')).toEqual({ ok: true, value: null });
    expect(await atPortal(null)).toMatchObject({ ok: false, code: 'forbidden' });
  });
});

describe('lists', () => {
  it('are told where incidents are, whoever may see them', async () => {
    const { projectId, issueTypeId } = siteMapOf(site);
    const told = done(await callFigures(site, 'sam', 'getWhereToList'));
    expect(told).toMatchObject({ projectId });
    expect(JSON.stringify(told)).toContain(issueTypeId);
    expect(done(await callFigures(site, 'omar', 'getWhereToList'))).toBeNull();
    expect(await callFigures(site, null, 'getWhereToList')).toMatchObject({ code: 'forbidden' });
  });

  it('let people join what they see and may edit', async () => {
    const { key } = await raise(site);
    await site.forge.idle();
    const wish = { key, id: crypto.randomUUID(), zone: 'Europe/Berlin' };
    expect(await callFigures(site, 'ines', 'joinIncident', wish)).toEqual({
      ok: true,
      value: null,
    });
    const { response } = done(await call(site, 'dana', key, 'getIncident'));
    expect(response.people[person('ines').accountId as never]).toMatchObject({
      zone: 'Europe/Berlin',
    });
    for (const [who, code] of [
      ['sam', 'forbidden'],
      ['omar', 'not-found'],
    ] as const)
      expect(await callFigures(site, who, 'joinIncident', wish)).toMatchObject({ code });
  });

  const exported = (about: object = {}) =>
    site.forge.exportMacro({
      moduleKey: 'active-incidents',
      localId: 'a',
      exportType: 'other',
      config: { chosen: JSON.stringify({ severities: [], services: [], ...about }) },
      content: { id: '77', type: 'page' },
      space: { id: '1', key: 'OPS' },
    });

  it('that are exported hold no incidents until it was agreed to, and then those that were chosen', async () => {
    const before = JSON.stringify(await exported());
    expect(before).not.toContain('Secret words');
    await setRules(site, { exportLists: 'yes' });
    const after = JSON.stringify(await exported());
    expect(after).toContain('Secret words');
    expect(after).toContain('SEV 2');
    expect(after).toContain('UTC');
    expect(JSON.stringify(await exported({ severities: [1] }))).not.toContain('Secret words');
    expect(JSON.stringify(await exported({ severities: [2] }))).toContain('Secret words');
  });
});

describe('every hour', () => {
  const later = async (ms: number) => {
    await site.clock.moveTo(site.clock.now() + ms, () => site.forge.idle());
  };

  it('what no event told is found, in Jira, in the log and in what lists read', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    site.faults.add({ target: 'event-drop', rate: 1 });
    await incident.edit({ 'Impact start': '2026-03-02T11:40:00.000+0000' });
    await incident.moveTo('Fixing');
    await rest(site, 'dana').put(`/rest/api/3/issue/${incident.id}/properties/incident`, {
      phase: 'resolved',
    });
    site.faults.clear();
    expect(await incident.field('Time to detect')).toBeNull();
    await later(61 * 60_000);
    expect(await incident.field('Time to detect')).toBe(20);
    const path = `/rest/api/3/issue/${incident.id}/properties/incident`;
    expect(await rest(site, 'ada').get(path)).toMatchObject({ value: { phase: 'fixing' } });
    const { entries } = done(
      await call(site, 'dana', incident.key, 'getTimeline', { before: null }),
    );
    expect(entries.map(({ what }) => what.kind)).toContain('jira');
    const runs = site.forge.invocations().filter(({ kind }) => kind === 'scheduled');
    expect(runs.map(({ result }) => result)).not.toContain('error');
  });

  it('a job that Jira told to wait comes back after that wait, and not before', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    site.faults.add({ target: 'jira', rate: 1, status: 429, retryAfter: 120 }, { times: 1 });
    const start = new Date(site.clock.now() - 20 * 60_000).toISOString().replace('Z', '+0000');
    await incident.edit({ 'Impact start': start });
    expect(await incident.field('Time to detect')).toBeNull();
    await later(119_000);
    expect(await incident.field('Time to detect')).toBeNull();
    await later(2000);
    expect(await incident.field('Time to detect')).toBe(20);
  });

  it('the log of what was deleted goes after thirty days', async () => {
    await adminsMayDelete(site);
    const { id, key } = await raise(site);
    const saying = { kind: 'note', text: 'Delete me later' } as const;
    await call(site, 'dana', key, 'say', { id: crypto.randomUUID(), saying });
    await rest(site, 'ada').delete(`/rest/api/3/issue/${id}`);
    const isKept = () => JSON.stringify(site.forge.storage()).includes('Delete me later');
    await later(29 * 86_400_000);
    expect(isKept()).toBe(true);
    await later(2 * 86_400_000);
    expect(isKept()).toBe(false);
  }, 60_000);
});

describe('set-up', () => {
  it('finds nothing to mend, and what somebody took away it finds and brings back', async () => {
    const faults = async () =>
      done(await callAdmin(site, 'ada', 'checkSetUp')).map(({ code }) => code);
    expect(await faults()).toEqual([]);
    const ada = rest(site, 'ada');
    await ada.delete('/rest/api/3/project/HOT/properties/incident-response');
    expect(await faults()).toContain('switched-off');
    await askAdmin(site, 'runSetUpStep', { step: 'switch-on' });
    expect(await faults()).toEqual([]);
  });

  it('run again makes nothing twice, and Jira refuses nothing', async () => {
    const made = async () => {
      const ada = rest(site, 'ada');
      const lists = [
        'screens',
        'workflowscheme',
        'issuetypescheme',
        'filter/search',
        'screenscheme',
      ];
      const named = lists.map((list) =>
        ada.get<{ values: readonly { name: string }[] }>(`/rest/api/3/${list}?maxResults=100`),
      );
      return (await Promise.all(named)).map(({ values }) => values.map(({ name }) => name));
    };
    const before = await made();
    const { steps } = await askAdmin(site, 'getSetUp');
    for (const { name } of steps) {
      const after = await askAdmin(site, 'runSetUpStep', { step: name });
      expect(after.steps.find((step) => step.name === name)).toMatchObject({
        state: expect.stringMatching(/done|adopted/),
        failure: null,
      });
    }
    expect(await made()).toEqual(before);
  });
});
