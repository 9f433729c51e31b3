import '../support/in-process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE } from '../../src/domain/declaring/alert-rule';
import { type Store } from '../../sandbox/forge/kvs/store';
import { type Site } from '../../sandbox/site/site';
import { connectTool, incidentKeys, type Tool, toolAt } from '../support/alerts';
import { adminsMayDelete, aSite, askAdmin, call, callAdmin, done, rest } from '../support/site';

/** The same alert again, and other tools that call something the same. */
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

const DAY = 86_400_000;
const ALERT = { alertId: 'checkout-5xx', summary: 'Card payments fail', severity: 1 };

async function toldBy(one: Tool): Promise<unknown> {
  const answer = await one.tell(ALERT);
  const body: unknown = await answer.json();
  await site.forge.idle();
  return [answer.status, body];
}

async function later(ms: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + ms, () => site.forge.idle());
}

const NEW = [202, { state: 'accepted' }];
const KNOWN = [200, { state: 'raised', incident: expect.any(String) }];

describe('the same alert', () => {
  it('is the same incident as long as that is open, sixty days later too', async () => {
    expect(await toldBy(tool)).toEqual(NEW);
    expect(await toldBy(tool)).toEqual(KNOWN);
    await later(60 * DAY);
    expect(await toldBy(tool)).toEqual(KNOWN);
    expect(await incidentKeys(site)).toHaveLength(1);
  });

  it.each<[string, (key: string) => Promise<unknown>]>([
    [
      'resolved',
      async (key) => {
        await call(site, 'dana', key, 'setTimes', { impactStart: '2026-03-02T11:50:00Z' });
        const recovered = '2026-03-02T12:00:00Z';
        return done(await call(site, 'dana', key, 'resolve', { recovered }));
      },
    ],
    [
      'cancelled',
      async (key) => done(await call(site, 'dana', key, 'cancel', { duplicateOf: null })),
    ],
    [
      'deleted',
      async (key) => {
        await adminsMayDelete(site);
        return rest(site, 'ada').delete(`/rest/api/3/issue/${key}`);
      },
    ],
  ])('after its incident is %s is an incident of its own', async (_, end) => {
    expect(await toldBy(tool)).toEqual(NEW);
    const [first = ''] = await incidentKeys(site);
    await end(first);
    await site.forge.idle();
    await later(60 * DAY);
    expect(await toldBy(tool)).toEqual(NEW);
    const last = (await incidentKeys(site)).at(-1) ?? '';
    expect(last).not.toBe(first);
    expect(done(await call(site, 'dana', last, 'getIncident'))).toMatchObject({
      summary: ALERT.summary,
      phase: 'new',
    });
    expect(await toldBy(tool)).toEqual(KNOWN);
  });

  it('while Jira is down is kept, and is no second one where the first is still open', async () => {
    await toldBy(tool);
    site.faults.add({ target: 'jira', rate: 1, status: 503 });
    expect(await toldBy(tool)).toEqual(NEW);
    site.faults.clear();
    await later(DAY / 24);
    expect(await incidentKeys(site)).toHaveLength(1);
    expect(await toldBy(tool)).toEqual(KNOWN);
  });

  it('of another tool is another incident', async () => {
    const other = await connectTool(site, 'Grafana');
    expect([other.address === tool.address, other.secret === tool.secret]).toEqual([false, false]);
    expect([await toldBy(tool), await toldBy(other), await toldBy(other)]).toEqual([
      NEW,
      NEW,
      KNOWN,
    ]);
    expect(await incidentKeys(site)).toHaveLength(2);
  });
});

/** What older versions of the app have left there. */
function storeOf({ forge }: Site): Store {
  const parts = Reflect.get(forge, 'parts') as { readonly kvs: { readonly store: Store } };
  return parts.kvs.store;
}

describe('doors', () => {
  it('open to their own secret alone', async () => {
    const other = await connectTool(site, 'Grafana');
    for (const address of [
      tool.address,
      tool.address.replace(/\?.*/, ''),
      `${tool.address}x`,
      tool.address.replace(/door=.*/, 'door=../first'),
    ])
      expect((await toolAt(address, other.secret).tell(ALERT)).status).toBe(401);
    expect((await other.tell(ALERT)).status).toBe(202);
  });

  it('are listed with their names, and one that is taken away is shut', async () => {
    const other = await connectTool(site, 'Grafana');
    const doors = await askAdmin(site, 'getAlertDoors');
    const known = { id: expect.any(String), hasSecret: true, rule: DEFAULT_RULE };
    expect(doors).toEqual([
      { ...known, name: 'Alertmanager', address: tool.address },
      { ...known, name: 'Grafana', address: other.address },
    ]);
    const door = doors[1]?.id ?? '';
    expect(await askAdmin(site, 'removeAlertDoor', { door })).toEqual(doors.slice(0, 1));
    expect((await other.tell(ALERT)).status).toBe(401);
    expect((await tool.tell(ALERT)).status).toBe(202);
    expect(await callAdmin(site, 'ada', 'renewAlertSecret', { door })).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('from when there was one for all: it keeps its address, its secret and its alerts', async () => {
    const [base = ''] = tool.address.split('?');
    const secret = { key: 'alert-secret', value: 'from-before' };
    storeOf(site).set(secret, { reads: [], writes: [] }, true);
    expect(await askAdmin(site, 'getAlertDoors')).toMatchObject([
      { id: 'first', name: null, address: base, hasSecret: true },
      { name: 'Alertmanager' },
    ]);
    const first = toolAt(base, 'from-before');
    expect(await toldBy(first)).toEqual(NEW);
    expect(await askAdmin(site, 'removeAlertDoor', { door: 'first' })).toHaveLength(1);
    expect((await first.tell(ALERT)).status).toBe(401);
  });
});
