import { type Site } from '../sandbox/site/site';
import { aSite, call, callLoosely, done, raise } from '../tests/support/site';
import { LATENCY_MS } from './incident';
import { type Row, shown, spread } from './statistics';

const RUNS = 9;
/** As many as are said in one call. */
const AT_ONCE = 200;
const SHORT = 50;
const LONG = 5000;

/** A long incident opens as fast as a short one: the head is as large for either, and the timeline comes by the page. */
export async function longLog(): Promise<Row[]> {
  const site = await aSite('empty', { latency: LATENCY_MS });
  const incident = await raise(site);
  await site.forge.idle();
  await filled(site, incident.key, 0, SHORT);
  const short = await opening(site, incident.key);
  await filled(site, incident.key, SHORT, LONG);
  const long = await opening(site, incident.key);
  const check = await timed(site, incident.key, 'checkLog');
  await site.stop();
  const ratio = spread(long.panel).median / spread(short.panel).median;
  const paged = spread(long.timeline).median / spread(short.timeline).median;
  return [
    {
      what: `Opening an incident of ${LONG} entries / one of ${SHORT}`,
      measured: `${ratio.toFixed(2)} × (${shown(long.panel)} ms)`,
      budget: '≤ 1.25 ×',
      ok: ratio <= 1.25,
    },
    {
      what: `Opening its timeline, the newest hundred, of ${LONG} entries / of ${SHORT}`,
      measured: `${paged.toFixed(2)} × (${shown(long.timeline)} ms)`,
      budget: '≤ 1.5 ×',
      ok: paged <= 1.5,
    },
    {
      what: `Checking the chain of ${LONG} entries`,
      measured: `${(check / 1000).toFixed(1)} s`,
      budget: '≤ 25 s',
      ok: check <= 25_000,
    },
  ];
}

async function filled(site: Site, issue: string, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += AT_ONCE) {
    const all = Array.from({ length: Math.min(AT_ONCE, to - n) }, (_, place) => ({
      id: crypto.randomUUID(),
      saying: { kind: 'note' as const, text: `Declined card payments: ${(n + place) % 60} %` },
    }));
    done(await call(site, 'dana', issue, 'sayAll', { all }));
  }
}

async function opening(site: Site, issue: string) {
  const panel: number[] = [];
  const timeline: number[] = [];
  for (let n = 0; n < RUNS; n += 1) {
    panel.push(await timed(site, issue, 'getIncident'));
    timeline.push(await timed(site, issue, 'getTimeline', { before: null }));
  }
  return { panel, timeline };
}

async function timed(site: Site, issue: string, name: string, payload = {}): Promise<number> {
  await callLoosely(site, 'dana', issue, name, payload);
  return site.forge.invocations().at(-1)?.ms ?? Number.NaN;
}
