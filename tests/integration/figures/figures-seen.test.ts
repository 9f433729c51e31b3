import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import { addOldIncidents } from '../../support/old-incidents';
import { addPrivateLevel, setPrivate } from '../../support/private';
import {
  adminsMayDelete,
  aSite,
  callFigures,
  done,
  raise,
  rest,
  type Who,
} from '../../support/site';

/** Who sees what in the pictures: what Jira shows them, and nothing else. */

const INPUT = {
  scope: { project: null, jql: null },
  period: { lastDays: 365 },
  zone: 'Europe/Berlin',
  grouping: 'service',
} as const;
const MINUTE = 60_000;

const howLong = async (site: Site, who: Who) =>
  done(await callFigures(site, who, 'getHowLong', INPUT));

async function rowsOf(site: Site, who: Who, about: object = {}) {
  const answer = done(
    await callFigures(site, who, 'getFigureRows', { ...INPUT, size: 500, ...about }),
  );
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
  expect(n).toBe(300); // a quarter has no end
  const [run] = site.forge.invocations().slice(before);
  expect(run?.productCalls).toHaveLength(1);
  expect(run?.productCalls[0]).toMatchObject({ points: 1 });
});

it('whoever may not see the project is told so, and nobody is told nothing', async () => {
  expect(await howLong(site, 'omar')).toEqual({ state: 'noAccess' });
  expect(await callFigures(site, null, 'getHowLong', INPUT)).toMatchObject({ code: 'forbidden' });
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
});

/** Everything that the resolver tells, by every function, with all its switches on. */
const EVERYTHING = [
  ['getFigureChoices', {}],
  ['getHowLong', { withMean: true }],
  ['getIsItChanging', { grouping: 'week' }],
  ['getWhere', { grouping: 'severity' }],
  ['getWhere', { grouping: 'product' }],
  ['getFirstSteps', {}],
  ['getPromises', {}],
  ['getDataQuality', {}],
  ['getFigureRows', { withExcluded: true, size: 500 }],
] as const;

describe('private incidents', () => {
  const hidden = ['HOT-9', 'HOT-200', 'HOT-201', 'HOT-398'];
  const everything = (who: Who) =>
    Promise.all(
      EVERYTHING.map(async ([name, about]) => {
        const whole = name === 'getFigureChoices' ? { scope: INPUT.scope } : { ...INPUT, ...about };
        return JSON.stringify(await callFigures(site, who, name, whole));
      }),
    );

  beforeAll(async () => {
    await addPrivateLevel(site);
    for (const key of hidden) await setPrivate(site, key);
    await site.forge.idle();
  });

  it('are in nothing that is told to others', async () => {
    const mine = await keysOf(site, 'dana', { withExcluded: true });
    expect(mine).toHaveLength(396);
    for (const key of hidden) expect(mine).not.toContain(key);
    expect(await keysOf(site, 'ada', { withExcluded: true })).toHaveLength(400);
    // As on a site on which they never were: the same words, down to the last number.
    const told = await everything('dana');
    await adminsMayDelete(site);
    for (const text of told) {
      for (const key of hidden) expect(text).not.toMatch(new RegExp(`"${key}"`));
    }
    for (const key of hidden) await rest(site, 'ada').delete(`/rest/api/3/issue/${key}`);
    await site.forge.idle();
    expect(await everything('dana')).toEqual(told);
  });

  it('are in nothing in the minute after others were raised, either', async () => {
    await anHour(site);
    const own = await keysOf(site, 'dana', { withExcluded: true });
    // Dana sees one more and one less than the store has: the counts are equal, the sets are not.
    await setPrivate(site, 'HOT-100');
    site.faults.add({ target: 'event-drop', rate: 1 });
    await raise(site);
    site.faults.clear('event-drop');
    const keys = await keysOf(site, 'dana', { withExcluded: true });
    expect(keys).not.toContain('HOT-100');
    expect(keys).toHaveLength(own.length - 1);
  });

  it('cost few calls', async () => {
    await anHour(site);
    const before = site.forge.invocations().length;
    await keysOf(site, 'tomasz');
    await keysOf(site, 'tomasz');
    const [first, again] = site.forge.invocations().slice(before);
    expect(first?.productCalls.length).toBeLessThan(12);
    expect(again?.productCalls).toEqual([]);
  });

  it('are out of the pictures of whoever has just looked, as soon as Jira tells of it', async () => {
    expect(await keysOf(site, 'tomasz', { withExcluded: true })).toContain('HOT-102');
    await setPrivate(site, 'HOT-102');
    await site.forge.idle();
    expect(await keysOf(site, 'tomasz', { withExcluded: true })).not.toContain('HOT-102');
  });

  it('are seen again by whoever may see them again, as soon as Jira tells of it', async () => {
    await setPrivate(site, 'HOT-100', false);
    await site.forge.idle();
    expect(await keysOf(site, 'tomasz', { withExcluded: true })).toContain('HOT-100');
  });
});

it('a site that nobody has compared with Jira yet says so, and then has figures', async () => {
  await site.reset();
  await raise(site);
  await site.forge.idle();
  expect(await howLong(site, 'omar')).toEqual({ state: 'noAccess' });
  expect(await howLong(site, 'sam')).toMatchObject({ state: 'building' });
  await site.forge.idle();
  expect(await howLong(site, 'sam')).toMatchObject({ state: 'ready' });
});
