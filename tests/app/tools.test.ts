import '../support/in-process';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type ChangesView, type IncidentView } from '../../src/contract';
import { connectPipeline, connectTool, incidentKeys, type Tool } from '../support/alerts';
import { aSite, askAdmin, call, callAdmin, done, raise, rest, siteMapOf } from '../support/site';

/** What tools outside tell: alerts become incidents, deployments stand beside them. */
let site: Site;
let tool: Tool;
let pipeline: Tool;
beforeAll(async () => {
  site = await aSite();
  tool = await connectTool(site);
  pipeline = await connectPipeline(site);
});
beforeEach(() => {
  site.faults.clear();
});
afterAll(() => site.stop());

const HOUR = 3_600_000;
let count = 0;
/** An alert that was not told before. */
function anAlert(about: object = {}) {
  count += 1;
  return {
    alertId: `checkout-5xx/${count}`,
    summary: `Card payments fail (${count})`,
    description: 'The error rate of the checkout is 48 %.\n\nOn call: platform team.',
    severity: 1,
    service: '  payments ',
    products: ['web SHOP', 'Store till'],
    impactStart: '2026-03-02T11:51:00Z',
    detected: '2026-03-02T11:57:00Z',
    source: 'monitoring',
    ...about,
  };
}

async function later(ms: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + ms, () => site.forge.idle());
}

/** What was told last, as Dana sees it. */
async function theLast(): Promise<IncidentView> {
  await site.forge.idle();
  const numbers = (await incidentKeys(site)).map((key) => Number(key.split('-')[1]));
  const key = `HOT-${Math.max(...numbers)}`;
  return done(await call(site, 'dana', key, 'getIncident'));
}

async function fieldsOf(key: string): Promise<Readonly<Record<string, unknown>>> {
  const path = `/rest/api/3/issue/${key}`;
  return (await rest(site, 'ada').get<{ fields: Record<string, unknown> }>(path)).fields;
}

describe('an alert', () => {
  it('becomes an incident with everything it says', async () => {
    const alert = anAlert();
    const answer = await tool.tell(alert);
    expect([answer.status, await answer.json()]).toEqual([202, { state: 'accepted' }]);
    const incident = await theLast();
    expect(incident).toMatchObject({
      summary: alert.summary,
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
    const { fields: ids } = siteMapOf(site);
    const fields = await fieldsOf(incident.key);
    expect(fields[ids.faultyService ?? '']).toMatchObject({ value: 'Payments' });
    expect(fields[ids.affectedProducts ?? '']).toMatchObject([
      { value: 'Web shop' },
      { value: 'Store till' },
    ]);
    expect(JSON.stringify(fields['description'])).toContain('On call: platform team.');
    expect(fields[ids.timeToDetect]).toBe(6);
    const again = await tool.tell(alert);
    expect([again.status, await again.json()]).toEqual([
      200,
      { state: 'raised', incident: incident.id },
    ]);
  });

  it('with a summary alone becomes one too, and what is missing is said on it', async () => {
    await tool.tell({ alertId: 'a', summary: 'Nobody can log in', severity: null, service: '' });
    expect(await theLast()).toMatchObject({
      missing: ['severity', 'faultyService', 'affectedProducts', 'impactStart'],
      pending: [],
      detectedByDefault: true,
      detection: 'monitoring',
    });
  });

  it('told ten times at once is one incident', async () => {
    const before = (await incidentKeys(site)).length;
    const alert = anAlert();
    const answers = await Promise.all(Array.from({ length: 10 }, () => tool.tell(alert)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202));
    await site.forge.idle();
    expect(await incidentKeys(site)).toHaveLength(before + 1);
  });

  it('of names that nobody knows says them on it until they are there, without what Jira has', async () => {
    await tool.tell(anAlert({ service: 'Ledger', products: ['Web shop', 'Gift cards'] }));
    const { key, pending, missing } = await theLast();
    expect(missing).toEqual([]);
    expect(pending).toEqual([
      { field: 'faultyService', wanted: ['Ledger'], why: 'unknown-name', reason: null },
      { field: 'affectedProducts', wanted: ['Gift cards'], why: 'unknown-name', reason: null },
    ]);
    const { version: from, settings } = await askAdmin(site, 'getSettings');
    const products = [...settings.products, { id: 'added', name: 'Gift cards' }];
    await askAdmin(site, 'saveSettings', { from, settings: { ...settings, products } });
    await askAdmin(site, 'bringOptionsInLine', { field: 'affectedProducts' });
    await later(HOUR);
    const { fields: ids } = siteMapOf(site);
    expect((await fieldsOf(key))[ids.affectedProducts ?? '']).toMatchObject([
      { value: 'Web shop' },
      { value: 'Gift cards' },
    ]);
    const now = done(await call(site, 'dana', key, 'getIncident'));
    expect(now.pending).toMatchObject([{ field: 'faultyService' }]);
  });

  it('with impossible times becomes one without them, which is said', async () => {
    await tool.tell(anAlert({ impactStart: '2026-03-02T11:59:00Z' }));
    const incident = await theLast();
    expect(incident.times).toMatchObject({
      impactStart: null,
      impactDetected: '2026-03-02T11:57:00.000Z',
    });
    expect(incident.pending).toMatchObject([{ field: 'impactStart', why: 'impossible' }]);
  });

  it('that Jira refuses waits, which administrators read, and comes when it may', async () => {
    const before = (await incidentKeys(site)).length;
    const waiting = async () => {
      const found = done(await callAdmin(site, 'ada', 'checkSetUp'));
      return found.filter(({ code }) => code === 'alerts-waiting');
    };
    const path = '/rest/api/3/issue';
    site.faults.add({ target: 'jira', method: 'POST', path, rate: 1, status: 403 });
    const alert = anAlert();
    await tool.tell(alert);
    await site.forge.idle();
    expect(await incidentKeys(site)).toHaveLength(before);
    expect(await waiting()).toMatchObject([
      { weight: 'stops', subject: expect.stringMatching(/^1\|forbidden\|/) },
    ]);
    const again = await tool.tell(alert);
    expect([again.status, await again.json()]).toMatchObject([202, { state: 'waiting' }]);
    site.faults.clear();
    await later(2 * HOUR);
    expect(await incidentKeys(site)).toHaveLength(before + 1);
    expect(await waiting()).toEqual([]);
  });

  it('that Jira is too busy for comes by itself', async () => {
    const before = (await incidentKeys(site)).length;
    const path = '/rest/api/3/issue';
    const fault = { target: 'jira', method: 'POST', path, rate: 1, status: 503 } as const;
    site.faults.add(fault, { times: 2 });
    await tool.tell(anAlert());
    await later(HOUR / 2);
    expect(await incidentKeys(site)).toHaveLength(before + 1);
  });

  it('is only tried where it says so', async () => {
    const before = (await incidentKeys(site)).length;
    const answer = await tool.tell(anAlert({ test: true }));
    expect([answer.status, await answer.json()]).toEqual([200, { state: 'valid' }]);
    await site.forge.idle();
    expect(await incidentKeys(site)).toHaveLength(before);
  });

  it.each([
    ['{ what is this', /^\{ what is this$/],
    [{ summary: 'No id' }, /^No id$/],
    [{ alertId: 'no-title' }, /^\{"alertId":"no-title"\}$/],
    [{ alertId: 'far', summary: 'Far off', severity: 4 }, /^Far off$/],
    [{ alertId: 'key', summary: 'Odd key', colour: 'red' }, /^Odd key$/],
    [{ alertId: 'when', summary: 'When', impactStart: '2026-03-02T11:51:00' }, /^When$/],
    [[1, 2], /^\[1,2\]$/],
  ])('%j is one, whatever it looks like', async (body, summary) => {
    expect((await tool.tell(body)).status).toBe(202);
    expect((await theLast()).summary).toMatch(summary);
  });

  it('says on it what did not fit, and tells whoever connects the tool', async () => {
    const about = { severity: 'critical', colour: 'red', description: 'x'.repeat(31_000) };
    const answer = await tool.tell(anAlert(about));
    const unplaced = ['severity: critical', 'colour: red'];
    expect(await answer.json()).toEqual({ state: 'accepted', unplaced });
    const { key, severity, pending } = await theLast();
    expect([severity, pending]).toEqual([1, []]);
    const said = JSON.stringify((await fieldsOf(key))['description']);
    expect(said).toContain('The tool said more than is kept here.');
    expect(said).toContain('The tool also said:');
    for (const line of unplaced) expect(said).toContain(line);
  });

  it('of many in one call is an incident each; what is over makes none', async () => {
    const before = (await incidentKeys(site)).length;
    const alert = (name: string, status: string) => ({
      status,
      labels: { alertname: name, severity: 'warning' },
      fingerprint: name,
    });
    const alerts = [alert('DiskFull', 'firing'), alert('Slow', 'firing'), alert('Old', 'resolved')];
    const answer = await tool.tell({ status: 'firing', alerts });
    const told = {
      alerts: [
        { state: 'accepted' },
        { state: 'accepted' },
        { state: 'recovered', reason: 'No incident is known for it.' },
      ],
    };
    expect([answer.status, await answer.json()]).toEqual([202, told]);
    await site.forge.idle();
    expect(await incidentKeys(site)).toHaveLength(before + 2);
  });

  it('is refused only where there is nothing in it', async () => {
    for (const body of ['', ' \n ']) expect((await tool.tell(body)).status).toBe(400);
  });
});

describe('the door', () => {
  const signed = (body: string, secret: string) => ({
    'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  });
  const body = JSON.stringify({ alertId: 'signed', summary: 'x', test: true });

  it('opens to the secret, shown or signed with', async () => {
    const ways: Readonly<Record<string, string>>[] = [
      { Authorization: `Bearer ${tool.secret}` },
      { authorization: `bearer  ${tool.secret}` },
      { Authorization: `GenieKey ${tool.secret}` },
      { Authorization: `Basic ${Buffer.from(`hot:${tool.secret}`).toString('base64')}` },
      signed(body, tool.secret),
    ];
    for (const headers of ways) expect((await tool.tell(body, headers)).status).toBe(200);
    const event = { routing_key: tool.secret, event_action: 'acknowledge', dedup_key: 'a' };
    expect((await tool.tell(event, {})).status).toBe(200);
  });

  it('tells nobody the secret that a body shows', async () => {
    const odd = { routing_key: tool.secret, event_action: 'open', text: 'An odd event' };
    const inWords = `"routing_key": "${tool.secret}" and no more`;
    for (const told of [odd, inWords]) {
      const answer = await tool.tell(told, {});
      expect(answer.status).toBe(202);
      expect(await answer.text()).not.toContain(tool.secret);
      const { key } = await theLast();
      expect(JSON.stringify(await fieldsOf(key))).not.toContain(tool.secret);
    }
  });

  it('stays shut to anything else, and says no more', async () => {
    const ways: Readonly<Record<string, string>>[] = [
      {},
      { Authorization: 'Bearer ' },
      { Authorization: `Bearer ${tool.secret}x` },
      { Authorization: `Bearer ${pipeline.secret}` },
      { Authorization: `Basic ${Buffer.from(`${tool.secret}:x`).toString('base64')}` },
      { Authorization: 'Basic !' },
      signed(body, 'another'),
      signed(`${body} `, tool.secret),
    ];
    for (const headers of ways) {
      const answer = await tool.tell(body, headers);
      expect([answer.status, await answer.text()]).toEqual([401, '{}']);
      // Some tools show what they know only when they are asked.
      expect(answer.headers.get('www-authenticate')).toBe('Basic realm="alerts"');
    }
  });

  it('takes a hundred kilobytes of a deployment and any alert, and nothing but POST', async () => {
    const sized = (bytes: number) => {
      const bare = JSON.stringify({
        alertId: 'large',
        summary: 'x',
        test: true,
        id: 'large',
        name: 'x',
        at: '2026-03-02T10:00:00Z',
      });
      return bare + ' '.repeat(bytes - bare.length);
    };
    expect((await tool.tell(sized(400_000))).status).toBe(200);
    expect((await pipeline.tell(sized(100_001))).status).toBe(413);
    const headers = { Authorization: `Bearer ${tool.secret}` };
    expect((await fetch(tool.address, { method: 'PUT', headers, body })).status).toBe(405);
  });

  it('is told to administrators, and has a new secret whenever they want one', async () => {
    const before = await askAdmin(site, 'getDeploymentDoor');
    const { secret } = await askAdmin(site, 'renewDeploymentSecret');
    const told = await pipeline.tell({});
    expect([before.address, told.status]).toEqual([pipeline.address, 401]);
    pipeline = { ...pipeline, secret, tell: (one) => tellAs(secret, one) };
    expect((await pipeline.tell({})).status).toBe(400);
  });

  function tellAs(secret: string, one: unknown): Promise<Response> {
    return fetch(pipeline.address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}` },
      body: JSON.stringify(one),
    });
  }
});

describe('a deployment', () => {
  async function changes(key: string): Promise<ChangesView> {
    // Queries of the store are a moment behind.
    await later(30_000);
    return done(await call(site, 'dana', key, 'getChanges'));
  }

  it('is listed near the start of an incident, that of its service first', async () => {
    const incident = await raise(site, { 'Faulty service': { value: 'Payments' } });
    await incident.edit({ 'Impact start': '2026-03-02T10:00:00.000+0000' });
    const whole = {
      id: 'shop-1342',
      name: 'shop 4.17.0',
      at: '2026-03-02T09:48:00Z',
      service: 'payments',
      address: 'https://ci.larkfield.example/1342',
      by: 'Delivery',
      environment: 'production',
    };
    const answer = await pipeline.tell(whole);
    expect([answer.status, await answer.json()]).toEqual([201, { state: 'kept' }]);
    const again = await pipeline.tell({ ...whole, name: 'other' });
    expect([again.status, await again.json()]).toEqual([200, { state: 'known' }]);
    const moments = {
      'too early': '2026-03-01T09:59:59Z',
      early: '2026-03-01T10:00:00Z',
      late: '2026-03-02T12:00:00Z',
      'too late': '2026-03-02T12:00:01Z',
    };
    for (const [name, at] of Object.entries(moments))
      await pipeline.tell({ id: name, name, at, service: 'Nowhere' });
    const view = await changes(incident.key);
    expect(view).toMatchObject({
      around: { at: Date.parse('2026-03-02T10:00:00Z'), of: 'impactStart' },
      issues: { state: 'notConfigured' },
      isConnected: true,
    });
    expect(view.changes.map(({ name }) => name)).toEqual(['shop 4.17.0', 'late', 'early']);
    expect(view.changes[0]).toEqual({
      kind: 'deployment',
      id: 'shop-1342',
      name: 'shop 4.17.0',
      service: 'payments',
      at: Date.parse(whole.at),
      by: 'Delivery',
      environment: 'production',
      address: whole.address,
      isFaultyService: true,
    });
  });

  it.each([
    [{ id: 'a', name: 'x', at: '2025-12-01T00:00:00Z' }, /at/],
    [{ id: 'a', name: 'x', at: '2026-03-04T00:00:00Z' }, /at/],
    [{ id: '', name: 'x', at: '2026-03-02T09:00:00Z' }, /id/],
    [{ id: 'a', name: 'x', at: '2026-03-02T09:00:00Z', address: 'ftp://x' }, /address/],
  ])('%j is refused with what is wrong', async (body, what) => {
    const answer = await pipeline.tell(body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toMatch(what);
  });
});
