import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import { addOldIncidents } from '../../support/old-incidents';
import { aSite, rest } from '../../support/site';

/** Years of incidents for tests that look back: how fast they are made, and that they are what they say. */

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
afterAll(() => site.stop());

const COUNT = 5000;
type Log = {
  readonly created: string;
  readonly items: readonly { readonly field: string; readonly toString: string }[];
};

it('makes five thousand in less than twenty seconds', async () => {
  const [now, runs] = [site.clock.now(), site.forge.invocations().length];
  const begun = process.cpuUsage();
  const incidents = await addOldIncidents(site, { count: COUNT });
  // Of work, not of waiting: other tests run beside this one.
  const { user, system } = process.cpuUsage(begun);
  const seconds = (user + system) / 1_000_000;
  expect(seconds).toBeLessThan(20);
  expect(incidents).toHaveLength(COUNT);
  expect(site.clock.now()).toBe(now);

  const ada = rest(site, 'ada');
  const jql = 'project = HOT AND status = Resolved AND resolution is not EMPTY';
  const { count } = await ada.post<{ count: number }>('/rest/api/3/search/approximate-count', {
    jql,
  });
  expect(count).toBe(COUNT);

  const reopened = incidents.find((one) => one.reopened);
  const path = `/rest/api/3/issue/${reopened?.key ?? ''}/changelog`;
  const { values } = await ada.get<{ values: readonly Log[] }>(path);
  const moves = values.flatMap(({ created, items }) =>
    items.filter(({ field }) => field === 'status').map((item) => [item.toString, created]),
  );
  expect(moves.map(([to]) => to)).toEqual(['Fixing', 'Resolved', 'Fixing', 'Resolved']);
  expect(Date.parse(String(moves.at(-1)?.[1]))).toBe(reopened?.resolved);

  await site.forge.idle();
  expect(site.forge.invocations()).toHaveLength(runs);
}, 120_000);
