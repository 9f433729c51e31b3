import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type IncidentView } from '../../src/contract';
import { type Site } from '../../sandbox/site/site';
import { connectTool, incidentKeys, type Tool } from '../support/alerts';
import { aSite, askAdmin, call, done } from '../support/site';

/** Each call of the app takes its time. */
let site: Site;
let tool: Tool;
beforeAll(async () => {
  site = await aSite('empty', { latency: { product: 60, kvs: 20 } });
  tool = await connectTool(site);
  const [door] = await askAdmin(site, 'getAlertDoors');
  const rule = { groupBy: ['service' as const], windowMinutes: 60, leaveBelow: null };
  await askAdmin(site, 'setAlertRule', { door: door?.id ?? '', rule });
}, 120_000);
afterAll(() => site.stop());

const STORM = 200;
const SOME = 50;
/** Forge answers within 25 seconds or not at all; a tool waits for less. */
const PATIENCE_MS = 10_000;

const alert = (n: number, about: object = {}) => ({
  alertId: `pay-${n}`,
  summary: `pay-${n} is slow`,
  service: 'Payments',
  severity: 1,
  ...about,
});

/** Told in as many calls at the same moment. @returns milliseconds until the last answer */
async function toldAtOnce(many: number, about: object = {}): Promise<number> {
  const from = performance.now();
  const all = Array.from({ length: many }, async (_, n) => {
    const answer = await tool.tell(alert(n, about));
    expect(answer.ok).toBe(true);
  });
  await Promise.all(all);
  const took = performance.now() - from;
  await site.forge.idle();
  return took;
}

async function seen(): Promise<IncidentView> {
  const keys = await incidentKeys(site);
  expect(keys).toHaveLength(1);
  return done(await call(site, 'dana', keys[0] ?? '', 'getIncident'));
}

it('two hundred alerts at once are one incident that counts them all, and their end ends nothing', async () => {
  expect(await toldAtOnce(STORM)).toBeLessThan(PATIENCE_MS);
  expect((await seen()).alerts).toMatchObject({ count: STORM, recovered: 0 });
  // The same again, as a tool tells it whose answers got lost.
  expect(await toldAtOnce(SOME)).toBeLessThan(PATIENCE_MS);
  expect((await seen()).alerts).toMatchObject({ count: STORM, recovered: 0 });
  expect(await toldAtOnce(SOME, { status: 'resolved' })).toBeLessThan(PATIENCE_MS);
  const { alerts, phase, key, times } = await seen();
  expect(alerts).toMatchObject({ count: STORM, recovered: SOME });
  expect([phase, times.impactRecovered]).toEqual(['new', null]);
  const { entries } = done(await call(site, 'dana', key, 'getTimeline', { before: null }));
  expect(entries.filter(({ what }) => what.kind === 'alert')).toHaveLength(20);
}, 200_000);
