import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import { MOMENTS } from '../../fakes/world';
import { aSite, call, raise, rest } from '../../support/site';

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(() => site.reset());
afterAll(() => site.stop());

const TTD = 'Time to detect';
const TTR = 'Time to recovery';

describe.each(MOMENTS)(
  'raised and changed outside of our surfaces, moments kept: %s',
  (moments) => {
    let usual: Site;
    beforeAll(async () => {
      usual = site;
      site = await aSite('empty', { moments });
    });
    afterAll(async () => {
      await site.stop();
      site = usual;
    });

    it('counts as detected when it was raised, and has a TTD as soon as its start is known', async () => {
      const incident = await raise(site);
      expect(await incident.field('Impact detected')).toBe('2026-03-02T12:00:00.000+0000');
      expect(await incident.field(TTD)).toBeNull();
      await incident.edit({ 'Impact start': '2026-03-02T11:40:00.000+0000' });
      expect(await incident.field(TTD)).toBe(20);
    });

    it('gets its TTR from the moment of recovery, and loses it when that is taken away', async () => {
      const incident = await raise(site);
      await incident.edit({
        'Impact start': '2026-03-02T10:00:00.000+0000',
        'Impact detected': '2026-03-02T10:07:00.000+0000',
        'Impact recovered': '2026-03-02T11:12:30.000+0000',
      });
      expect([await incident.field(TTD), await incident.field(TTR)]).toEqual([
        7,
        moments === 'minute' ? 72 : 72.5,
      ]);
      await incident.edit({ 'Impact recovered': null });
      expect([await incident.field(TTD), await incident.field(TTR)]).toEqual([7, null]);
    });

    it('has no figures while its times contradict each other, and has them again once mended', async () => {
      const incident = await raise(site);
      await incident.edit({
        'Impact start': '2026-03-02T11:00:00.000+0000',
        'Impact detected': '2026-03-02T10:00:00.000+0000',
        'Impact recovered': '2026-03-02T11:30:00.000+0000',
      });
      expect([await incident.field(TTD), await incident.field(TTR)]).toEqual([null, null]);
      await incident.edit({ 'Impact start': '2026-03-02T09:30:00.000+0000' });
      expect([await incident.field(TTD), await incident.field(TTR)]).toEqual([30, 120]);
    });

    it('keeps its figures over resolving and coming back', async () => {
      const incident = await raise(site, {});
      await incident.edit({ 'Impact start': '2026-03-02T11:40:00.000+0000' });
      await incident.moveTo('Fixing');
      await incident.moveTo('Resolved');
      await incident.moveTo('Fixing');
      expect(await incident.field(TTD)).toBe(20);
    });

    it('is written by the app alone: a person cannot edit TTD', async () => {
      const incident = await raise(site);
      await expect(incident.edit({ [TTD]: 5 })).rejects.toThrow('400');
    });
  },
);

describe('what it costs', () => {
  it('an issue of another type runs nothing', async () => {
    const admin = rest(site, 'ada');
    await admin.post('/rest/api/3/project', {
      key: 'OPS',
      name: 'Operations',
      projectTypeKey: 'software',
      projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
      leadAccountId: (await admin.get<{ accountId: string }>('/rest/api/3/myself')).accountId,
    });
    await site.forge.idle();
    const before = site.forge.invocations().length;
    await admin.post('/rest/api/3/issue', {
      fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Order chairs' },
    });
    await site.forge.idle();
    expect(site.forge.invocations().slice(before)).toEqual([]);
  });

  it('opening an incident asks Jira twice and the store four times, all at the same time', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    await call(site, 'dana', incident.key, 'getIncident');
    const opened = site.forge.invocations().at(-1);
    expect(
      opened?.productCalls.map(({ method, path }) => `${method} ${path.split('?')[0]}`).sort(),
    ).toEqual([`GET /rest/api/3/issue/${incident.id}`, 'GET /rest/api/3/mypermissions']);
    // The map of the fields, the head of the log, its alerts, the settings.
    expect(opened?.kvs).toMatchObject({ reads: 4, writes: 0 });
  });

  it('what our own panel writes does not come back as an event', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    const before = site.forge.invocations().length;
    await call(site, 'dana', incident.key, 'setTimes', { impactStart: '2026-03-02T11:40:00Z' });
    await site.forge.idle();
    expect(
      site.forge
        .invocations()
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(['resolver', 'consumer']); // the job looks once more, and no event comes back
    expect(await incident.field(TTD)).toBe(20);
  });
});

describe('when something is down', () => {
  it('a job that Jira told to wait comes back after that wait', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    site.faults.add({ target: 'jira', rate: 1, status: 429, retryAfter: 120 }, { times: 1 });
    await incident.edit({ 'Impact start': '2026-03-02T11:40:00.000+0000' });
    expect(await incident.field(TTD)).toBeNull();
    await site.clock.moveTo(site.clock.now() + 119_000, () => site.forge.idle());
    expect(await incident.field(TTD)).toBeNull();
    await site.clock.moveTo(site.clock.now() + 2_000, () => site.forge.idle());
    expect(await incident.field(TTD)).toBe(20);
  });

  it('a change that no event told is found within the hour', async () => {
    const incident = await raise(site);
    const other = await raise(site);
    await site.forge.idle();
    site.faults.add({ target: 'event-drop', rate: 1 });
    await incident.edit({ 'Impact start': '2026-03-02T11:40:00.000+0000' });
    await other.edit({ summary: 'Nothing about times' });
    expect(await incident.field(TTD)).toBeNull();
    site.faults.clear();
    await site.clock.moveTo(site.clock.now() + 3_600_000, () => site.forge.idle());
    expect(await incident.field(TTD)).toBe(20);
    const jobs = site.forge.invocations().filter(({ trigger }) => trigger === 'figures');
    expect(jobs).toHaveLength(3); // one each when they were raised, and one to mend
  });

  it('figures that could not be written half-way are written by the job behind them', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    const answer = site.jira.fetch.bind(site.jira);
    let refused = false;
    site.jira.fetch = (request, caller) => {
      if (refused || !request.url.includes('/app/field/value')) return answer(request, caller);
      refused = true;
      return Promise.resolve(new Response('{}', { status: 503 }));
    };
    const change = { impactStart: '2026-03-02T11:40:00Z' };
    expect(await call(site, 'dana', incident.key, 'setTimes', change)).toMatchObject({
      code: 'unavailable',
    });
    expect(await incident.field(TTD)).toBe(20);
    site.jira.fetch = answer;
    expect(refused).toBe(true);
  });

  it('a field that somebody took off the edit screen costs no figure: its time is held', async () => {
    await takeOffTheEditScreen('Impact detected');
    const incident = await raise(site);
    await incident.edit({
      'Impact start': '2026-03-02T10:00:00.000+0000',
      'Impact recovered': '2026-03-02T12:00:00.000+0000',
    });
    expect([await incident.field(TTD), await incident.field(TTR)]).toEqual([120, 120]);
  });
});

async function takeOffTheEditScreen(name: string): Promise<void> {
  const admin = rest(site, 'ada');
  const fields = await admin.get<readonly { id: string; name: string }[]>('/rest/api/3/field');
  const field = fields.find((one) => one.name === name)?.id ?? '';
  const screens = await admin.get<{ values: readonly { id: number; name: string }[] }>(
    '/rest/api/3/screens?maxResults=100',
  );
  const screen = screens.values.find((one) => one.name === 'HOT: edit and view')?.id ?? 0;
  const tabs = await admin.get<readonly { id: number }[]>(`/rest/api/3/screens/${screen}/tabs`);
  await admin.delete(`/rest/api/3/screens/${screen}/tabs/${tabs[0]?.id ?? 0}/fields/${field}`);
}
