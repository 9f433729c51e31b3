import '../support/in-process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type IncidentView, type TimelineView } from '../../src/contract';
import { type AlertRuleView } from '../../src/contract/admin';
import { type Site } from '../../sandbox/site/site';
import { connectTool, incidentKeys, type Tool } from '../support/alerts';
import { aSite, askAdmin, call, callAdmin, done } from '../support/site';

/** Many alerts of one outage, their end, and those that become no incident. */
let site: Site;
let tool: Tool;
let door: string;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  await site.reset();
  tool = await connectTool(site);
  door = (await askAdmin(site, 'getAlertDoors'))[0]?.id ?? '';
});
afterAll(() => site.stop());

const BY_SERVICE: AlertRuleView = { groupBy: ['service'], windowMinutes: 60, leaveBelow: null };
const ruled = (rule: Partial<AlertRuleView>) =>
  askAdmin(site, 'setAlertRule', { door, rule: { ...BY_SERVICE, ...rule } });

/** One alert of a call of Alertmanager's. */
function prometheus(host: string, about: object = {}) {
  return {
    status: 'firing',
    labels: { alertname: 'HighLatency', service: 'Payments', severity: 'critical', host },
    annotations: { summary: `${host} is slow` },
    startsAt: new Date(site.clock.now() - 60_000).toISOString(),
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: `https://prometheus.example.com/graph?host=${host}`,
    fingerprint: host,
    ...about,
  };
}

async function told(...alerts: readonly object[]): Promise<unknown> {
  const answer = await tool.tell({ alerts });
  const body: unknown = await answer.json();
  await site.forge.idle();
  return body;
}

async function seen(n = 0): Promise<IncidentView> {
  const key = (await incidentKeys(site))[n] ?? '';
  return done(await call(site, 'dana', key, 'getIncident'));
}

async function lines(): Promise<readonly TimelineView['entries'][number]['what'][]> {
  const [key = ''] = await incidentKeys(site);
  const { entries } = done(await call(site, 'dana', key, 'getTimeline', { before: null }));
  return entries.map(({ what }) => what).filter(({ kind }) => kind === 'alert');
}

async function later(minutes: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + minutes * 60_000, () => site.forge.idle());
}

const over = (minutesAgo = 1) => ({
  status: 'resolved',
  endsAt: new Date(site.clock.now() - minutesAgo * 60_000).toISOString(),
});

describe('alerts of one outage', () => {
  it('are one incident with all of them, told once or in many calls', async () => {
    await ruled({});
    await told(prometheus('a'), prometheus('b'));
    await told(prometheus('b'), prometheus('c'));
    expect(await incidentKeys(site)).toHaveLength(1);
    const { alerts } = await seen();
    expect(alerts).toMatchObject({ count: 3, recovered: 0 });
    expect(alerts?.listed.map(({ name }) => name).toSorted()).toEqual([
      'a is slow',
      'b is slow',
      'c is slow',
    ]);
    expect(alerts?.listed.find(({ name }) => name === 'a is slow')).toMatchObject({
      from: 'Alertmanager',
      since: expect.any(String),
      recovered: null,
      link: 'https://prometheus.example.com/graph?host=a',
    });
    expect(await lines()).toEqual([expect.objectContaining({ state: 'joined', count: 2 })]);
  });

  it('are each an incident where the door says nothing, with their own one on it', async () => {
    await told(prometheus('a'), prometheus('b'));
    expect(await incidentKeys(site)).toHaveLength(2);
    expect((await seen()).alerts).toMatchObject({ count: 1 });
  });

  it('link nowhere but to pages', async () => {
    await told(prometheus('a', { generatorURL: 'javascript:alert(1)' }));
    expect((await seen()).alerts?.listed).toMatchObject([{ link: null }]);
  });
});

describe('an alert that is over', () => {
  it('is a line and, after the last one, a proposal: a person ends it', async () => {
    await ruled({});
    await told(prometheus('a'), prometheus('b'));
    const key = (await seen()).key;
    await call(site, 'dana', key, 'takeIncident', { from: null });
    await call(site, 'dana', key, 'setTimes', { impactStart: '2026-03-02T11:50:00Z' });
    await later(30);
    const answer = await told(prometheus('a', over(10)));
    expect(answer).toEqual({
      state: 'recovered',
      incident: expect.any(String),
      reason: 'Said on the incident. People end it.',
    });
    expect(await seen()).toMatchObject({ phase: 'fixing', alerts: { count: 2, recovered: 1 } });
    expect((await seen()).next?.step).not.toBe('alerts-recovered');
    const last = over(5);
    await told(prometheus('b', last), prometheus('b', last));
    const then = await seen();
    expect(then).toMatchObject({
      phase: 'fixing',
      times: { impactRecovered: null },
      next: { step: 'alerts-recovered', due: Date.parse(last.endsAt) },
      alerts: { count: 2, recovered: 2 },
    });
    expect((await lines()).map((what) => what.kind === 'alert' && what.state)).toEqual([
      'joined',
      'recovered',
      'recovered',
    ]);
    const impactRecovered = new Date(then.next?.due ?? 0).toISOString();
    const said = done(await call(site, 'dana', key, 'setTimes', { impactRecovered }));
    expect(said).toMatchObject({ phase: 'fixing', times: { impactRecovered } });
    expect(said.next?.step).not.toBe('alerts-recovered');
  });

  it('and fires again takes the proposal back; "not yet" does until the next end', async () => {
    await told(prometheus('a'));
    const key = (await seen()).key;
    await call(site, 'dana', key, 'takeIncident', { from: null });
    await later(10);
    await told(prometheus('a', over()));
    expect(await seen()).toMatchObject({ next: { step: 'alerts-recovered' } });
    await told(prometheus('a', { startsAt: new Date(site.clock.now()).toISOString() }));
    expect((await seen()).next?.step).not.toBe('alerts-recovered');
    await later(10);
    await told(prometheus('a', over(0)));
    expect(await seen()).toMatchObject({ next: { step: 'alerts-recovered' } });
    const saying = { kind: 'skip', step: 'alerts-recovered' } as const;
    const id = '0d3f3a52-5a38-4b8e-9a55-0d9b0a3c1f01';
    const said = done(await call(site, 'dana', key, 'say', { id, saying }));
    expect(said.next?.step).not.toBe('alerts-recovered');
    expect(await incidentKeys(site)).toHaveLength(1);
  });

  it('is answered where its incident is over, and where nobody knows of one', async () => {
    expect(await told(prometheus('a', over()))).toEqual({
      state: 'recovered',
      reason: 'No incident is known for it.',
    });
    await told(prometheus('b'));
    const key = (await seen()).key;
    done(await call(site, 'dana', key, 'cancel', { duplicateOf: null }));
    expect(await told(prometheus('b', over()))).toMatchObject({
      state: 'recovered',
      reason: 'The incident is over already.',
    });
    expect(await incidentKeys(site)).toHaveLength(1);
  });
});

describe('an alert below the severity of its door', () => {
  it('becomes no incident: its tool is told, and the administrator sees it', async () => {
    await ruled({ leaveBelow: 2 });
    const minor = { labels: { severity: 'warning', service: 'Payments' } };
    for (let n = 0; n < 2; n += 1) {
      expect(await told(prometheus('a', minor))).toMatchObject({
        state: 'left',
        reason: 'Less severe than 2: this door makes no incident of it.',
      });
    }
    expect(await incidentKeys(site)).toEqual([]);
    expect(await askAdmin(site, 'getLeftAlerts', { door })).toEqual({
      count: 1,
      isMore: false,
      last: [{ name: 'a is slow', severity: 3, below: 2, at: expect.any(String) }],
    });
    await told(prometheus('a'));
    expect(await incidentKeys(site)).toHaveLength(1);
  });
});

describe('the rule of a door', () => {
  it('is kept, listed and counts from then on', async () => {
    const rule: AlertRuleView = {
      groupBy: ['name', 'label:zone'],
      windowMinutes: 15,
      leaveBelow: 1,
    };
    expect(await ruled(rule)).toMatchObject({ id: door, name: 'Alertmanager', rule });
    expect(await askAdmin(site, 'getAlertDoors')).toMatchObject([{ rule }]);
    const { door: anew } = await askAdmin(site, 'renewAlertSecret', { door });
    expect(anew).toMatchObject({ rule });
  });

  it.each([
    { windowMinutes: 0 },
    { windowMinutes: 10.5 },
    { windowMinutes: 10_081 },
    { leaveBelow: 3 },
    { groupBy: ['host'] },
    { groupBy: ['label:'] },
    { groupBy: Array.from({ length: 13 }, (_, n) => `label:${n}`) },
  ])('is refused where it cannot be: %j', async (about) => {
    const rule = { ...BY_SERVICE, ...about };
    expect(await callAdmin(site, 'ada', 'setAlertRule', { door, rule } as never)).toMatchObject({
      code: 'invalid-input',
    });
  });

  it('is for administrators, and for doors that are there', async () => {
    const input = { door, rule: BY_SERVICE };
    expect(await callAdmin(site, 'dana', 'setAlertRule', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await callAdmin(site, 'dana', 'getLeftAlerts', { door })).toMatchObject({
      code: 'forbidden',
    });
    const gone = { ...input, door: 'no-such-door' };
    expect(await callAdmin(site, 'ada', 'setAlertRule', gone)).toMatchObject({
      code: 'changed-meanwhile',
    });
  });
});
