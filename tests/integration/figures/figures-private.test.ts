import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import {
  type FigureRow,
  type FiguresAnswer,
  type FiguresInput,
  type Reply,
} from '../../../src/contract';
import { addOldIncidents } from '../../support/old-incidents';
import { addPrivateLevel, setPrivate } from '../../support/private';
import { aSite, callAdmin, callFigures, done, type Who } from '../../support/site';

/** An administrator wants sums to count private incidents: sums do, from five on, and nothing else does. */

const INPUT = {
  scope: { project: null, jql: null },
  period: { lastDays: 365 },
  zone: 'Europe/Berlin',
  grouping: 'severity',
} as const;
const MINUTE = 60_000;
type Ready<View> = Extract<FiguresAnswer<View>, { state: 'ready' }>;

let site: Site;
beforeAll(async () => {
  site = await aSite();
  await addOldIncidents(site, { count: 100 });
  await anHour();
  await anHour();
  await addPrivateLevel(site);
}, 180_000);
afterAll(() => site.stop());

async function anHour(): Promise<void> {
  await site.clock.moveTo(site.clock.now() + 61 * MINUTE, () => site.forge.idle());
  await site.forge.idle();
}

function ready<View>(reply: Reply<FiguresAnswer<View>>): Ready<View> {
  const answer = done(reply);
  if (answer.state !== 'ready') throw new Error(JSON.stringify(answer));
  return answer;
}

async function count(countPrivate?: 'yes'): Promise<void> {
  const { version: from, settings: was } = done(await callAdmin(site, 'ada', 'getSettings'));
  const { countPrivate: _, ...others } = was.response ?? {};
  const settings = { ...was, response: { ...others, ...(countPrivate && { countPrivate }) } };
  const saved = await callAdmin(site, 'ada', 'saveSettings', { from, settings });
  expect(saved).toMatchObject({ ok: true, value: { problems: [], saved: {} } });
}

const howLong = async (who: Who, about: Partial<FiguresInput> = {}) =>
  ready(await callFigures(site, who, 'getHowLong', { ...INPUT, ...about }));
const where = async (who: Who) =>
  ready(await callFigures(site, who, 'getWhere', INPUT)).view.groups.map(({ id, n, ttr }) => ({
    id,
    n,
    ttr,
  }));
const SIZE = { size: 500 };

/** Incidents of the highest severity and one month that are in the pictures. */
async function critical(): Promise<readonly string[]> {
  const { view } = ready(await callFigures(site, 'ada', 'getFigureRows', { ...INPUT, ...SIZE }));
  const rows = view.rows.filter(({ severity }) => severity === 1);
  const month = ({ start }: FigureRow) => new Date(start ?? 0).toISOString().slice(0, 7);
  return rows.filter((row) => month(row) === '2026-02').map(({ key }) => key);
}

it('three hidden ones are in nothing, five in sums and in no list', async () => {
  const before = await howLong('dana');
  const groups = await where('dana');
  const keys = await critical();
  const [few, more] = [keys.slice(0, 3), keys.slice(3, 5)];

  for (const key of few) await setPrivate(site, key);
  await site.forge.idle();
  const without = await howLong('dana');
  expect(without).toMatchObject({ n: before.n - 3, withPrivate: false });
  await count('yes');
  expect(await howLong('dana')).toEqual({ ...without, withPrivate: true });

  for (const key of more) await setPrivate(site, key);
  await site.forge.idle();
  await anHour(); // what was remembered of them is forgotten
  const all = await howLong('dana');
  expect(all).toMatchObject({ n: before.n, view: { ttr: before.view.ttr, ttd: before.view.ttd } });
  expect(await where('dana')).toEqual(groups);
  expect(all.view.dots.map(({ key }) => key)).not.toEqual(expect.arrayContaining([keys[0]]));
  expect(all.view.dots).toHaveLength(before.n - 5);

  const table = ready(await callFigures(site, 'dana', 'getFigureRows', { ...INPUT, ...SIZE }));
  expect(table.view.of).toBe(before.n - 5);
  const quality = ready(await callFigures(site, 'dana', 'getDataQuality', INPUT));
  for (const told of [table, quality]) {
    for (const key of [...few, ...more]) expect(JSON.stringify(told)).not.toContain(`"${key}"`);
  }
});

it('a query of one’s own, and whoever does not see the project, have nothing of it', async () => {
  const seen = ready(await callFigures(site, 'dana', 'getFigureRows', { ...INPUT, ...SIZE })).view
    .of;
  const scope = { project: null, jql: 'severity is not EMPTY OR severity is EMPTY' };
  expect(await howLong('dana', { scope })).toMatchObject({ n: seen, withPrivate: false });
  const omar = await callFigures(site, 'omar', 'getHowLong', INPUT);
  expect(omar).toMatchObject({ value: { state: 'noAccess' } });
});

it('where it is not wanted any more, sums count what one sees', async () => {
  await count();
  const { n, withPrivate, view } = await howLong('dana');
  expect([n, withPrivate]).toEqual([view.dots.length, false]);
});
