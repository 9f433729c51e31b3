import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { aSite, call, callAdmin, done, person, raise } from '../support/site';
import { personId } from '../../src/domain/incident/incident';

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
afterAll(() => site.stop());

const HOUR = 3_600_000;
const pass = (ms: number) => site.clock.moveTo(site.clock.now() + ms, () => site.forge.idle());
const settings = async () => done(await callAdmin(site, 'ada', 'getSettings'));

test('whose ids are kept is reported once a week; who closes an account is taken out of settings, and a log holds', async () => {
  const { key } = await raise(site);
  await call(site, 'dana', key, 'takeIncident', { from: null });
  const saying = { kind: 'note', text: 'Queue is draining' } as const;
  await call(site, 'ines', key, 'say', { id: crypto.randomUUID(), saying });
  const { version: from, settings: was } = await settings();
  const owned = was.services.map((one) => ({ ...one, owner: personId(person('ines').accountId) }));
  await callAdmin(site, 'ada', 'saveSettings', { from, settings: { ...was, services: owned } });
  await pass(2 * HOUR);
  const kept = ['dana', 'ines', 'ada'].map((who) => person(who as 'dana').accountId);
  expect([...site.forge.reported()].toSorted()).toEqual(kept.toSorted());
  await pass(24 * HOUR);
  expect(site.forge.reported()).toHaveLength(3);

  site.jira.closeAccount(person('ines').accountId);
  await pass(7 * 24 * HOUR);
  expect(site.forge.reported()).toHaveLength(6);
  const { version, settings: now } = await settings();
  expect(version).toBe(from + 1);
  expect(now.services.map(({ owner }) => owner)).toEqual(now.services.map(() => undefined));
  expect(await call(site, 'dana', key, 'checkLog')).toMatchObject({
    ok: true,
    value: { fault: null },
  });
  await pass(8 * 24 * HOUR);
  expect(site.forge.reported()).toHaveLength(8);
});
