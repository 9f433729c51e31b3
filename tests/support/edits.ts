import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { MOMENTS, type Moments } from '../fakes/world';
import { aSite, call, type IncidentOnSite, raise } from './site';

/**
 * Real incidents whose times people corrected again and again. After every correction TTD and TTR must be what one
 * computes from scratch, however often and in whatever order the events about it come.
 */
type Step = { seen: string; begin: string; end: string | null; severity: string };
const EDITED = readFileSync(join(__dirname, '../fixtures/edits.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; steps: readonly Step[] });

const SEVERITIES: Readonly<Record<string, string>> = {
  high: '1 – Critical',
  medium: '2 – Major',
  low: '3 – Minor',
};

let site: Site;

/** Written out here, and not taken from the domain, so that the two can disagree. */
function fromScratch({ begin, end }: Step, detected: string, keep: (at: number) => number) {
  const at = (moment: string) => keep(Date.parse(moment));
  const [start, known, over] = [at(begin), at(detected), end === null ? undefined : at(end)];
  const minute = (moment: number) => Math.floor(moment / 60_000);
  const minutes = (ms: number) => Math.round(Math.max(0, ms) / 600) / 100;
  const isOrdered = (from: number, to = Infinity) => minute(from) <= minute(to);
  if (!isOrdered(start, known) || !isOrdered(known, over)) return { ttd: null, ttr: null };
  return { ttd: minutes(known - start), ttr: over === undefined ? null : minutes(over - start) };
}

const KEPT: Readonly<Record<Moments, (at: number) => number>> = {
  exact: (at) => at,
  minute: (at) => at - (at % 60_000),
};

const jira = (moment: string) => new Date(moment).toISOString().replace('Z', '+0000');

// Detected when it was first seen, or, where that is later than its end, at its start.
const detectedIn = ({ seen, begin, end }: Step) => (end && seen > end ? begin : seen);

async function replay({ steps }: (typeof EDITED)[number], moments: Moments): Promise<void> {
  const first = steps[0];
  if (!first) return;
  const detected = detectedIn(first);
  const incident = await raise(site);
  for (const step of steps) {
    await incident.edit({
      Severity: { value: SEVERITIES[step.severity] ?? '3 – Minor' },
      'Impact start': jira(step.begin),
      'Impact detected': jira(detected),
      'Impact recovered': step.end === null ? null : jira(step.end),
    });
    const right = fromScratch(step, detected, KEPT[moments]);
    expect({ step, ...(await figuresOf(incident)) }).toEqual({ step, ...right });
    await later();
  }
}

/** The same in the panel, which knows seconds whatever Jira keeps; what cannot be is refused, and changes nothing. */
async function replayInPanel({ steps }: (typeof EDITED)[number]): Promise<void> {
  const first = steps[0];
  if (!first) return;
  const detected = detectedIn(first);
  const incident = await raise(site);
  await site.forge.idle();
  let last: Awaited<ReturnType<typeof figuresOf>> = { ttd: null, ttr: null };
  for (const step of steps) {
    const times = { impactStart: step.begin, impactDetected: detected, impactRecovered: step.end };
    const reply = await call(site, 'dana', incident.key, 'setTimes', times);
    const right = fromScratch(step, detected, KEPT.exact);
    expect({ step, reply }).toMatchObject(
      right.ttd === null ? { reply: { code: 'impossible-times' } } : { reply: { ok: true } },
    );
    last = right.ttd === null ? last : right;
    expect({ step, ...(await figuresOf(incident)) }).toEqual({ step, ...last });
    await later();
    expect({ step, ...(await figuresOf(incident)) }).toEqual({ step, ...last });
  }
}

async function figuresOf(incident: IncidentOnSite) {
  return {
    ttd: await incident.field('Time to detect'),
    ttr: await incident.field('Time to recovery'),
  };
}

async function later(): Promise<void> {
  await site.clock.moveTo(site.clock.now() + 60_000, () => site.forge.idle());
}

/** The tests of one kind of Jira. Each kind is a file, because they are the longest of all. */
export function correctedIncidents(moments: Moments): void {
  beforeAll(async () => {
    site = await aSite('empty', { clockAt: Date.parse('2023-01-01T00:00:00Z'), moments });
  });
  beforeEach(() => site.reset());
  afterAll(() => site.stop());

  // All of them as Jira is thought to keep moments, a third of them exactly: each replay takes a third of a second.
  it('keep right figures after every step', async () => {
    const some = EDITED.filter((_, n) => moments === 'minute' || n % 3 === 0);
    for (const incident of some) await replay(incident, moments);
  }, 300_000);

  it('keep right figures with every event doubled and out of order', async () => {
    site.faults.add({ target: 'event-duplicate', rate: 1 });
    site.faults.add({ target: 'event-reorder', rate: 1 });
    const some = EDITED.filter((_, n) => n % 4 === MOMENTS.indexOf(moments));
    for (const incident of some) await replay(incident, moments);
  }, 300_000);

  it('keep right figures, to the second, when they are corrected in the panel', async () => {
    for (const incident of EDITED.slice(0, 40)) await replayInPanel(incident);
  }, 300_000);
}
