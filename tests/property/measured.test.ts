import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TIME_NAMES } from '../../src/domain/clocks/clocks';
import { findingsOf } from '../../src/domain/clocks/data-quality';
import { cohortOf, ttrOf } from '../../src/domain/figures/cohort';
import { rowOf } from '../../src/domain/figures/row';
import { table } from '../../src/domain/figures/table';
import { type Phase } from '../../src/domain/incident/lifecycle';
import { EMPTY_HEAD } from '../../src/domain/log/head';
import { type Instant, instantAt, MINUTE_MS } from '../../src/domain/time';
import { incidentView } from '../../src/entry/incident/incident-view';
import { settleIncident } from '../../src/usecases/clocks/settle-incident';
import { DANA } from '../fixtures/incidents';
import { someSettings } from '../fixtures/settings';
import { MOMENTS, type Moments, World } from '../fakes/world';

/*
 * Whatever is written in Jira's own editors, in whichever order: its field, the panel, the pictures and the table say
 * the same, or the incident is on the list of what is wrong.
 */

const PHASES: readonly Phase[] = ['new', 'fixing', 'resolved', 'cancelled'];
/** Every step is ten minutes after the one before, so a life is over within three hours. */
const STEP_MS = 10 * MINUTE_MS;

/** Minutes before the edit; some of it is still to come. */
const ago = fc.option(fc.integer({ min: -200, max: 300 }), { nil: undefined });
const step = fc.oneof(
  fc.record({ name: fc.constantFrom(...TIME_NAMES), ago }),
  fc.record({ to: fc.constantFrom(...PHASES, 'resolved' as const, 'fixing' as const) }),
);
const life = fc.array(step, { maxLength: 14 });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function lived(moments: Moments, steps: readonly Step[]): Promise<World> {
  const world = new World(moments, 20_000 as Instant);
  for (const one of steps) {
    world.now = instantAt(world.now + STEP_MS);
    if ('name' in one) world.edit(one.name, momentOf(one, world.now));
    else if (one.to !== world.incident.phase) world.move(one.to);
    await settleIncident(world.deps('app'), world.incident.id);
  }
  return world;
}

/** Half-way between minutes, so that nobody states the very second of a transition. */
function momentOf({ ago: minutesAgo }: { ago: number | undefined }, now: Instant) {
  return minutesAgo === undefined ? undefined : instantAt(now - (minutesAgo - 0.5) * MINUTE_MS);
}

async function told(world: World) {
  const { incident, now } = world;
  const head = { ...EMPTY_HEAD, notes: await world.notes.get(incident.id) };
  const row = rowOf(incident, head);
  const choice = { from: -Infinity, to: Infinity, now } as Parameters<typeof cohortOf>[1];
  const { members } = cohortOf([row], choice);
  const page = { from: 0, size: 1, withExcluded: true, projectKey: 'HOT' };
  const [listed] = table([row], choice, page).rows;
  const opened = {
    incident,
    head,
    rights: new Set<never>(),
    settings: someSettings(),
    unwritten: [],
  };
  const view = incidentView(opened, { viewer: DANA.id, now });
  const drawn = members[0] && ttrOf(members[0], now);
  return { incident, drawn, listed, view, findings: findingsOf(incident, head.notes) };
}

const minutes = (ms: number) => Math.round((ms / MINUTE_MS) * 100) / 100;

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (moments) => {
  test('field, panel, picture and table agree on how long it took', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const world = await lived(moments, steps);
        const { incident, drawn, listed, view, findings } = await told(world);
        const { ttrMinutes } = incident.figures;
        expect(view.figures.ttrMinutes ?? undefined).toBe(ttrMinutes);
        if (listed?.excluded === 'impossible') expect(findings.length).toBeGreaterThan(0);
        else expect(listed?.ttrMs == null ? undefined : minutes(listed.ttrMs)).toBe(ttrMinutes);
        if (!drawn) return;
        expect(drawn.open).toBe(ttrMinutes === undefined);
        expect(view.clock?.until == null).toBe(drawn.open);
        if (!drawn.open) expect(minutes(drawn.ms)).toBe(ttrMinutes);
        if (view.clock?.until == null) return;
        expect(Date.parse(view.clock.until) - Date.parse(view.clock.since)).toBe(drawn.ms);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('what is measured and in no picture is a drill, cancelled, or on the list', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const { incident, drawn, findings } = await told(await lived(moments, steps));
        const isOut = drawn === undefined && incident.phase !== 'cancelled';
        const isMeasured = incident.figures.ttrMinutes !== undefined;
        if (isOut && isMeasured) expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
