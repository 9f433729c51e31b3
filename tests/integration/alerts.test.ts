import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Fault } from '../../src/contract/admin';
import { type IncidentView } from '../../src/contract';
import { type Site } from '../../sandbox/site/site';
import { connectTool, incidentKeys, type Tool } from '../support/alerts';
import { aSite, call, callAdmin, done, raise, rest, siteMapOf } from '../support/site';

let site: Site;
let tool: Tool;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  await site.reset();
  tool = await connectTool(site);
});
afterAll(() => site.stop());

const HOUR = 3_600_000;
const ALERT = {
  alertId: 'checkout-5xx/2026-03-02',
  summary: 'Card payments fail for every second customer',
  description: 'The error rate of the checkout is 48 %.\n\nOn call: platform team.',
  severity: 1,
  service: '  payments ',
  products: ['web SHOP', 'Store till'],
  impactStart: '2026-03-02T11:51:00Z',
  detected: '2026-03-02T11:57:00Z',
  source: 'monitoring',
};

async function later(milliseconds: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + milliseconds, () => site.forge.idle());
}

/** The one incident there is, as Dana sees it. */
async function theIncident(): Promise<IncidentView> {
  await site.forge.idle();
  const keys = await incidentKeys(site);
  expect(keys).toHaveLength(1);
  return seen(keys[0] ?? '');
}

async function seen(key: string): Promise<IncidentView> {
  return done(await call(site, 'dana', key, 'getIncident'));
}

async function fieldsOf(key: string): Promise<Readonly<Record<string, unknown>>> {
  const path = `/rest/api/3/issue/${key}`;
  return (await rest(site, 'ada').get<{ fields: Record<string, unknown> }>(path)).fields;
}

async function checked(): Promise<readonly Fault[]> {
  const found = done(await callAdmin(site, 'ada', 'checkSetUp'));
  return found.filter(({ code }) => code === 'alerts-waiting');
}

/** Tabs of the screen on which an incident is raised; `edit` for the one it is changed on. */
async function screenTab(of: 'create' | 'edit') {
  const admin = rest(site, 'ada');
  const { values } = await admin.get<{ values: readonly { id: number; name: string }[] }>(
    '/rest/api/3/screens',
  );
  const title = of === 'create' ? 'HOT: raise an incident' : 'HOT: edit and view';
  const screen = values.find(({ name }) => name === title)?.id ?? '';
  const tabs = await admin.get<readonly { id: number }[]>(`/rest/api/3/screens/${screen}/tabs`);
  return `/rest/api/3/screens/${screen}/tabs/${tabs[0]?.id ?? ''}/fields`;
}

/** Makes a field of Jira's own one that the site demands of whoever raises an incident, or no longer. */
async function demandDueDate(isRequired: boolean): Promise<void> {
  const admin = rest(site, 'ada');
  const { values } = await admin.get<{ values: readonly { id: string; name: string }[] }>(
    '/rest/api/3/config/fieldschemes',
  );
  const scheme = Number(values.find(({ name }) => name === 'HOT: fields')?.id);
  if (isRequired) await admin.post(await screenTab('create'), { fieldId: 'duedate' });
  await admin.put('/rest/api/3/config/fieldschemes/fields', { duedate: [{ schemeIds: [scheme] }] });
  await admin.put('/rest/api/3/config/fieldschemes/fields/parameters', {
    duedate: [{ schemeIds: [scheme], parameters: { isRequired } }],
  });
}

describe('an alert', () => {
  it('becomes an incident with everything it says', async () => {
    const answer = await tool.tell(ALERT);
    expect([answer.status, await answer.json()]).toEqual([202, { state: 'accepted' }]);
    const incident = await theIncident();
    expect(incident).toMatchObject({
      summary: ALERT.summary,
      severity: 1,
      detection: 'monitoring',
      times: {
        impactStart: '2026-03-02T11:51:00.000Z',
        impactDetected: '2026-03-02T11:57:00.000Z',
      },
      figures: { ttdMinutes: 6 },
      notes: { impactDetected: { source: 'alert', by: null } },
      missing: [],
      pending: [],
      detectedByDefault: false,
    });
    const map = siteMapOf(site);
    const fields = await fieldsOf(incident.key);
    expect(fields[map.fields.faultyService ?? '']).toMatchObject({ value: 'Payments' });
    expect(fields[map.fields.affectedProducts ?? '']).toMatchObject([
      { value: 'Web shop' },
      { value: 'Store till' },
    ]);
    expect(JSON.stringify(fields['description'])).toContain('On call: platform team.');
    expect(fields[map.fields.timeToDetect]).toBe(6);
  });

  it('is read in any form of its times, and its seconds count', async () => {
    await tool.tell({
      ...ALERT,
      impactStart: '2026-03-02T12:51:12,5+01',
      detected: '2026-03-02T17:27:42.25+0530',
    });
    expect(await theIncident()).toMatchObject({
      times: {
        impactStart: '2026-03-02T11:51:12.500Z',
        impactDetected: '2026-03-02T11:57:42.250Z',
      },
      figures: { ttdMinutes: 6.5 },
      notes: { impactDetected: { source: 'alert' } },
      pending: [],
      former: [],
    });
  });

  it('with a summary alone becomes one too, and what is missing is said on it', async () => {
    await tool.tell({ alertId: 'a', summary: 'Nobody can log in', severity: null, service: '' });
    expect(await theIncident()).toMatchObject({
      missing: ['severity', 'faultyService', 'affectedProducts', 'impactStart'],
      pending: [],
      detectedByDefault: true,
      detection: 'monitoring',
    });
  });

  it('becomes one with letters that Jira cannot keep, and with more words than it takes', async () => {
    const summary = `Pay\u0000ments ${'x'.repeat(245)}😀 and so on`;
    const description = `\u0007\n\nLog: \ud83d${'"x" '.repeat(7400)}`;
    await tool.tell({ ...ALERT, summary, description });
    const { key, pending } = await theIncident();
    const fields = await fieldsOf(key);
    expect(pending).toEqual([]);
    expect(fields['summary']).toBe(`Payments ${'x'.repeat(245)}…`);
    expect(JSON.stringify(fields['description'])).toMatch(/Log: .*x.*…/);
  });

  it('told ten times at once is one incident, and later answers say which', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tool.tell(ALERT)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202));
    await theIncident();
    const again = await tool.tell(ALERT);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ state: 'raised', incident: expect.any(String) });
    await theIncident();
  });

  it('of a service and a product that nobody knows names them on it, until they are there', async () => {
    await tool.tell({ ...ALERT, service: 'Ledger', products: ['Web shop', 'Gift cards'] });
    const { pending, missing, key } = await theIncident();
    expect(missing).toEqual([]);
    expect(pending).toEqual([
      { field: 'faultyService', wanted: ['Ledger'], why: 'unknown-name', reason: null },
      { field: 'affectedProducts', wanted: ['Gift cards'], why: 'unknown-name', reason: null },
    ]);
    const { fields } = siteMapOf(site);
    expect((await fieldsOf(key))[fields.faultyService ?? '']).toMatchObject({ value: 'Unknown' });
    await addToSettings('products', 'Gift cards');
    await later(HOUR);
    expect((await seen(key)).pending).toMatchObject([{ field: 'faultyService' }]);
    await rest(site, 'dana').put(`/rest/api/3/issue/${key}`, {
      fields: { [fields.faultyService ?? '']: { value: 'Basket' } },
    });
    expect((await seen(key)).pending).toEqual([]);
    await site.forge.idle();
    // What was declared stands in the incident's log; nowhere else.
    const { entities } = site.forge.storage() as { entities: unknown };
    expect(JSON.stringify(entities)).not.toContain('Ledger');
  });

  it('with impossible times becomes one without them, which is said', async () => {
    await tool.tell({ ...ALERT, impactStart: '2026-03-02T11:59:00Z' });
    const incident = await theIncident();
    expect(incident.times).toMatchObject({
      impactStart: null,
      impactDetected: '2026-03-02T11:57:00.000Z',
    });
    expect(incident.pending).toMatchObject([{ field: 'impactStart', why: 'impossible' }]);
    await call(site, 'dana', incident.key, 'setTimes', { impactStart: '2026-03-02T11:50:00Z' });
    expect((await seen(incident.key)).pending).toEqual([]);
  });
});

async function addToSettings(table: 'services' | 'products', name: string): Promise<void> {
  const { version: from, settings } = done(await callAdmin(site, 'ada', 'getSettings'));
  const rows = [...settings[table], { id: 'added', name }];
  const draft = { ...settings, [table]: rows };
  done(await callAdmin(site, 'ada', 'saveSettings', { from, settings: draft }));
  const field = table === 'services' ? 'faultyService' : 'affectedProducts';
  await callAdmin(site, 'ada', 'bringOptionsInLine', { field });
}

describe('what Jira refuses', () => {
  it('a field off the create screen is put on the incident behind it', async () => {
    const { severity } = siteMapOf(site).fields;
    await rest(site, 'ada').delete(`${await screenTab('create')}/${severity}`);
    await tool.tell(ALERT);
    expect(await theIncident()).toMatchObject({ severity: 1, pending: [], missing: [] });
  });

  it('off the edit screen too, it is kept with the reason, and put there as soon as it can be', async () => {
    const { severity } = siteMapOf(site).fields;
    const screens = [await screenTab('create'), await screenTab('edit')];
    for (const tab of screens) await rest(site, 'ada').delete(`${tab}/${severity}`);
    await tool.tell(ALERT);
    const { key, pending, missing } = await theIncident();
    expect(missing).toEqual([]);
    expect(pending).toMatchObject([{ field: 'severity', wanted: ['1'], why: 'refused' }]);
    expect(pending[0]?.reason).toContain('not on the appropriate screen');
    for (const tab of screens) await rest(site, 'ada').post(tab, { fieldId: severity });
    await later(HOUR);
    expect(await seen(key)).toMatchObject({ severity: 1, pending: [] });
  });

  it('a field that the site demands keeps the alert waiting, which administrators read', async () => {
    await demandDueDate(true);
    await tool.tell(ALERT);
    await site.forge.idle();
    expect(await incidentKeys(site)).toEqual([]);
    expect(await checked()).toMatchObject([
      { weight: 'stops', subject: expect.stringMatching(/^1\|refused\|.*required/) },
    ]);
    expect((await tool.tell(ALERT)).status).toBe(202);
    await demandDueDate(false);
    await later(2 * HOUR);
    expect(await theIncident()).toMatchObject({ severity: 1, pending: [] });
    expect(await checked()).toEqual([]);
  });

  it('without the right to raise incidents it waits, and comes once it is granted', async () => {
    // As Jira answers an app whose role the permission scheme lets do less than is usual.
    site.faults.add({
      target: 'jira',
      method: 'POST',
      path: '/rest/api/3/issue',
      rate: 1,
      status: 403,
    });
    await tool.tell(ALERT);
    await site.forge.idle();
    expect(await checked()).toMatchObject([{ subject: expect.stringMatching(/^1\|forbidden\|/) }]);
    site.faults.clear();
    await later(2 * HOUR);
    await theIncident();
  });
});

describe('an interruption', () => {
  it('of Jira is waited for', async () => {
    site.faults.add(
      { target: 'jira', method: 'POST', path: '/rest/api/3/issue', rate: 1, status: 503 },
      { times: 2 },
    );
    expect((await tool.tell(ALERT)).status).toBe(202);
    await site.forge.idle();
    expect(await incidentKeys(site)).toEqual([]);
    await later(HOUR / 2);
    expect(await theIncident()).toMatchObject({
      severity: 1,
      pending: [],
      detection: 'monitoring',
    });
  });

  it('right after the issue was made does not make a second one', async () => {
    const answer = site.jira.fetch.bind(site.jira);
    let lost = 0;
    site.jira.fetch = async (request, caller) => {
      const isCreation = request.method === 'POST' && request.url.endsWith('/rest/api/3/issue');
      const response = await answer(request, caller);
      if (!isCreation || lost > 0) return response;
      lost += 1;
      return new Response(null, { status: 504 });
    };
    await tool.tell(ALERT);
    await later(HOUR / 2);
    site.jira.fetch = answer;
    expect(lost).toBe(1);
    expect(await theIncident()).toMatchObject({ pending: [], detection: 'monitoring' });
  });

  it('of the store is told to the tool, which tells it again', async () => {
    site.faults.add({ target: 'kvs', rate: 1, status: 500 });
    expect((await tool.tell(ALERT)).status).toBe(503);
    site.faults.clear();
    expect((await tool.tell(ALERT)).status).toBe(202);
    await theIncident();
  });
});

describe('whoever calls', () => {
  const sign = (body: string, secret: string) =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

  it('may sign the body instead of showing the secret', async () => {
    const body = JSON.stringify(ALERT);
    const headers = { 'X-Hub-Signature-256': sign(body, tool.secret) };
    expect((await tool.tell(body, headers)).status).toBe(202);
  });

  it.each([
    ['nothing', () => ({})],
    ['another secret', () => ({ Authorization: `Bearer ${tool.secret.slice(1)}x` })],
    ['an empty secret', () => ({ Authorization: 'Bearer ' })],
    ['the signature of another body', () => ({ 'X-Hub-Signature-256': sign('{}', tool.secret) })],
  ])('with %s is sent away without a reason, and nothing is kept', async (_, headers) => {
    const answer = await tool.tell(ALERT, headers());
    expect([answer.status, await answer.text()]).toEqual([401, '{}']);
    await site.forge.idle();
    expect(await incidentKeys(site)).toEqual([]);
  });

  it('with the secret from before is sent away, and nobody gets in before there is one', async () => {
    const [door] = done(await callAdmin(site, 'ada', 'getAlertDoors'));
    await callAdmin(site, 'ada', 'renewAlertSecret', { door: door?.id ?? '' });
    expect((await tool.tell(ALERT)).status).toBe(401);
    await site.reset();
    const { address } = await connectTool(site);
    expect((await fetch(address, { method: 'POST', body: '{}' })).status).toBe(401);
  });

  it('with nothing in the body, or by another method, is told so', async () => {
    const answer = await tool.tell(' ');
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { problems: ['The body is empty.'] },
    ]);
    const headers = { Authorization: `Bearer ${tool.secret}` };
    expect((await fetch(tool.address, { headers })).status).toBe(405);
  });

  it('may try it out: nothing is made', async () => {
    const answer = await tool.tell({ ...ALERT, test: true });
    expect([answer.status, await answer.json()]).toEqual([200, { state: 'valid' }]);
    await site.forge.idle();
    expect(await incidentKeys(site)).toEqual([]);
  });
});

describe('an incident that somebody raised in Jira', () => {
  it('without severity says so, and how it was noticed once a person says it', async () => {
    const { key } = await raise(site, { Severity: undefined });
    await site.forge.idle();
    expect(await seen(key)).toMatchObject({ detection: null, pending: [] });
    expect((await seen(key)).missing).toContain('severity');
    await call(site, 'dana', key, 'sayDetection', { source: 'customer' });
    expect(await seen(key)).toMatchObject({ detection: 'customer' });
    await call(site, 'dana', key, 'sayDetection', { source: null });
    expect(await seen(key)).toMatchObject({ detection: null });
  });
});

describe('the secret', () => {
  it('is for administrators alone, and is not shown again', async () => {
    expect(await callAdmin(site, 'dana', 'getAlertDoors')).toMatchObject({ code: 'forbidden' });
    expect(await callAdmin(site, 'ada', 'getAlertDoors')).toMatchObject({
      ok: true,
      value: [{ name: 'Alertmanager', address: tool.address, hasSecret: true }],
    });
    expect(Buffer.from(tool.secret, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(site.forge.storage())).not.toContain(tool.secret);
  });
});
