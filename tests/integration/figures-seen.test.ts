import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type FigureRowsView, type FiguresAnswer } from '../../src/contract';
import { addOldIncidents } from '../support/old-incidents';
import { aSite, callFigures, raise, rest, type Who } from '../support/site';

/** Who sees what in the pictures: what Jira shows them, and nothing else. */

const INPUT = {
  scope: { project: null, jql: null },
  period: { lastDays: 365 },
  zone: 'Europe/Berlin',
  grouping: 'service',
} as const;
const MINUTE = 60_000;

async function ask<View>(
  site: Site,
  who: Who,
  name: string,
  about: object = {},
): Promise<FiguresAnswer<View>> {
  const reply = (await callFigures(site, who, name, { ...INPUT, ...about })) as {
    ok: boolean;
    value: FiguresAnswer<View>;
  };
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value;
}

async function rowsOf(site: Site, who: Who, about: object = {}) {
  const answer = await ask<FigureRowsView>(site, who, 'getFigureRows', { size: 500, ...about });
  if (answer.state !== 'ready') throw new Error(JSON.stringify(answer));
  return answer;
}

async function keysOf(site: Site, who: Who, about: object = {}): Promise<readonly string[]> {
  return (await rowsOf(site, who, about)).view.rows.map(({ key }) => key);
}

async function anHour(site: Site): Promise<void> {
  await site.clock.moveTo(site.clock.now() + 61 * MINUTE, () => site.forge.idle());
  await site.forge.idle();
}

let site: Site;
beforeAll(async () => {
  site = await aSite();
  await addOldIncidents(site, { count: 400 });
  await anHour(site);
  await anHour(site);
}, 180_000);
afterAll(() => site.stop());

it('whoever may see all is answered with one call', async () => {
  const before = site.forge.invocations().length;
  const { view, n } = await rowsOf(site, 'dana', { withExcluded: true });
  expect(view.of).toBe(400);
  expect(n).toBeGreaterThan(300);
  const [run] = site.forge.invocations().slice(before);
  expect(run?.productCalls).toHaveLength(1);
  expect(run?.productCalls[0]).toMatchObject({ points: 1 });
});

it('whoever may not see the project is told so, and nobody is told nothing', async () => {
  expect(await ask(site, 'omar', 'getHowLong')).toEqual({ state: 'noAccess' });
  expect(await callFigures(site, null, 'getHowLong', INPUT)).toMatchObject({ code: 'forbidden' });
});

describe('a site that nobody has compared with Jira yet', () => {
  it('says that it is being put together, and then has it', async () => {
    const fresh = await aSite();
    await raise(fresh, { 'Impact start': '2026-03-02T11:00:00.000+0000' });
    await fresh.forge.idle();
    expect(await ask(fresh, 'sam', 'getHowLong')).toMatchObject({ state: 'building' });
    await fresh.forge.idle();
    expect(await ask(fresh, 'sam', 'getHowLong')).toMatchObject({ state: 'ready' });
    await fresh.stop();
  });
});

test.each([
  ['a zone that is none', { zone: 'Mars/Olympus' }],
  ['a query that breaks out', { scope: { project: null, jql: 'a = 1) OR (b = 2' } }],
  ['a day that is none', { period: { from: 'x', to: '2026-01-01' } }],
])('%s is refused', async (_, about) => {
  const reply = await callFigures(site, 'dana', 'getHowLong', { ...INPUT, ...about });
  expect(reply).toMatchObject({ ok: false, code: 'invalid-input' });
});

it('another project has no figures', async () => {
  const scope = { project: 'SUP', jql: null };
  const reply = await callFigures(site, 'dana', 'getHowLong', { ...INPUT, scope });
  expect(reply).toMatchObject({ ok: false, code: 'not-found' });
});

it('a query of one’s own chooses among what one sees', async () => {
  const all = await rowsOf(site, 'dana');
  const some = await rowsOf(site, 'dana', {
    scope: { project: null, jql: 'severity is EMPTY OR key = HOT-3' },
  });
  expect(some.view.of).toBeLessThan(all.view.of);
  expect(some.view.rows.map(({ key }) => key)).toContain('HOT-3');
  expect(await keysOf(site, 'dana', { scope: { project: 'HOT', jql: null } })).toHaveLength(300);
  expect(rest(site, 'dana')).toBeDefined();
});
