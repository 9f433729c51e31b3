import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { aSite, raise } from '../support/site';

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
beforeAll(async () => {
  site = await aSite('empty', { clockAt: Date.parse('2023-01-01T00:00:00Z') });
});
beforeEach(() => site.reset());
afterAll(() => site.stop());

/** Written out here, and not taken from the domain, so that the two can disagree. */
function fromScratch({ begin, end }: Step, detected: string) {
  const [start, known] = [Date.parse(begin), Date.parse(detected)];
  const over = end === null ? undefined : Date.parse(end);
  const minutes = (ms: number) => Math.round(ms / 600) / 100;
  const possible = start <= known && (over === undefined || known <= over);
  if (!possible) return { ttd: null, ttr: null };
  return { ttd: minutes(known - start), ttr: over === undefined ? null : minutes(over - start) };
}

const jira = (moment: string) => new Date(moment).toISOString().replace('Z', '+0000');

async function replay({ steps }: (typeof EDITED)[number]): Promise<void> {
  const first = steps[0];
  if (!first) return;
  // Detected when it was first seen, or, where that is later than its end, at its start.
  const detected = first.end && first.seen > first.end ? first.begin : first.seen;
  const incident = await raise(site);
  for (const step of steps) {
    await incident.edit({
      Severity: { value: SEVERITIES[step.severity] ?? '3 – Minor' },
      'Impact start': jira(step.begin),
      'Impact detected': jira(detected),
      'Impact recovered': step.end === null ? null : jira(step.end),
    });
    const figures = {
      ttd: await incident.field('Time to detect'),
      ttr: await incident.field('Time to recovery'),
    };
    expect({ step, ...figures }).toEqual({ step, ...fromScratch(step, detected) });
    await site.clock.moveTo(site.clock.now() + 60_000, () => site.forge.idle());
  }
}

describe('corrected incidents', () => {
  it('keep right figures after every step', async () => {
    for (const incident of EDITED) await replay(incident);
  }, 300_000);

  it('keep right figures with every event doubled and out of order', async () => {
    site.faults.add({ target: 'event-duplicate', rate: 1 });
    site.faults.add({ target: 'event-reorder', rate: 1 });
    for (const incident of EDITED) await replay(incident);
  }, 300_000);
});
