import { type Site } from '../sandbox/site/site';
import { aSite, call, person, raise, rest } from '../tests/support/site';
import { type Row, shown, spread } from './statistics';

/** Simulated, per call: about what Atlassian's cloud takes. */
export const LATENCY_MS = { product: 120, kvs: 40 };
const RUNS = 15;

/** Opening the panel: everything is asked for at once, so it takes hardly longer than its slowest call. */
export async function openingThePanel(): Promise<Row[]> {
  const site = await aSite('empty', { latency: LATENCY_MS });
  const incident = await raise(site);
  await site.forge.idle();
  await call(site, 'dana', incident.key, 'getIncident');
  const runs: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    await call(site, 'dana', incident.key, 'getIncident');
    runs.push(site.forge.invocations().at(-1)?.ms ?? Number.NaN);
  }
  const opened = site.forge.invocations().at(-1);
  await site.stop();
  const ratio = spread(runs).median / LATENCY_MS.product;
  const calls = opened?.productCalls.length ?? Number.NaN;
  return [
    {
      what: `Opening the panel: wall time / slowest call (${LATENCY_MS.product} ms, store ${LATENCY_MS.kvs} ms)`,
      measured: `${ratio.toFixed(2)} × (${shown(runs)} ms)`,
      budget: '≤ 1.25 ×',
      ok: ratio <= 1.25,
    },
    {
      what: 'Opening the panel: product calls, reads of the store',
      measured: `${calls}, ${opened?.kvs.reads ?? 0}`,
      budget: '≤ 3 calls',
      ok: calls <= 3,
    },
  ];
}

/** One incident's life as far as there is one: raised, thirty changes in Jira's editors, opened twenty times. */
export async function oneLife(): Promise<Row[]> {
  const site = await aSite();
  const incident = await raise(site);
  for (let n = 0; n < 30; n++) {
    const minute = String(n).padStart(2, '0');
    await incident.edit({ 'Impact start': `2026-03-02T10:${minute}:00.000+0000` });
    await site.forge.idle();
  }
  for (let n = 0; n < 20; n++) await call(site, 'dana', incident.key, 'getIncident');
  const rows = lifeRows(site);
  await site.stop();
  return rows;
}

function lifeRows(site: Site): Row[] {
  const { invocations, gbSeconds, kvsReadKb, kvsWriteKb, points } = site.forge.bill();
  const price =
    gbSeconds * DOLLARS.gbSecond +
    (kvsReadKb * DOLLARS.gbRead + kvsWriteKb * DOLLARS.gbWritten) / 1_000_000;
  const counted = (what: string, measured: string): Row => ({
    what,
    measured,
    budget: '',
    ok: true,
  });
  return [
    counted('A life of 30 changes and 20 openings: invocations', String(invocations)),
    counted('… gigabyte-seconds', gbSeconds.toFixed(3)),
    counted('… store read, written', `${kvsReadKb.toFixed(1)} kB, ${kvsWriteKb.toFixed(1)} kB`),
    counted('… rate-limit points', String(points)),
    counted('… price by the list, free tiers aside', `$${price.toFixed(7)}`),
  ];
}

/** Atlassian's list: https://developer.atlassian.com/platform/forge/forge-platform-pricing/ */
const DOLLARS = { gbSecond: 0.000025, gbRead: 0.055, gbWritten: 1.09 };

/** An issue that is no incident: what its creation and a change cost us. */
export async function anOrdinaryIssue(): Promise<Row> {
  const site = await aSite();
  const admin = rest(site, 'ada');
  await admin.post('/rest/api/3/project', {
    key: 'OPS',
    name: 'Operations',
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    leadAccountId: person('ada').accountId,
  });
  await site.forge.idle();
  const before = site.forge.invocations().length;
  const task = await admin.post<{ id: string }>('/rest/api/3/issue', {
    fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Order chairs' },
  });
  await admin.put(`/rest/api/3/issue/${task.id}`, { fields: { summary: 'Order better chairs' } });
  await site.forge.idle();
  const ran = site.forge.invocations().length - before;
  await site.stop();
  return {
    what: 'An issue that is no incident, created and changed: invocations',
    measured: String(ran),
    budget: '0',
    ok: ran === 0,
  };
}
