import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChangesView } from '../../src/contract';
import { type Site } from '../../sandbox/site/site';
import { connectPipeline, type Tool } from '../support/alerts';
import { aSite, call, callAdmin, callLoosely, done, raise, rest, type Who } from '../support/site';

let site: Site;
let pipeline: Tool;
let key: string;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  await site.reset();
  pipeline = await connectPipeline(site);
  key = await anIncident('2026-03-02T11:00:00.000+0000');
  await site.forge.idle();
});
afterAll(() => site.stop());

/** Of payments, that began then. */
async function anIncident(start: string): Promise<string> {
  const incident = await raise(site, { 'Faulty service': { value: 'Payments' } });
  await incident.edit({ 'Impact start': start });
  return incident.key;
}

const DAY = 86_400_000;
const SHOP = { id: 'shop-1342', name: 'shop 4.17.0', at: '2026-03-02T10:48:00Z' };

/** Queries of the store are a moment behind. */
async function changes(who: Who = 'dana', issue = key): Promise<ChangesView> {
  await site.clock.moveTo(site.clock.now() + 30_000, () => site.forge.idle());
  return done(await call(site, who, issue, 'getChanges'));
}

const names = ({ changes: all }: ChangesView) => all.map(({ name }) => name);

/** An administrator says how changes are found. */
async function agreeOn(changesJql: string): Promise<void> {
  const { version: from, settings } = done(await callAdmin(site, 'ada', 'getSettings'));
  const draft = { ...settings, response: { changesJql } };
  const saved = await callAdmin(site, 'ada', 'saveSettings', { from, settings: draft });
  expect(saved).toMatchObject({ ok: true, value: { problems: [] } });
}

/** A project of changes beside that of incidents, with one that is resolved now and one that is not. */
async function twoChangeIssues(): Promise<void> {
  const admin = rest(site, 'ada');
  const { accountId } = await admin.get<{ accountId: string }>('/rest/api/3/myself');
  await admin.post('/rest/api/3/project', {
    key: 'CHG',
    name: 'Changes',
    projectTypeKey: 'software',
    leadAccountId: accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  for (const summary of ['Raise the pool of connections', 'Tidy up']) {
    const fields = { project: { key: 'CHG' }, issuetype: { name: 'Task' }, summary };
    const { key: issue } = await admin.post<{ key: string }>('/rest/api/3/issue', { fields });
    if (summary === 'Tidy up') break;
    const path = `/rest/api/3/issue/${issue}/transitions`;
    const { transitions } = await admin.get<{
      transitions: { id: string; to: { name: string } }[];
    }>(path);
    const done = transitions.find(({ to }) => to.name === 'Done');
    await admin.post(path, { transition: { id: done?.id } });
  }
}

describe('a deployment', () => {
  it('that a pipeline tells is listed with everything it says', async () => {
    const answer = await pipeline.tell({
      ...SHOP,
      service: 'payments',
      address: 'https://ci.larkfield.example/1342',
      by: 'Delivery',
      environment: 'production',
    });
    expect([answer.status, await answer.json()]).toEqual([201, { state: 'kept' }]);
    expect(await changes()).toEqual({
      around: { at: Date.parse('2026-03-02T11:00:00Z'), of: 'impactStart' },
      issues: { state: 'notConfigured' },
      isConnected: true,
      changes: [
        {
          kind: 'deployment',
          id: 'shop-1342',
          name: 'shop 4.17.0',
          service: 'payments',
          at: Date.parse(SHOP.at),
          by: 'Delivery',
          environment: 'production',
          address: 'https://ci.larkfield.example/1342',
          isFaultyService: true,
        },
      ],
    });
  });

  it('told ten times at once is one, and later answers say so', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => pipeline.tell(SHOP)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(9).fill(200),
      201,
    ]);
    expect(await (await pipeline.tell({ ...SHOP, name: 'other' })).json()).toEqual({
      state: 'known',
    });
    expect(names(await changes())).toEqual(['shop 4.17.0']);
  });

  it('counts from 24 h before the start to 2 h after; of an unknown service it comes behind', async () => {
    const times = {
      'too early': '2026-03-01T10:59:59Z',
      early: '2026-03-01T11:00:00Z',
      late: '2026-03-02T13:00:00Z',
      'too late': '2026-03-02T13:00:01Z',
    };
    await site.clock.moveTo(Date.parse('2026-03-02T14:00:00Z'), () => site.forge.idle());
    for (const [name, at] of Object.entries(times)) {
      expect((await pipeline.tell({ id: name, name, at, service: 'Nowhere' })).status).toBe(201);
    }
    await pipeline.tell({ ...SHOP, service: 'Payments' });
    expect(names(await changes())).toEqual(['shop 4.17.0', 'late', 'early']);
  });

  it('is forgotten after 90 days', async () => {
    await pipeline.tell(SHOP);
    const kept = () => JSON.stringify(site.forge.storage()).includes('shop 4.17.0');
    expect(kept()).toBe(true);
    await site.clock.moveTo(site.clock.now() + 91 * DAY, () => site.forge.idle());
    expect(names(await changes())).toEqual([]);
  });

  it('may be tried out: nothing is kept', async () => {
    const answer = await pipeline.tell({ ...SHOP, test: true });
    expect([answer.status, await answer.json()]).toEqual([200, { state: 'valid' }]);
    expect(names(await changes())).toEqual([]);
  });
});

describe('a pipeline', () => {
  const sign = (body: string, secret: string) =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

  it('may sign the body instead of showing the secret', async () => {
    const body = JSON.stringify(SHOP);
    const headers = { 'X-Hub-Signature-256': sign(body, pipeline.secret) };
    expect((await pipeline.tell(body, headers)).status).toBe(201);
  });

  it.each([
    ['nothing', () => ({})],
    ['another secret', () => ({ Authorization: `Bearer ${pipeline.secret.slice(1)}x` })],
    [
      'the signature of another body',
      () => ({ 'X-Hub-Signature-256': sign('{}', pipeline.secret) }),
    ],
  ])('with %s is sent away without a reason, and nothing is kept', async (_, headers) => {
    const answer = await pipeline.tell(SHOP, headers());
    expect([answer.status, await answer.text()]).toEqual([401, '{}']);
    expect(names(await changes())).toEqual([]);
  });

  it('has a secret of its own: that of alerts opens nothing', async () => {
    const { secret } = done(await callAdmin(site, 'ada', 'addAlertDoor', { name: 'Grafana' }));
    const headers = { Authorization: `Bearer ${secret}` };
    expect((await pipeline.tell(SHOP, headers)).status).toBe(401);
    expect((await pipeline.tell(SHOP)).status).toBe(201);
  });

  it.each([
    ['no JSON', '{', 'The body is not JSON.'],
    ['no id', { ...SHOP, id: ' ' }, /^id: /],
    ['no name', { ...SHOP, name: null }, /^name: /],
    ['no moment', { id: 'a', name: 'a' }, /^at: /],
    ['a moment without its offset', { ...SHOP, at: '2026-03-02T10:48:00' }, /^at: .*offset/],
    ['a day that does not exist', { ...SHOP, at: '2026-02-30T10:48:00Z' }, /^at: .*exist/],
    ['a moment to come', { ...SHOP, at: '2026-03-02T12:06:00Z' }, 'at: lies in the future'],
    ['one long gone', { ...SHOP, at: '2025-11-02T12:06:00Z' }, 'at: lies more than 90 days back'],
    ['an address that is none', { ...SHOP, address: 'javascript:alert(1)' }, /^address: .*https/],
    ['a misspelt key', { ...SHOP, servce: 'Payments' }, /servce/],
  ])('with %s is told what is wrong', async (_, body, problem) => {
    const answer = await pipeline.tell(body);
    expect(answer.status).toBe(400);
    const { problems } = (await answer.json()) as { problems: readonly string[] };
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('that meets a store out of order is asked to tell it again', async () => {
    site.faults.add({ target: 'kvs', rate: 1, status: 500 });
    expect((await pipeline.tell(SHOP)).status).toBe(503);
    site.faults.clear();
    expect((await pipeline.tell(SHOP)).status).toBe(201);
  });
});

describe('change issues', () => {
  beforeEach(async () => {
    await twoChangeIssues();
    await agreeOn('project = CHG AND summary ~ "pool" OR project = CHG AND resolved IS EMPTY');
  });

  it('count by when they were resolved, or else last updated', async () => {
    const view = await changes('ada');
    expect(view.issues).toEqual({ state: 'searched', more: false });
    expect([...view.changes].map(({ id }) => id).sort()).toEqual(['CHG-1', 'CHG-2']);
    const noon = Date.parse('2026-03-02T12:00:00Z');
    expect(view.changes.map(({ at }) => at)).toEqual([noon, noon]);
  });

  it('outside of the window are not listed, whatever stands beside them in the query', async () => {
    await site.clock.moveTo(site.clock.now() + 3 * DAY, () => site.forge.idle());
    const later = await anIncident('2026-03-05T12:00:00.000+0000');
    await site.forge.idle();
    expect((await changes('ada', later)).changes).toEqual([]);
    expect((await changes('ada')).changes).toHaveLength(2);
  });

  it('are those that whoever looks may see', async () => {
    const seen = await changes('sam');
    const visible = await rest(site, 'sam').post<{ issues: readonly unknown[] }>(
      '/rest/api/3/search/jql',
      { jql: 'project = CHG', fields: ['key'] },
    );
    expect(seen.changes).toHaveLength(visible.issues.length);
  });

  it('that Jira cannot look for are said to be so, in its own words, and deployments are there', async () => {
    await agreeOn('projct = CHG');
    await pipeline.tell(SHOP);
    const view = await changes();
    expect(view.issues).toEqual({
      state: 'failed',
      code: 'refused',
      subject: expect.stringContaining('projct'),
    });
    expect(names(view)).toEqual(['shop 4.17.0']);
  });
});

describe('a query of the settings', () => {
  it('is tried before it is saved', async () => {
    const tried = (jql: string, who: Who = 'ada') => callAdmin(site, who, 'tryQuery', { jql });
    expect(await tried('project = HOT')).toEqual({ ok: true, value: { count: 1 } });
    expect(await tried('projct = HOT')).toEqual({
      ok: false,
      code: 'refused',
      subject: expect.stringContaining('projct'),
    });
    expect(await tried('project = HOT ORDER BY created')).toMatchObject({ code: 'invalid-input' });
    expect(await tried('project = HOT', 'dana')).toMatchObject({ code: 'forbidden' });
  });
});

describe('who may know of changes', () => {
  it('is whoever may see the incident', async () => {
    await pipeline.tell(SHOP);
    expect(names(await changes('sam'))).toEqual(['shop 4.17.0']);
    const reply = await call(site, 'omar', key, 'getChanges');
    expect(reply).toMatchObject({ ok: false, subject: null });
    expect(JSON.stringify(reply)).not.toContain('shop');
    expect(await call(site, null, key, 'getChanges')).toMatchObject({ code: 'forbidden' });
  });

  it('and what they learn is of the issue that Forge vouches for, not of one in the payload', async () => {
    await pipeline.tell(SHOP);
    const other = await anIncident('2026-02-01T12:00:00.000+0000');
    await site.forge.idle();
    const reply = await callLoosely(site, 'dana', other, 'getChanges', { issue: key });
    expect(reply).toMatchObject({ ok: true, value: { changes: [] } });
  });

  it('and the secret is for administrators alone', async () => {
    for (const name of ['getDeploymentDoor', 'renewDeploymentSecret'] as const) {
      expect(await callAdmin(site, 'dana', name)).toMatchObject({ ok: false, code: 'forbidden' });
    }
    expect(JSON.stringify(site.forge.storage())).not.toContain(pipeline.secret);
  });
});
