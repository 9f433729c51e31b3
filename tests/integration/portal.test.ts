import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type WhatRunsView } from '../../src/contract';
import { CUSTOMER } from '../../sandbox/seeds/people';
import { type Site } from '../../sandbox/site/site';
import {
  aSite,
  askAdmin,
  callAdmin,
  callAdminLoosely,
  done,
  person,
  raise,
  rest,
  setRules,
  siteMapOf,
  type Who,
} from '../support/site';

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
beforeEach(() => site.reset());
afterAll(() => site.stop());

type Reply =
  | { readonly ok: true; readonly value: WhatRunsView | null }
  | { readonly ok: false; readonly code: string };

/** What somebody hears at a form of the portal. @param type of another form than that of incidents */
async function atPortal(
  who: Who | 'customer' | null,
  { type, payload = {} }: { readonly type?: string; readonly payload?: object } = {},
): Promise<Reply> {
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
  return (reply.ok ? reply.result : reply) as Reply;
}

const severe = { Severity: { value: '2 – Major' }, 'Faulty service': { value: 'Payments' } };

/** Lets incidents have a security level. @returns its name */
async function forFew(): Promise<string> {
  const jira = rest(site, 'ada');
  const levels = [{ name: 'Few', members: [{ type: 'projectRole', parameter: '10002' }] }];
  const scheme = await jira.post<{ id: string }>('/rest/api/3/issuesecurityschemes', {
    name: 'Private',
    levels,
  });
  const { id: projectId } = await jira.get<{ id: string }>('/rest/api/3/project/HOT');
  const wanted = { projectId, schemeId: scheme.id };
  const url = `${site.url}/rest/api/3/issuesecurityschemes/project`;
  const headers = { 'Content-Type': 'application/json' };
  const request = new Request(url, { method: 'PUT', headers, body: JSON.stringify(wanted) });
  await site.jira.fetch(request, { accountId: person('ada').accountId, viaApp: false });
  type Rows = { readonly values: readonly { readonly id: number; readonly name: string }[] };
  const { values } = await jira.get<Rows>('/rest/api/3/screens?queryString=HOT');
  for (const { id } of values) {
    const tabs = await jira.get<readonly { id: number }[]>(`/rest/api/3/screens/${id}/tabs`);
    const path = `/rest/api/3/screens/${id}/tabs/${tabs[0]?.id ?? ''}/fields`;
    const fields = await jira.get<readonly { id: string }[]>(path);
    if (!fields.some((field) => field.id === 'security'))
      await jira.post(path, { fieldId: 'security' });
  }
  return 'Few';
}

const NOTHING = { statusPage: null, where: null };

describe('at the form of the portal', () => {
  test.each(['customer', 'sam'] as const)('%s is led to the known place', async (who) => {
    const statusPage = 'https://larkfield.example/wiki/what-is-going-on';
    await setRules(site, { statusPage });
    expect(await atPortal(who)).toMatchObject({ ok: true, value: { statusPage } });
  });

  test('whoever sees incidents in Jira is told where to search, and nothing of any incident', async () => {
    await raise(site, { summary: 'Secret words' });
    const told = await atPortal('sam');
    expect(told).toMatchObject({ ok: true, value: { running: null } });
    expect(JSON.stringify(told)).not.toMatch(/Secret|HOT-/);
  });

  test.each(['customer', 'omar'] as const)(
    '%s hears nothing unless it was allowed',
    async (who) => {
      await raise(site, severe);
      expect(await atPortal(who)).toEqual({ ok: true, value: { ...NOTHING, running: null } });
    },
  );

  test('where it was allowed: service, severity and since when, and no other thing', async () => {
    await raise(site, { ...severe, summary: 'Secret words' });
    await raise(site, { summary: 'An exercise', Drill: [{ value: 'This is a drill' }] });
    const over = await raise(site, { summary: 'No incident after all' });
    await over.moveTo('Cancelled');
    await askAdmin(site, 'setPortalRules', { showsRunning: true });
    const since = Date.parse('2026-03-02T12:00:00Z');
    expect(await atPortal('customer')).toEqual({
      ok: true,
      value: { ...NOTHING, running: [{ service: 'Payments', severity: 2, since }] },
    });
    await askAdmin(site, 'setPortalRules', { showsRunning: false });
    expect(await atPortal('customer')).toMatchObject({ value: { running: null } });
  });

  test('an incident that Jira shows to few is told to nobody', async () => {
    await askAdmin(site, 'setPortalRules', { showsRunning: true });
    await raise(site, { ...severe, security: { name: await forFew() } });
    expect(await atPortal('customer')).toMatchObject({ value: { running: [] } });
  });

  test('a colleague without a licence of service management searches by themselves', async () => {
    await raise(site, { summary: 'Secret words' });
    const told = await atPortal('dana');
    expect(told).toMatchObject({
      ok: true,
      value: { where: { projectId: siteMapOf(site).projectId }, running: null },
    });
    expect(JSON.stringify(told)).not.toMatch(/Secret|HOT-/);
  });

  test('where Jira cannot be asked for them, they hear what anybody may know', async () => {
    await raise(site, severe);
    await askAdmin(site, 'setPortalRules', { showsRunning: true });
    const path = '/rest/api/3/mypermissions';
    // The first question is whether Ada, who looks up the form, administers Jira.
    site.faults.add({ target: 'jira', rate: 1, status: 403, path }, { after: 1, times: 1 });
    expect(await atPortal('dana')).toMatchObject({
      value: { where: null, running: [{ service: 'Payments' }] },
    });
  });

  test('whose own search found no answer hears what anybody may know, and no more', async () => {
    await raise(site, severe);
    const payload = { searchFailed: true };
    expect(await atPortal('dana', { payload })).toEqual({
      ok: true,
      value: { ...NOTHING, running: null },
    });
    await askAdmin(site, 'setPortalRules', { showsRunning: true });
    expect(await atPortal('dana', { payload })).toMatchObject({
      value: { where: null, running: [{ service: 'Payments' }] },
    });
  });

  test('the form of anything else is told nothing', async () => {
    await askAdmin(site, 'setPortalRules', { showsRunning: true });
    await raise(site, severe);
    expect(await atPortal('customer', { type: '99' })).toEqual({ ok: true, value: null });
  });

  test('nobody is refused', async () => {
    expect(await atPortal(null)).toMatchObject({ ok: false, code: 'forbidden' });
  });
});

describe('set-up', () => {
  const app = () => ({ accountId: person('ada').accountId, viaApp: true });
  type Hints = { readonly id: string; readonly contexts: readonly { viewType: string }[] };
  const hints = async (): Promise<readonly Hints[]> => {
    const listed = await site.jira.fetch(
      new Request(`${site.url}/rest/api/3/uiModifications?expand=contexts`),
      app(),
    );
    return ((await listed.json()) as { readonly values: readonly Hints[] }).values;
  };
  const faults = async () => {
    return done(await callAdmin(site, 'ada', 'checkSetUp')).map(({ code }) => code);
  };
  const forget = async () => {
    for (const { id } of await hints())
      await site.jira.fetch(
        new Request(`${site.url}/rest/api/3/uiModifications/${id}`, { method: 'DELETE' }),
        app(),
      );
  };

  test('puts hints into the create dialog of agents as well', async () => {
    const views = (await hints()).map(({ contexts }) => contexts.map(({ viewType }) => viewType));
    expect(views).toEqual([['GIC', 'GICAgentView']]);
  });

  test('goes on in a Jira that does not know the dialog of agents yet, and says so', async () => {
    await forget();
    const refused = { target: 'jira', rate: 1, status: 400, method: 'POST' } as const;
    site.faults.add({ ...refused, path: '/rest/api/3/uiModifications' }, { times: 1 });
    const reply = await callAdmin(site, 'ada', 'runSetUpStep', { step: 'create-hints' });
    expect(reply).toMatchObject({ ok: true });
    const views = (await hints()).map(({ contexts }) => contexts.map(({ viewType }) => viewType));
    expect(views).toEqual([['GIC']]);
    expect(await faults()).toContain('no-agent-hints');
    await callAdmin(site, 'ada', 'runSetUpStep', { step: 'create-hints' });
    expect(await faults()).not.toContain('no-agent-hints');
  });

  test('finds the request type again, and does not make a second one', async () => {
    const before = await askAdmin(site, 'getPortal');
    for (const step of ['create-hints', 'request-type'] as const)
      await callAdmin(site, 'ada', 'runSetUpStep', { step });
    expect(await askAdmin(site, 'getPortal')).toEqual(before);
    expect(before.portal?.requestType).toMatchObject({ name: 'Incident', isListed: false });
  });

  test('tells only administrators about the portal, and lets nobody else open it', async () => {
    for (const name of ['getPortal', 'setPortalRules']) {
      const payload = name === 'getPortal' ? {} : { showsRunning: true };
      const reply = await callAdminLoosely(site, 'dana', name, payload);
      expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    }
    expect(await askAdmin(site, 'getPortal')).toMatchObject({ showsRunning: false });
  });

  test('notices that the create dialog has lost its hints, and brings them back', async () => {
    expect(await faults()).not.toContain('no-hints');
    await forget();
    expect(await faults()).toContain('no-hints');
    await callAdmin(site, 'ada', 'runSetUpStep', { step: 'create-hints' });
    expect(await faults()).not.toContain('no-hints');
  });
});

test('on a site without Jira Service Management there is the create dialog alone', async () => {
  const plain = await aSite('empty', { serviceManagement: false });
  const reply = await callAdmin(plain, 'ada', 'getPortal');
  expect(reply).toMatchObject({ ok: true, value: { portal: null, projectKey: 'HOT' } });
  await plain.stop();
}, 60_000);
