import { addOldIncidents } from '../tests/support/old-incidents';
import { aSite, callAdmin } from '../tests/support/site';
import { type Row } from './statistics';

const COUNT = 1000;

/** A thousand old incidents brought in, and once more. */
export async function backfill(): Promise<Row[]> {
  const site = await aSite();
  await addOldIncidents(site, { count: COUNT });
  const run = async () => {
    const before = site.forge.invocations().length;
    await callAdmin(site, 'ada', 'startBackfill');
    await site.forge.idle();
    const jobs = site.forge
      .invocations()
      .slice(before)
      .filter(({ trigger }) => trigger === 'backfill');
    const calls = jobs.flatMap(({ productCalls }) => productCalls);
    const writes = calls.filter(({ path }) => path.includes('/app/field/value'));
    const kvs = jobs.reduce((sum, job) => sum + job.kvs.writes, 0);
    const points = calls.reduce((sum, call) => sum + call.points, 0);
    return { calls: calls.length, points, writes: writes.length, kvs };
  };
  const first = await run();
  await site.clock.moveTo(site.clock.now() + 3_600_000, () => site.forge.idle());
  const again = await run();
  await site.stop();
  return [
    {
      what: `Backfill of ${COUNT} (a quarter without an end): calls, points, writes to Jira, writes to the store`,
      measured: `${first.calls}, ${first.points}, ${first.writes}, ${first.kvs}`,
      budget: '≤ 2,250 points, ≤ 10 writes',
      ok: first.points <= 2250 && first.writes <= 10,
    },
    {
      what: '… the same once more',
      measured: `${again.calls}, ${again.points}, ${again.writes}, ${again.kvs}`,
      budget: '0 writes to Jira',
      ok: again.writes === 0,
    },
  ];
}
