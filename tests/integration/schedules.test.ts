import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { aSite } from '../support/site';

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
afterAll(() => site.stop());

test('what runs by the hour answers as Forge wants it', async () => {
  await site.clock.moveTo(site.clock.now() + 2 * 3_600_000, () => site.forge.idle());
  const runs = site.forge.invocations().filter(({ kind }) => kind === 'scheduled');
  expect(runs.map(({ result, error }) => error ?? result)).toEqual(['ok', 'ok']);
});
