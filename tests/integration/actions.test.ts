import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { aSite, callLoosely, type IncidentOnSite, raise, rest } from '../support/site';

let site: Site;
let incident: IncidentOnSite;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
beforeEach(async () => {
  await site.reset();
  incident = await raise(site);
  await incident.edit({ 'Impact start': '2026-03-02T11:00:00.000+0000' });
  await incident.moveTo('Fixing');
  await site.forge.idle();
});
afterAll(() => site.stop());

const OVER = '2026-03-02T11:50:00Z';
const act = (name: string, payload: unknown = {}, who: 'dana' | 'ines' = 'dana') =>
  callLoosely(site, who, incident.key, name, payload);

/** Jira answers calls whose address has this part with what the test says, until it is put back. */
function instead(part: string, body: unknown, status = 200): () => void {
  const answer = site.jira.fetch.bind(site.jira);
  site.jira.fetch = (request, caller) =>
    request.method !== 'PUT' && request.url.includes(part)
      ? Promise.resolve(Response.json(body, { status }))
      : answer(request, caller);
  return () => {
    site.jira.fetch = answer;
  };
}

describe('resolving', () => {
  it('sets the recovery and moves, in one action', async () => {
    const reply = await act('resolve', { recovered: OVER, certainty: 'about' });
    expect(reply).toMatchObject({
      value: {
        phase: 'resolved',
        figures: { ttrMinutes: 50 },
        notes: { impactRecovered: { source: 'person', certainty: 'about', toConfirm: false } },
      },
    });
    expect(await incident.field('Time to recovery')).toBe(50);
  });

  it('says which half is done when Jira does not move it, and does the rest when pressed again', async () => {
    const putBack = instead('/transitions', { errorMessages: ['Resolution is required.'] }, 400);
    expect(await act('resolve', { recovered: OVER })).toEqual({
      ok: false,
      code: 'not-moved',
      subject: 'Resolution is required.',
    });
    putBack();
    expect(await incident.field('Time to recovery')).toBe(50);
    expect(await incident.field('status')).toMatchObject({ name: 'Fixing' });
    expect(await act('resolve', { recovered: OVER })).toMatchObject({
      value: { phase: 'resolved', figures: { ttrMinutes: 50 } },
    });
  });

  it('is refused with an impossible moment, and nothing is done', async () => {
    expect(await act('resolve', { recovered: '2026-03-02T10:00:00Z' })).toMatchObject({
      code: 'impossible-times',
    });
    expect(await incident.field('status')).toMatchObject({ name: 'Fixing' });
  });
});

describe('coming back', () => {
  it('takes the recovery away, and pressing twice changes nothing more', async () => {
    await act('resolve', { recovered: OVER });
    const once = await act('bringBack');
    expect(once).toMatchObject({
      value: {
        phase: 'fixing',
        times: { impactRecovered: null },
        clock: { until: null },
        former: [{ name: 'impactRecovered', why: 'cameBack' }],
      },
    });
    await site.forge.idle();
    expect(await act('bringBack')).toMatchObject({ value: { former: [{}] } });
    expect(await incident.field('Time to recovery')).toBeNull();
  });
});

describe('cancelling', () => {
  it('as no incident after all says so', async () => {
    expect(await act('cancel', { duplicateOf: null })).toMatchObject({
      value: { phase: 'cancelled', next: null, cancelled: { duplicate: null } },
    });
  });

  it.each(['HOT-999', 'NOPE-1'])('as a duplicate of %s is refused', async (duplicateOf) => {
    expect(await act('cancel', { duplicateOf })).toEqual({
      ok: false,
      code: 'duplicate-not-found',
      subject: duplicateOf,
    });
    expect(await incident.field('status')).toMatchObject({ name: 'Fixing' });
  });

  it('as a duplicate of itself is refused', async () => {
    expect(await act('cancel', { duplicateOf: incident.key })).toMatchObject({
      code: 'duplicate-not-found',
    });
  });

  it('goes on where the site has no link type for duplicates, and says so', async () => {
    const other = await raise(site);
    const putBack = instead('/issueLinkType', { issueLinkTypes: [] });
    expect(await act('cancel', { duplicateOf: other.key })).toMatchObject({
      value: {
        phase: 'cancelled',
        cancelled: { duplicate: { linked: false, reason: null } },
      },
    });
    putBack();
  });
});

describe('a cancelling that is taken back', () => {
  const linksOf = async ({ id }: IncidentOnSite) =>
    (
      await rest(site, 'ada').get<{ fields: { issuelinks: unknown[] } }>(
        `/rest/api/3/issue/${id}?fields=issuelinks`,
      )
    ).fields.issuelinks;

  it('opens it again, without the link; two are never each other’s duplicates', async () => {
    const other = await raise(site);
    await act('cancel', { duplicateOf: other.key });
    expect(await linksOf(incident)).toHaveLength(1);
    const circle = callLoosely(site, 'dana', other.key, 'cancel', { duplicateOf: incident.key });
    expect(await circle).toMatchObject({ code: 'duplicate-cancelled', subject: incident.key });
    expect(await act('undoCancel', { language: 'en-US' }, 'ines')).toMatchObject({
      value: { phase: 'fixing', cancelled: null },
    });
    expect(await linksOf(incident)).toEqual([]);
    expect(await incident.field('status')).toMatchObject({ name: 'Fixing' });
  });

  it('that Jira refuses to cancel has no link either', async () => {
    const other = await raise(site);
    const putBack = instead('/transitions', { errorMessages: ['Not now.'] }, 400);
    expect(await act('cancel', { duplicateOf: other.key })).toMatchObject({ code: 'refused' });
    putBack();
    expect(await linksOf(incident)).toEqual([]);
  });
});

describe('the severity', () => {
  it('that somebody else changed is not overwritten, and who and to what is said', async () => {
    await incident.edit({ Severity: { value: '3 – Minor' } }, 'ines');
    expect(await act('confirmSeverity', { severity: 2, from: 1 })).toEqual({
      ok: false,
      code: 'severity-changed',
      subject: 'Ines Brandt>3',
    });
    expect(await incident.field('Severity')).toMatchObject({ value: '3 – Minor' });
  });

  it('is confirmed until it is another', async () => {
    expect(await act('confirmSeverity', { severity: 1, from: 1, effort: 'days' })).toMatchObject({
      value: { confirmed: { effort: 'days' } },
    });
    await incident.edit({ Severity: { value: '2 – Major' } });
    expect(await act('getIncident')).toMatchObject({ value: { severity: 2, confirmed: null } });
  });
});

describe('a status in which Jira lets nobody edit', () => {
  beforeEach(() => lock('Resolved'));

  it('holds the default and what people say; the clocks go by both, and coming back frees it', async () => {
    await incident.moveTo('Resolved');
    expect(await incident.field('Impact recovered')).toBeNull();
    expect(await incident.field('Time to recovery')).toBe(60);
    expect(await act('getIncident')).toMatchObject({
      value: {
        next: { step: 'confirm-recovered' },
        times: { impactRecovered: '2026-03-02T12:00:00.000Z' },
        notes: { impactRecovered: { source: 'event', toConfirm: true, held: {} } },
      },
    });
    expect(await act('setTimes', { impactRecovered: OVER })).toMatchObject({
      value: {
        next: { step: 'mend-held' },
        figures: { ttrMinutes: 50 },
        notes: { impactRecovered: { source: 'person', held: { reason: expect.any(String) } } },
      },
    });
    expect(await incident.field('Time to recovery')).toBe(50);
    await unlock('Resolved');
    await site.clock.moveTo(site.clock.now() + 3_600_000, () => site.forge.idle());
    expect(await incident.field('Impact recovered')).toBe('2026-03-02T11:50:00.000+0000');
    expect(await act('getIncident')).toMatchObject({
      value: { next: null, notes: { impactRecovered: { source: 'person', held: null } } },
    });
  });
});

type Named = { readonly name: string; readonly statusReference: string };
type Workflow = { readonly id: string; readonly statuses: readonly { statusReference: string }[] };

const lock = (status: string) => withProperties(status, { 'jira.issue.editable': 'false' });
const unlock = (status: string) => withProperties(status, {});

/** Writes the workflow of incidents back as it was read, with these properties on one status. */
async function withProperties(status: string, properties: Record<string, string>): Promise<void> {
  const admin = rest(site, 'ada');
  const { id } = await admin.get<{ id: string }>('/rest/api/3/project/HOT');
  const type = (await incident.field('issuetype')) as { id: string };
  const { statuses, workflows } = await admin.post<{
    statuses: readonly Named[];
    workflows: readonly Workflow[];
  }>('/rest/api/3/workflows', {
    projectAndIssueTypes: [{ projectId: id, issueTypeId: type.id }],
  });
  const reference = statuses.find(({ name }) => name === status)?.statusReference;
  await admin.post('/rest/api/3/workflows/update', {
    statuses,
    workflows: workflows.map((workflow) => ({
      ...workflow,
      statuses: workflow.statuses.map((one) =>
        one.statusReference === reference ? { ...one, properties } : one,
      ),
    })),
  });
}
