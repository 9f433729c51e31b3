import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { MOMENTS } from '../fakes/world';
import { aSite, call, type IncidentOnSite, raise, rest } from '../support/site';

/**
 * One incident, changed in eight ways; each ends with the right figures however its events come. Started 11:00,
 * detected 11:20, over 11:50, unless the way is about something else. Raised 12:00:23.
 */
let site: Site;
let incident: IncidentOnSite;

/** Nothing happens at a full minute: what Jira may cut is there. */
const RAISED = Date.parse('2026-03-02T12:00:23Z');

const START = '2026-03-02T11:00:00.000+0000';
const DETECTED = '2026-03-02T11:20:00.000+0000';
const OVER = '2026-03-02T11:50:00.000+0000';
const MINUTE = 60_000;

async function later(minutes: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + minutes * MINUTE, () => site.forge.idle());
}

async function fieldId(name: string): Promise<string> {
  const fields = await rest(site, 'ada').get<readonly { id: string; name: string }[]>(
    '/rest/api/3/field',
  );
  return fields.find((one) => one.name === name)?.id ?? '';
}

async function raisedAt(start: string): Promise<IncidentOnSite> {
  const raised = await raise(site);
  await raised.edit({ 'Impact start': start });
  return raised;
}

/** The project knows tasks as well, in the same workflow. */
async function withTasks(): Promise<void> {
  const admin = rest(site, 'ada');
  const { id } = await admin.get<{ id: string }>('/rest/api/3/project/HOT');
  const types = await admin.get<readonly { id: string; name: string }[]>('/rest/api/3/issuetype');
  const task = types.find(({ name }) => name === 'Task')?.id;
  const { values } = await admin.get<{ values: readonly { issueTypeScheme: { id: string } }[] }>(
    `/rest/api/3/issuetypescheme/project?projectId=${id}`,
  );
  const scheme = values[0]?.issueTypeScheme.id ?? '';
  await admin.put(`/rest/api/3/issuetypescheme/${scheme}/issuetype`, { issueTypeIds: [task] });
}

type Way = {
  readonly change: () => Promise<void>;
  readonly ttd: number | null;
  readonly ttr: number | null;
};

const WAYS: Readonly<Record<string, Way>> = {
  'in the panel': {
    async change() {
      await call(site, 'dana', incident.key, 'setTimes', {
        impactStart: '2026-03-02T11:00:00Z',
        impactDetected: '2026-03-02T11:20:00Z',
        impactRecovered: '2026-03-02T11:50:00Z',
      });
    },
    ttd: 20,
    ttr: 50,
  },
  'inline, field by field, the end first': {
    async change() {
      await incident.edit({ 'Impact recovered': OVER });
      await incident.edit({ 'Impact detected': DETECTED });
      await incident.edit({ 'Impact start': START }, 'ines');
    },
    ttd: 20,
    ttr: 50,
  },
  'in bulk': {
    async change() {
      const dates = await Promise.all(
        [
          ['Impact start', START],
          ['Impact recovered', OVER],
        ].map(async ([name = '', moment = '']) => ({
          fieldId: await fieldId(name),
          dateTime: { formattedDateTime: moment },
        })),
      );
      await rest(site, 'dana').post('/rest/api/3/bulk/issues/fields', {
        selectedIssueIdsOrKeys: [incident.key],
        selectedActions: dates.map((date) => date.fieldId),
        editedFieldsInput: { dateTimePickerFields: dates },
      });
    },
    ttd: null,
    ttr: 50,
  },
  'over REST, all at once, and corrected': {
    async change() {
      await incident.edit({ 'Impact start': OVER, 'Impact detected': START });
      await incident.edit({
        'Impact start': START,
        'Impact detected': DETECTED,
        'Impact recovered': OVER,
      });
    },
    ttd: 20,
    ttr: 50,
  },
  'by somebody else, as an automation does': {
    async change() {
      await incident.edit({ 'Impact start': START }, 'ada');
      await incident.moveTo('Fixing');
      await incident.edit({ 'Impact recovered': OVER }, 'ada');
      await incident.moveTo('Resolved');
    },
    ttd: null,
    ttr: 50,
  },
  'by a transition alone: its moment stands in': {
    async change() {
      await incident.edit({ 'Impact start': START });
      await incident.moveTo('Fixing');
      await later(30);
      await incident.moveTo('Resolved');
    },
    ttd: 60.38,
    ttr: 90.38,
  },
  'back to Fixing: the clock runs again': {
    async change() {
      await incident.edit({ 'Impact start': START, 'Impact recovered': OVER });
      await incident.moveTo('Fixing');
      await incident.moveTo('Resolved');
      await later(10);
      await incident.moveTo('Fixing');
    },
    ttd: 60.38,
    ttr: null,
  },
  'resolved, back, and resolved again: the second time counts': {
    async change() {
      await incident.edit({ 'Impact start': START });
      await incident.moveTo('Fixing');
      await incident.moveTo('Resolved');
      await later(10);
      await incident.moveTo('Fixing');
      await later(20);
      await incident.moveTo('Resolved');
    },
    ttd: 60.38,
    ttr: 90.38,
  },
  'to another type and back': {
    async change() {
      await withTasks();
      await incident.edit({ issuetype: { name: 'Task' } });
      await incident.edit({ 'Impact start': START });
      await later(5);
      await incident.edit({ issuetype: { name: 'Incident' } });
    },
    ttd: 60.38,
    ttr: null,
  },
};

/** Twice, in another order, or not at all until somebody looks an hour later. */
const DELIVERIES = {
  once: () => undefined,
  'twice and out of order': () => {
    site.faults.add({ target: 'event-duplicate', rate: 1 });
    site.faults.add({ target: 'event-reorder', rate: 1 });
  },
  'never, until the hourly look': () => site.faults.add({ target: 'event-drop', rate: 1 }),
} as const;

describe.each(MOMENTS)('in a Jira that keeps moments: %s', (moments) => {
  beforeAll(async () => {
    site = await aSite('empty', { clockAt: RAISED, moments });
  });
  beforeEach(async () => {
    await site.reset();
  });
  afterAll(() => site.stop());

  describe.each(Object.entries(DELIVERIES))('told %s', (how, faults) => {
    it.each(Object.entries(WAYS))('changed %s', async (_name, { change, ttd, ttr }) => {
      incident = await raise(site);
      await site.forge.idle();
      faults();
      await change();
      site.faults.clear();
      if (how.startsWith('never')) await later(61);
      expect([
        await incident.field('Time to detect'),
        await incident.field('Time to recovery'),
      ]).toEqual([ttd, ttr]);
    });
  });

  it('an issue that is no incident any more keeps its figures as they are', async () => {
    incident = await raisedAt(START);
    expect(await incident.field('Time to detect')).toBe(60.38);
    await withTasks();
    await incident.edit({ issuetype: { name: 'Task' } });
    await incident.edit({ 'Impact start': OVER });
    await later(61);
    expect(await incident.field('Time to detect')).toBe(60.38);
  });

  it('a recovery that somebody emptied after resolving is not filled in again', async () => {
    incident = await raisedAt(START);
    await incident.moveTo('Fixing');
    await incident.moveTo('Resolved');
    expect(await incident.field('Time to recovery')).toBe(60.38);
    await incident.edit({ 'Impact recovered': null });
    expect(await incident.field('Impact recovered')).toBeNull();
    await later(61);
    expect(await incident.field('Time to recovery')).toBeNull();
  });

  it('cancelled has no recovery by default', async () => {
    incident = await raisedAt(START);
    await incident.moveTo('Cancelled');
    expect(await incident.field('Impact recovered')).toBeNull();
  });
});
