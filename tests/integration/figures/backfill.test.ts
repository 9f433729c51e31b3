import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Invocation } from '../../../sandbox/forge/types';
import { type Site } from '../../../sandbox/site/site';
import { type FindingsView } from '../../../src/contract/admin';
import { MOMENTS, type Moments } from '../../fakes/world';
import { addOldIncidents, type OldIncident } from '../../support/old-incidents';
import { aSite, askAdmin, rest, siteMapOf } from '../../support/site';

const HOUR = 3_600_000;
const COUNT = 5000;

let site: Site;
let old: readonly OldIncident[];
beforeAll(async () => {
  site = await aSite();
  old = await addOldIncidents(site, { count: COUNT });
  // Twenty minutes to the hour, so that an hour's budget is not all there is at the start.
  await pass(40 * 60_000);
}, 180_000);
afterAll(() => site.stop());

async function pass(ms: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + ms, () => site.forge.idle());
}

function jobs(): readonly Invocation[] {
  return site.forge.invocations().filter(({ trigger }) => trigger === 'backfill');
}

function pointsByHour(): number[] {
  const hours = new Map<number, number>();
  for (const { at, productCalls } of jobs()) {
    const hour = Math.floor(Date.parse(at) / HOUR);
    const points = productCalls.reduce((sum, call) => sum + call.points, 0);
    hours.set(hour, (hours.get(hour) ?? 0) + points);
  }
  return [...hours.values()];
}

function writes(since = 0): string[] {
  return jobs()
    .slice(since)
    .flatMap(({ productCalls }) => productCalls)
    .filter(({ method, path }) => method !== 'GET' && !/search|changelog/.test(path))
    .map(({ path }) => path.split('?')[0] ?? '');
}

/** Minutes, from the moments that the incidents were made with. */
function expectedFigures(one: OldIncident, moments: Moments = 'minute') {
  const kept = (at: number) => (moments === 'minute' ? at - (at % 60_000) : at);
  const minutes = (at: number) => Math.round(((at - kept(one.impactStart)) / 60_000) * 100) / 100;
  const over = one.impactRecovered === undefined ? one.resolved : kept(one.impactRecovered);
  return { ttd: minutes(kept(one.impactDetected)), ttr: minutes(over) };
}

type Fields = Readonly<Record<string, unknown>>;

async function fieldsOf(id: string): Promise<Fields> {
  return (await rest(site, 'ada').get<{ fields: Fields }>(`/rest/api/3/issue/${id}`)).fields;
}

describe('five thousand old incidents', () => {
  it('says before the first run how many there are, and about how long it takes', async () => {
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'never',
      total: COUNT,
      hours: 2,
      looked: 0,
    });
    expect(jobs()).toEqual([]);
  });

  it('spends the points of the hour and waits for the next', async () => {
    expect(await askAdmin(site, 'startBackfill')).toMatchObject({ state: 'running' });
    await site.forge.idle();
    const view = await askAdmin(site, 'getBackfill');
    expect(view).toMatchObject({
      state: 'waiting',
      total: COUNT,
      resumesAt: '2026-03-02T13:00:00.000Z',
    });
    expect(view.looked).toBeGreaterThanOrEqual(2000);
    expect(view.points.left).toBeLessThan(400);
  });

  it('a second start begins nothing anew', async () => {
    const before = await askAdmin(site, 'getBackfill');
    expect(await askAdmin(site, 'startBackfill')).toEqual(before);
  });

  it('stands still while it is paused, and goes on where it was', async () => {
    expect(await askAdmin(site, 'pauseBackfill')).toMatchObject({ state: 'paused' });
    const { looked } = await askAdmin(site, 'getBackfill');
    await pass(HOUR);
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({ state: 'paused', looked });
    site.faults.add(
      {
        target: 'jira',
        rate: 1,
        status: 429,
        retryAfter: 120,
        path: '/rest/api/3/changelog',
      },
      { after: 3, times: 1 },
    );
    await askAdmin(site, 'resumeBackfill');
    await site.forge.idle();
    const resting = await askAdmin(site, 'getBackfill');
    expect(resting).toMatchObject({ state: 'waiting', looked: looked + 300 });
    expect(Date.parse(resting.resumesAt ?? '')).toBe(site.clock.now() + 120_000);
    await pass(119_000);
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({ looked: looked + 300 });
    await pass(2000);
    expect((await askAdmin(site, 'getBackfill')).looked).toBeGreaterThan(looked + 300);
  });

  it('is done in the second hour, within the points of each hour', async () => {
    await pass(60_000);
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'done',
      looked: COUNT,
      written: COUNT,
      failure: null,
    });
    expect(pointsByHour()).toHaveLength(2);
    expect(Math.max(...pointsByHour())).toBeLessThanOrEqual(5000);
  });

  it('has written TTD and TTR of each, and no field of theirs', async () => {
    expect(new Set(writes())).toEqual(new Set(['/rest/api/3/app/field/value']));
    const { fields: ids } = siteMapOf(site);
    for (const one of old.filter((_, n) => n % 97 === 0)) {
      const fields = await fieldsOf(one.id);
      const { ttd, ttr } = expectedFigures(one);
      expect([fields[ids.timeToDetect], fields[ids.timeToRecovery]]).toEqual([ttd, ttr]);
      const recovered = fields[ids.impactRecovered];
      expect(recovered === null).toBe(one.impactRecovered === undefined);
      expect(Date.parse(String(fields['updated']))).toBeLessThanOrEqual(one.resolved);
    }
  });

  it('lists the ends that nobody confirmed, and counts no more than a thousand', async () => {
    const counts = await askAdmin(site, 'getFindingCounts');
    const open = old.filter(({ impactRecovered }) => impactRecovered === undefined);
    expect(open.length).toBeGreaterThan(1000);
    expect(counts.toConfirm).toEqual({ count: 1000, more: true });
    expect(counts.held).toEqual({ count: 0, more: false });
    expect(counts.missing).toEqual({ count: 0, more: false });
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page: FindingsView = await askAdmin(site, 'getFindings', { kind: 'toConfirm', after });
      ids.push(...page.found.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(ids.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  });

  it('run again, it writes nothing', async () => {
    await pass(HOUR);
    const before = jobs().length;
    await askAdmin(site, 'startBackfill');
    await site.forge.idle();
    await pass(2 * HOUR);
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'done',
      looked: COUNT,
      written: 0,
    });
    expect(writes(before)).toEqual([]);
    const kept = jobs()
      .slice(before)
      .reduce((sum, { kvs }) => sum + kvs.writes, 0);
    // How far it is, after each page and at each handing over.
    expect(kept).toBeLessThan(80);
  });
});

describe.each(MOMENTS)('old incidents of a Jira that keeps moments: %s', (moments) => {
  let usual: Site;
  beforeAll(async () => {
    usual = site;
    site = await aSite('empty', { moments });
  });
  afterAll(async () => {
    await site.stop();
    site = usual;
  });

  it('have the figures of what was kept, and the second of a transition that stands in', async () => {
    const until = site.clock.now() - 17_000;
    const some = await addOldIncidents(site, { count: 40, until });
    await askAdmin(site, 'startBackfill');
    await site.forge.idle();
    const { fields: ids } = siteMapOf(site);
    for (const one of some) {
      const fields = await fieldsOf(one.id);
      const { ttd, ttr } = expectedFigures(one, moments);
      expect([fields[ids.timeToDetect], fields[ids.timeToRecovery]]).toEqual([ttd, ttr]);
    }
    await pass(2 * HOUR);
    await askAdmin(site, 'startBackfill');
    await site.forge.idle();
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({
      state: 'done',
      looked: 40,
      written: 0,
    });
  });
});

describe('an issue of the same type in another project', () => {
  it('costs a look and changes nothing', async () => {
    const ops = await otherProject();
    const before = { runs: site.forge.invocations().length, noted: notedIds() };
    const { id } = await rest(site, 'ada').post<{ id: string }>('/rest/api/3/issue', {
      fields: {
        project: { id: ops },
        summary: 'A burst pipe',
        issuetype: { id: siteMapOf(site).issueTypeId },
      },
    });
    await site.forge.idle();
    const calls = site.forge
      .invocations()
      .slice(before.runs)
      .flatMap((run) => run.productCalls);
    expect(calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      `GET /rest/api/3/issue/${id}`,
    ]);
    await pass(HOUR);
    expect(notedIds()).toEqual(before.noted);
    const { looked } = await askAdmin(site, 'getBackfill');
    expect(looked).toBe(COUNT);
  });
});

function notedIds(): string[] {
  const { entities } = site.forge.storage() as { entities: Record<string, object> };
  return Object.keys(entities['incident-notes'] ?? {});
}

/** Another team uses our type of issue for something else. */
async function otherProject(): Promise<string> {
  const admin = rest(site, 'ada');
  const { accountId } = await admin.get<{ accountId: string }>('/rest/api/3/myself');
  const { id } = await admin.post<{ id: number }>('/rest/api/3/project', {
    key: 'OPS',
    name: 'Operations',
    projectTypeKey: 'software',
    leadAccountId: accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  const { values } = await admin.get<{ values: { issueTypeScheme: { id: string } }[] }>(
    `/rest/api/3/issuetypescheme/project?projectId=${siteMapOf(site).projectId}`,
  );
  const issueTypeSchemeId = values[0]?.issueTypeScheme.id;
  await admin.put('/rest/api/3/issuetypescheme/project', {
    issueTypeSchemeId,
    projectId: String(id),
  });
  return String(id);
}
