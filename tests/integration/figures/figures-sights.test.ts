import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hotProject } from '../../../sandbox/seeds/hot-project';
import { type Site } from '../../../sandbox/site/site';
import { type FigureRowsView, type FiguresAnswer } from '../../../src/contract';
import { addPrivateLevel, setPrivate } from '../../support/private';
import { adminsMayDelete, aSite, callFigures, rest } from '../../support/site';

/** Somebody misses so many incidents, so scattered, that forty calls do not tell which: a job finds out, as them. */

const COUNT = 4500;
const BATCH = 50;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const HIDDEN = Array.from({ length: COUNT / 100 }, (_, n) => `HOT-${n * 100 + 1}`);

let site: Site;
beforeAll(async () => {
  site = await aSite();
  await addMany();
  await later(61 * MINUTE);
  await later(61 * MINUTE);
  await addPrivateLevel(site);
  for (const key of HIDDEN) await setPrivate(site, key);
  await site.forge.idle();
  // What is found out in the very moment in which Jira tells of a change is not believed.
  await later(1000);
}, 300_000);
afterAll(() => site.stop());

/** Raised fifty at once, two hours apart; no event tells of them. */
async function addMany(): Promise<void> {
  const [hot, dana] = [await hotProject(rest(site, 'ada')), rest(site, 'dana')];
  const now = site.clock.now();
  site.faults.add({ target: 'event-drop', rate: 1 });
  for (let batch = 0; batch < COUNT / BATCH; batch += 1) {
    site.clock.stop(now - (COUNT / BATCH - batch) * 2 * HOUR);
    const fields = { project: { key: 'HOT' }, issuetype: { id: hot.issueTypeId }, summary: 'Slow' };
    await dana.post('/rest/api/3/issue/bulk', {
      issueUpdates: Array.from({ length: BATCH }, () => ({ fields })),
    });
  }
  site.faults.clear('event-drop');
  site.clock.stop(now);
}

async function later(ms: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + ms, () => site.forge.idle());
  await site.forge.idle();
}

async function ask(): Promise<FiguresAnswer<FigureRowsView>> {
  const reply = await callFigures(site, 'dana', 'getFigureRows', {
    scope: { project: null, jql: null },
    period: { lastDays: 90 },
    zone: 'Europe/Berlin',
    grouping: 'month',
    size: 1,
    withExcluded: true,
  });
  return (reply as { value: FiguresAnswer<FigureRowsView> }).value;
}

const sightJobs = (from: number) =>
  site.forge
    .invocations()
    .slice(from)
    .filter(({ trigger }) => trigger === 'sights');

it('a job that Jira stops in between remembers nothing half-done, comes back, and finds who sees what', async () => {
  const before = site.forge.invocations().length;
  const fault = { target: 'jira', rate: 1, status: 429, retryAfter: 60 } as const;
  site.faults.add({ ...fault, path: '/rest/api/3/search' }, { after: 50, times: 1 });
  expect(await ask()).toEqual({ state: 'checking', looked: 0, of: COUNT });
  await site.forge.idle();
  expect(sightJobs(before)).toHaveLength(1);
  const waiting = await ask();
  expect(waiting).toMatchObject({ state: 'checking', of: COUNT });

  await later(61_000);
  expect(sightJobs(before)).toHaveLength(2);
  expect(sightJobs(before)[1]?.productCalls.length).toBeGreaterThan(40);
  expect(await ask()).toMatchObject({ state: 'ready', view: { of: COUNT - HIDDEN.length } });
}, 60_000);

it('that is remembered for a quarter of an hour: no call asks again', async () => {
  const before = site.forge.invocations().length;
  await later(13 * MINUTE);
  expect(await ask()).toMatchObject({ state: 'ready', view: { of: COUNT - HIDDEN.length } });
  const calls = site.forge
    .invocations()
    .slice(before)
    .flatMap(({ productCalls }) => productCalls);
  // The app's own are those of the hourly run.
  expect(calls.filter((one) => one.as !== 'app')).toEqual([]);
  await later(3 * MINUTE);
  expect(await ask()).toMatchObject({ state: 'checking' });
  await site.forge.idle();
}, 60_000);

it('and forgotten when there is one incident fewer, also where Jira fails on the way', async () => {
  expect(await ask()).toMatchObject({ state: 'ready' });
  const [first = ''] = HIDDEN;
  await adminsMayDelete(site);
  await rest(site, 'ada').delete(`/rest/api/3/issue/${first}`);
  await site.forge.idle();
  const fault = { target: 'jira', rate: 1, status: 500, path: '/rest/api/3/search' } as const;
  site.faults.add(fault, { after: 50, times: 1 });
  expect(await ask()).toMatchObject({ state: 'checking', of: COUNT - 1 });
  await site.forge.idle();
  expect(await ask()).toMatchObject({ state: 'checking', of: COUNT - 1 });
  await later(31_000);
  expect(await ask()).toMatchObject({ state: 'ready', view: { of: COUNT - HIDDEN.length } });
}, 60_000);
