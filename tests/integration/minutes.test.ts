import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type IncidentContract, type IncidentView } from '../../src/contract';
import { MOMENTS } from '../fakes/world';
import { aSite, call, done, type IncidentOnSite, raise, rest } from '../support/site';

/** One incident from its raising to its end, at moments with seconds, in a Jira that keeps them and in one that cuts. */
let site: Site;
let incident: IncidentOnSite;
const SECOND = 1000;
const day = (time: string) => `2026-03-02T${time}Z`;
const inField = (time: string) => `2026-03-02T${time}.000+0000`;

async function at(time: string): Promise<void> {
  await site.clock.moveTo(Date.parse(day(time)), () => site.forge.idle());
}

type Act = 'getIncident' | 'takeIncident' | 'setTimes' | 'resolve';

async function act<Name extends Act>(
  name: Name,
  ...input: Parameters<IncidentContract[Name]>
): Promise<IncidentView> {
  return done<IncidentView>(await call(site, 'dana', incident.key, name, ...input));
}

const look = () => act('getIncident');

async function figures(): Promise<unknown[]> {
  return [await incident.field('Time to detect'), await incident.field('Time to recovery')];
}

/** How often anybody changed a time in Jira. */
async function timeChanges(): Promise<number> {
  await site.forge.idle();
  const { values } = await rest(site, 'ada').get<{
    values: readonly { items: readonly { field: string }[] }[];
  }>(`/rest/api/3/issue/${incident.id}/changelog`);
  return values.flatMap(({ items }) => items).filter(({ field }) => field.startsWith('Impact'))
    .length;
}

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (moments) => {
  const field = (time: string) =>
    inField(moments === 'minute' ? time.replace(/:\d\d$/, ':00') : time);

  beforeAll(async () => {
    site = await aSite('empty', { moments });
  });
  beforeEach(async () => {
    await site.reset();
    await at('12:00:23');
    incident = await raise(site);
    await site.forge.idle();
  });
  afterAll(() => site.stop());

  it('detection is the default, with its seconds, and gives way to a start two minutes later', async () => {
    expect(await incident.field('Impact detected')).toBe(field('12:00:23'));
    expect(await look()).toMatchObject({
      detectedByDefault: true,
      times: { impactDetected: '2026-03-02T12:00:23.000Z' },
      clock: { since: '2026-03-02T12:00:23.000Z', from: 'impactDetected' },
    });
    await at('12:05:00');
    const after = await act('setTimes', { impactStart: day('12:02:12') });
    expect(after).toMatchObject({ detectedByDefault: false, times: { impactDetected: null } });
    expect(await incident.field('Impact detected')).toBeNull();
    expect(await figures()).toEqual([null, null]);
    // The start was wrong: the default is back, and so is the figure.
    await act('setTimes', { impactStart: day('11:58:12') });
    expect(await incident.field('Impact detected')).toBe(field('12:00:23'));
    expect(await figures()).toEqual([2.18, null]);
  });

  it('a whole life keeps its seconds in the panel and its figures, and nothing is written twice', async () => {
    await act('takeIncident', { from: null });
    await act('setTimes', { impactStart: day('11:55:12'), certainty: { impactStart: 'exact' } });
    await at('13:01:00');
    const resolved = await act('resolve', { recovered: day('13:00:42') });
    const times = {
      impactStart: '2026-03-02T11:55:12.000Z',
      impactDetected: '2026-03-02T12:00:23.000Z',
      impactRecovered: '2026-03-02T13:00:42.000Z',
    };
    expect(resolved).toMatchObject({ times, figures: { ttdMinutes: 5.18, ttrMinutes: 65.5 } });
    expect(await figures()).toEqual([5.18, 65.5]);
    expect(await incident.field('Impact recovered')).toBe(field('13:00:42'));
    const changes = await timeChanges();
    await at('15:30:00'); // the hourly look finds nothing
    expect(await look()).toMatchObject({ times, former: [], wrongPair: null });
    expect(await timeChanges()).toBe(changes);
    expect(await figures()).toEqual([5.18, 65.5]);
  });

  it('a transition in Jira stands in to the second; it comes back, and the second one counts', async () => {
    await act('setTimes', { impactStart: day('11:55:00') });
    await at('12:10:05');
    await incident.moveTo('Fixing');
    await at('12:10:20');
    await incident.moveTo('Resolved');
    expect(await figures()).toEqual([5.38, 15.33]);
    await at('12:10:30');
    await incident.moveTo('Fixing');
    expect(await figures()).toEqual([5.38, null]);
    await at('12:10:50');
    await incident.moveTo('Resolved');
    expect(await figures()).toEqual([5.38, 15.83]);
    const view = await look();
    expect(view.notes.impactRecovered).toMatchObject({ source: 'event', toConfirm: true });
    const confirmed = await act('setTimes', { impactRecovered: view.times.impactRecovered });
    expect(confirmed.notes.impactRecovered).toMatchObject({ source: 'person', toConfirm: false });
    expect(await figures()).toEqual([5.38, 15.83]);
  });

  it('a picker that writes the minute of what is noted edits nothing; another minute is an edit', async () => {
    await act('setTimes', { impactStart: day('11:55:12') });
    await incident.edit({ 'Impact start': inField('11:55:00') }, 'ines');
    expect(await figures()).toEqual([5.18, null]);
    expect((await look()).notes.impactStart).toMatchObject({ source: 'person' });
    await incident.edit({ 'Impact start': inField('11:54:00') }, 'ines');
    expect(await figures()).toEqual([6.38, null]);
    expect((await look()).notes.impactStart).toMatchObject({ source: 'changelog' });
  });

  it('a start in the minute that a picker has for the detection is possible, and took no time', async () => {
    await incident.edit({ 'Impact detected': inField('11:55:00') });
    await site.forge.idle();
    const view = await act('setTimes', { impactStart: day('11:55:12') });
    expect(view).toMatchObject({ wrongPair: null, figures: { ttdMinutes: 0 } });
    expect(await figures()).toEqual([0, null]);
  });

  it.each([
    ['2026-03-02T12:55:12+01:00', 'an offset with a colon'],
    ['2026-03-02T17:25:12+0530', 'one without'],
    ['2026-03-02T06:55:12-05', 'hours alone'],
    ['2026-03-02T11:55:12,000000001Z', 'a comma, and nine decimals'],
  ])('%s is read: %s', async (impactStart) => {
    const { times } = await act('setTimes', { impactStart });
    expect(times.impactStart).toBe('2026-03-02T11:55:12.000Z');
  });

  it('a day that does not exist is refused, and nothing is written', async () => {
    const change = { impactStart: '2026-02-30T11:55:12Z' };
    expect(await call(site, 'dana', incident.key, 'setTimes', change)).toMatchObject({
      ok: false,
      code: 'invalid-input',
    });
    expect(await incident.field('Impact start')).toBeNull();
  });

  it('the second at which it was raised may be said as well', async () => {
    await site.clock.moveTo(site.clock.now() + 30 * SECOND, () => site.forge.idle());
    const { created } = await look();
    const view = await act('setTimes', { impactStart: created });
    expect(view).toMatchObject({ figures: { ttdMinutes: 0 }, detectedByDefault: true });
  });
});
