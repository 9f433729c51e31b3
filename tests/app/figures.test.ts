import '../support/in-process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FiguresInput } from '../../src/contract';
import { type Invocation } from '../../sandbox/forge/types';
import { type Site } from '../../sandbox/site/site';
import { addOldIncidents, type OldIncident } from '../support/old-incidents';
import { addPrivateLevel, setPrivate } from '../support/private';
import {
  adminsMayDelete,
  aSite,
  askAdmin,
  callFigures,
  done,
  person,
  raise,
  rest,
  siteMapOf,
  type Who,
} from '../support/site';

/** A company with a past, from its first count to its pictures. Each part goes on from the one before. */
let site: Site;
let old: readonly OldIncident[];
const COUNT = 260; // more than one page of Jira's, more than one chunk of ours
beforeAll(async () => {
  site = await aSite();
  old = await addOldIncidents(site, { count: COUNT });
}, 120_000);
afterAll(() => site.stop());

const MINUTE = 60_000;
const INPUT: FiguresInput = {
  scope: { project: null, jql: null },
  period: { lastDays: 365 },
  zone: 'Europe/Berlin',
  grouping: 'service',
};

async function later(ms: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + ms, () => site.forge.idle());
  await site.forge.idle();
}

function runs(trigger: string): readonly Invocation[] {
  return site.forge.invocations().filter((run) => run.trigger === trigger);
}

async function rows(who: Who, about: object = {}) {
  const wanted = { ...INPUT, size: 500, withExcluded: true, ...about };
  const answer = done(await callFigures(site, who, 'getFigureRows', wanted));
  if (answer.state !== 'ready') throw new Error(JSON.stringify(answer));
  return answer;
}

async function fieldsOf(id: string) {
  const path = `/rest/api/3/issue/${id}`;
  return (await rest(site, 'ada').get<{ fields: Record<string, unknown> }>(path)).fields;
}

const minutes = (ms: number) => Math.round((ms / MINUTE) * 100) / 100;
const kept = (at: number) => at - (at % MINUTE);

describe('bringing old incidents in', () => {
  it('says before how many there are, stops when told to, and goes on where it was', async () => {
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'never',
      total: COUNT,
      looked: 0,
    });
    const path = '/rest/api/3/changelog';
    const busy = { target: 'jira', rate: 1, status: 429, retryAfter: 120, path } as const;
    site.faults.add(busy, { after: 1, times: 1 });
    expect(await askAdmin(site, 'startBackfill')).toMatchObject({ state: 'running' });
    await site.forge.idle();
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'waiting',
      looked: 100,
      resumesAt: new Date(site.clock.now() + 120_000).toISOString(),
    });
    expect(await askAdmin(site, 'pauseBackfill')).toMatchObject({ state: 'paused' });
    await later(130_000);
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({ state: 'paused', looked: 100 });
    await askAdmin(site, 'resumeBackfill');
    await later(1000);
    const done = await askAdmin(site, 'getBackfill');
    expect(done).toMatchObject({ state: 'done', looked: COUNT, written: COUNT, failure: null });
    const calls = runs('backfill').flatMap(({ productCalls }) => productCalls);
    const points = calls.reduce((sum, call) => sum + call.points, 0);
    // What was spent is counted, also what Jira refused.
    expect(done.points.left).toBe(5000 - points);
  });

  it('has written TTD and TTR of each, and no field of theirs', async () => {
    const { fields: ids } = siteMapOf(site);
    for (const one of old.filter((_, n) => n % 29 === 0)) {
      const fields = await fieldsOf(one.id);
      const start = kept(one.impactStart);
      const over = one.impactRecovered === undefined ? one.resolved : kept(one.impactRecovered);
      expect([fields[ids.timeToDetect], fields[ids.timeToRecovery]]).toEqual([
        minutes(kept(one.impactDetected) - start),
        minutes(over - start),
      ]);
      expect(fields[ids.impactRecovered] === null).toBe(one.impactRecovered === undefined);
    }
  });

  it('lists whose end nobody confirmed, page by page', async () => {
    const open = old.filter(({ impactRecovered }) => impactRecovered === undefined);
    const counts = await askAdmin(site, 'getFindingCounts');
    expect(counts).toMatchObject({
      toConfirm: { count: open.length, more: false },
      missing: { count: 0, more: false },
    });
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(after);
      found.push(...page.found.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  });

  const pageOf = (after: string | undefined) =>
    askAdmin(site, 'getFindings', { kind: 'toConfirm', after });

  it('run again, it looks at each and writes nothing', async () => {
    await later(60 * MINUTE);
    await askAdmin(site, 'startBackfill');
    await later(120 * MINUTE);
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'done',
      looked: COUNT,
      written: 0,
    });
  });
});

describe('the store of figures', () => {
  it('is made anew by administrators, page by page', async () => {
    expect(await askAdmin(site, 'rebuildFigures')).toMatchObject({ state: 'running' });
    await site.forge.idle();
    expect(await askAdmin(site, 'getFigureStore')).toMatchObject({
      state: 'idle',
      looked: COUNT,
      total: COUNT,
      asOf: new Date(site.clock.now()).toISOString(),
    });
    expect((await rows('dana')).view.of).toBe(COUNT);
  });

  it('keeps a row of each, with the names of its service and products', async () => {
    const about = {
      Severity: { value: '2 – Major' },
      'Faulty service': { value: 'Payments' },
      'Affected products': [{ value: 'Web shop' }, { value: 'Store till' }],
      'Impact start': '2026-03-02T11:00:00.000+0000',
      'Impact detected': '2026-03-02T11:07:00.000+0000',
    };
    const incident = await raise(site);
    await incident.edit(about);
    await incident.edit({ 'Impact recovered': '2026-03-02T11:47:00.000+0000' });
    await incident.moveTo('Fixing');
    await incident.moveTo('Resolved');
    expect(await incident.field('Time to recovery')).toBe(47);
    // Pictures are as of the last hour that was looked over.
    await later(61 * MINUTE);
    await later(61 * MINUTE);
    const { view } = await rows('dana', { services: [await serviceOf('Payments')] });
    expect(view.rows).toHaveLength(1);
    expect(view.rows[0]).toMatchObject({
      key: incident.key,
      severity: 2,
      start: Date.parse('2026-03-02T11:00:00Z'),
      ttdMs: 7 * MINUTE,
      ttrMs: 47 * MINUTE,
    });
    const choices = await choicesNow();
    expect(choices.services.map(({ name }) => name)).toEqual(['Payments']);
  });

  async function choicesNow() {
    const answer = done(
      await callFigures(site, 'dana', 'getFigureChoices', { scope: INPUT.scope }),
    );
    if (answer.state !== 'ready') throw new Error(answer.state);
    return answer.view;
  }
  const serviceOf = async (name: string) =>
    (await choicesNow()).services.find((one) => one.name === name)?.id ?? '';

  it('loses what was deleted, and gains what no event told, within two hours', async () => {
    await adminsMayDelete(site);
    const before = (await rows('dana')).view.of;
    site.faults.add({ target: 'event-drop', rate: 1 });
    await rest(site, 'ada').delete(`/rest/api/3/issue/${old[0]?.id ?? ''}`);
    const incident = await raise(site);
    await incident.edit({ 'Impact start': '2026-03-02T11:00:00.000+0000' });
    site.faults.clear('event-drop');
    await later(61 * MINUTE);
    await later(61 * MINUTE);
    const { view } = await rows('dana');
    const keys = view.rows.map(({ key }) => key);
    expect(view.of).toBe(before);
    expect(keys).toContain(incident.key);
    expect(keys).not.toContain(old[0]?.key);
  });
});

describe('who looks', () => {
  const look = async (who: Who) => done(await callFigures(site, who, 'getHowLong', INPUT));

  it('sees what Jira shows them, with one call where that is all', async () => {
    const before = site.forge.invocations().length;
    expect(await look('dana')).toMatchObject({
      state: 'ready',
      projectKey: 'HOT',
      zone: INPUT.zone,
    });
    expect(site.forge.invocations().slice(before)[0]?.productCalls).toHaveLength(1);
    expect(await look('omar')).toEqual({ state: 'noAccess' });
    expect(await callFigures(site, null, 'getHowLong', INPUT)).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    ['a zone that is none', { zone: 'Mars/Olympus' }],
    ['a query that breaks out', { scope: { project: null, jql: 'a = 1) OR (b = 2' } }],
    ['a day that is none', { period: { from: 'x', to: '2026-01-01' } }],
  ])('%s is refused', async (_, about) => {
    const reply = await callFigures(site, 'dana', 'getHowLong', { ...INPUT, ...about });
    expect(reply).toMatchObject({ ok: false, code: 'invalid-input' });
  });

  it('chooses among it by a query of their own; another project has no figures', async () => {
    const key = old[40]?.key ?? '';
    const { view } = await rows('dana', { scope: { project: 'HOT', jql: `key = ${key}` } });
    expect(view.rows.map((row) => row.key)).toEqual([key]);
    const scope = { project: 'SUP', jql: null };
    expect(await callFigures(site, 'dana', 'getHowLong', { ...INPUT, scope })).toMatchObject({
      code: 'not-found',
    });
  });

  it('does not see what is private, remembers for a quarter of an hour, and then looks again', async () => {
    await addPrivateLevel(site);
    const hidden = [old[20], old[150], old[151]].map((one) => one?.key ?? '');
    for (const key of hidden) await setPrivate(site, key);
    await site.forge.idle();
    // What is found out in the very moment in which Jira tells of a change is not believed.
    await later(1000);
    const all = (await rows('ada')).view.of;
    const seen = (await rows('dana')).view;
    expect(seen.of).toBe(all - hidden.length);
    for (const key of hidden) expect(seen.rows.map((row) => row.key)).not.toContain(key);
    const before = site.forge.invocations().length;
    await rows('dana');
    expect(site.forge.invocations().slice(before)[0]?.productCalls).toEqual([]);
    await setPrivate(site, hidden[0] ?? '', false);
    await site.forge.idle();
    await later(16 * MINUTE);
    expect((await rows('dana')).view.rows.map((row) => row.key)).toContain(hidden[0]);
  });

  it('has each picture of the same incidents', async () => {
    const [how, changing, where, first, promises, quality] = await Promise.all([
      callFigures(site, 'dana', 'getHowLong', { ...INPUT, withMean: true }),
      callFigures(site, 'dana', 'getIsItChanging', { ...INPUT, grouping: 'month' }),
      callFigures(site, 'dana', 'getWhere', { ...INPUT, grouping: 'severity' }),
      callFigures(site, 'dana', 'getFirstSteps', INPUT),
      callFigures(site, 'dana', 'getPromises', INPUT),
      callFigures(site, 'dana', 'getDataQuality', INPUT),
    ]);
    const numbers = [how, changing, where, first, promises, quality].map((reply) => {
      const answer = done<{ readonly state: string; readonly n?: number }>(reply);
      return [answer.state, answer.n];
    });
    expect(new Set(numbers.map(String)).size).toBe(1);
    expect(numbers[0]?.[0]).toBe('ready');
  });
});

it('every hour accounts are reported once a week, and who left is taken out of settings', async () => {
  const { version: from, settings } = await askAdmin(site, 'getSettings');
  const owner = person('ines').accountId as never;
  const services = settings.services.map((one) => ({ ...one, owner }));
  await askAdmin(site, 'saveSettings', { from, settings: { ...settings, services } });
  await later(120 * MINUTE);
  const { length } = site.forge.reported();
  expect(site.forge.reported()).toContain(owner);
  await later(24 * 60 * MINUTE);
  expect(site.forge.reported()).toHaveLength(length);
  site.jira.closeAccount(owner);
  await later(7 * 24 * 60 * MINUTE);
  const now = await askAdmin(site, 'getSettings');
  expect(now.version).toBe(from + 1);
  expect(now.settings.services.filter((one) => one.owner !== undefined)).toEqual([]);
}, 60_000);
