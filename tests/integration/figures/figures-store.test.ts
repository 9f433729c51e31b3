import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import { choicesIn, unpacked } from '../../../src/adapters/store/figure-codec';
import { incidentFrom } from '../../../src/adapters/jira/issue';
import { EMPTY_HEAD, type Head } from '../../../src/domain/log/head';
import { type Row, rowOf } from '../../../src/domain/figures/row';
import {
  adminsMayDelete,
  aSite,
  callAdmin,
  type IncidentOnSite,
  raise,
  rest,
  siteMapOf,
} from '../../support/site';

/** The store of figures says what one computes from Jira and the logs, whatever happened. */

type Entities = {
  readonly entities: {
    readonly figures?: Readonly<
      Record<string, { rows?: never[]; names?: never; state?: { asOf?: number } }>
    >;
    readonly 'incident-head'?: Readonly<Record<string, { head: Head }>>;
  };
};
const MINUTE = 60_000;

let site: Site;
beforeAll(async () => {
  site = await aSite();
  await adminsMayDelete(site);
});
afterAll(() => site.stop());

const stored = () => (site.forge.storage() as Entities).entities;

function rowsInStore(): readonly Row[] {
  const chunks = Object.entries(stored().figures ?? {}).filter(([key]) => key.startsWith('chunk:'));
  const rows = chunks.flatMap(([, { rows: all = [], names = {} as never }]) =>
    all.map((row) => unpacked(row, choicesIn(names))),
  );
  return rows.map(comparable).toSorted((a, b) => a.number - b.number);
}

/** How old the look was is not what is compared. */
const comparable = (row: Row): Row => ({ ...row, updated: 0, seq: 0 });

async function rowsOfJira(): Promise<readonly Row[]> {
  const body = { jql: 'project = HOT ORDER BY key ASC', fields: ['*all'], maxResults: 100 };
  const { issues } = await rest(site, 'ada').post<{ issues: unknown[] }>(
    '/rest/api/3/search/jql',
    body,
  );
  const heads = stored()['incident-head'] ?? {};
  return issues
    .map((issue) => incidentFrom(issue, siteMapOf(site)))
    .map((incident) => comparable(rowOf(incident, heads[incident.id]?.head ?? EMPTY_HEAD)))
    .toSorted((a, b) => a.number - b.number);
}

async function anHour(): Promise<void> {
  await site.clock.moveTo(site.clock.now() + 61 * MINUTE, () => site.forge.idle());
  await site.forge.idle();
}

/** The same numbers in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const jira = (moment: number) => new Date(moment).toISOString().replace('Z', '+0000');

/** New, Fixing, Resolved, and back to Fixing. */
async function moveOn(one: IncidentOnSite): Promise<void> {
  const status = (await one.field('status')) as { name: string };
  await one.moveTo(status.name === 'Fixing' ? 'Resolved' : 'Fixing');
}

async function change(incidents: IncidentOnSite[], chance: () => number): Promise<void> {
  const place = Math.floor(chance() * incidents.length);
  const one = incidents[place];
  const what = chance();
  const past = site.clock.now() - Math.floor(chance() * 600) * MINUTE;
  if (!one || what < 0.25) incidents.push(await raise(site));
  else if (what < 0.45) await one.edit({ 'Impact start': jira(past) });
  else if (what < 0.6) await one.edit({ Severity: { value: '3 – Minor' } });
  else if (what < 0.75) await moveOn(one);
  else if (what < 0.9) await one.edit({ 'Impact recovered': jira(past) });
  else {
    await rest(site, 'ada').delete(`/rest/api/3/issue/${one.id}`);
    incidents.splice(place, 1);
  }
}

it.each([1, 2, 3])('after any changes, with events lost and an hour gone by (%d)', async (seed) => {
  await site.reset();
  await adminsMayDelete(site);
  const chance = chances(seed);
  const incidents: IncidentOnSite[] = [];
  for (let n = 0; n < 25; n += 1) {
    if (n === 12) site.faults.add({ target: 'event-drop', rate: 0.5 });
    await change(incidents, chance);
    await site.clock.moveTo(site.clock.now() + MINUTE, () => site.forge.idle());
    if (n < 12) {
      await site.forge.idle();
      expect(rowsInStore()).toEqual(await rowsOfJira());
    }
  }
  site.faults.clear('event-drop');
  // One hour finds what was changed and counts; where it is not right, it is made anew.
  await anHour();
  await anHour();
  expect(rowsInStore()).toEqual(await rowsOfJira());
  expect(stored().figures?.['state']?.state?.asOf).toBeGreaterThan(site.clock.now() - 130 * MINUTE);
});

it('what was deleted while nobody listened is gone after an hour', async () => {
  await site.reset();
  await adminsMayDelete(site);
  const [one, two] = [await raise(site), await raise(site)];
  await site.forge.idle();
  site.faults.add({ target: 'event-drop', rate: 1 });
  await rest(site, 'ada').delete(`/rest/api/3/issue/${one.id}`);
  site.faults.clear('event-drop');
  await anHour();
  expect(rowsInStore().map(({ id }) => id)).toEqual([two.id]);
});

it('administrators have it made anew, and nobody else does', async () => {
  const reply = await callAdmin(site, 'ada', 'rebuildFigures');
  expect(reply).toMatchObject({ ok: true, value: { state: 'running' } });
  await site.forge.idle();
  const after = {
    state: 'idle',
    looked: 1,
    total: 1,
    asOf: new Date(site.clock.now()).toISOString(),
  };
  expect(await callAdmin(site, 'ada', 'getFigureStore')).toMatchObject({ ok: true, value: after });
  for (const name of ['rebuildFigures', 'getFigureStore'] as const) {
    expect(await callAdmin(site, 'dana', name)).toMatchObject({ ok: false, code: 'forbidden' });
  }
});
