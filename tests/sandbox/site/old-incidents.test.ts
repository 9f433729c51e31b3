import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import { addOldIncidents } from '../../support/old-incidents';
import { aSite, rest } from '../../support/site';

/** Years of incidents for tests that look back: that they are what they say, and cost nothing to make. */

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

it('makes five thousand without the clock and without functions', async () => {
  const [now, runs] = [site.clock.now(), site.forge.invocations().length];
  const incidents = await addOldIncidents(site, { count: COUNT });
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
