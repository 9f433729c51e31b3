import '../support/in-process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { beside } from '../support/beside';
import { aSite, call, done, type IncidentOnSite, person, raise, type Who } from '../support/site';

/** One response from end to end, each part in an incident of its own: what is done, and what is said of it. */
let site: Site;
let incident: IncidentOnSite;
let panel: ReturnType<typeof beside>;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  site.faults.clear();
  incident = await raise(site);
  panel = beside(site, incident);
  await site.forge.idle();
});
afterAll(() => site.stop());

const START = '2026-03-02T11:00:00Z';
const OVER = '2026-03-02T11:50:00Z';
const id = (who: Who) => person(who).accountId;

describe('an incident that was just raised', () => {
  it('is seen whole', async () => {
    await incident.edit({
      'Faulty service': { value: 'Payments' },
      'Affected products': [{ value: 'Web shop' }],
      'Chat channel': 'https://chat.example/HOT',
    });
    expect(await panel.seen()).toMatchObject({
      id: incident.id,
      key: incident.key,
      summary: 'Card payments fail',
      severity: 1,
      phase: 'new',
      incidentManager: null,
      created: '2026-03-02T12:00:00.000Z',
      times: { impactStart: null, impactDetected: '2026-03-02T12:00:00.000Z' },
      notes: { impactStart: null },
      former: [],
      detectedByDefault: true,
      figures: { ttdMinutes: null, ttrMinutes: null },
      clock: { since: '2026-03-02T12:00:00.000Z', from: 'impactDetected', until: null },
      next: { step: 'take' },
      missing: ['impactStart'],
      pending: [],
      detection: null,
      confirmed: null,
      cancelled: null,
      mayEdit: true,
      viewer: id('dana'),
      updated: '2026-03-02T12:00:00.000Z',
      response: {
        rooms: { chatChannel: 'https://chat.example/HOT', videoCall: null },
        faultyService: 'Payments',
        affectedProducts: ['Web shop'],
        cadenceMinutes: 30,
        rules: { supportJql: null, cleanUpProject: null, reviewSpace: null },
      },
    });
    expect((await panel.seen('sam')).mayEdit).toBe(false);
  });

  it('is told in its scale', async () => {
    const scale = done(await call(site, 'dana', incident.key, 'getScale'));
    expect(scale.levels.map(({ severity, label }) => [severity, label])).toEqual([
      [1, '1 – Critical'],
      [2, '2 – Major'],
      [3, '3 – Minor'],
    ]);
    expect(scale.levels.every(({ text }) => text !== '')).toBe(true);
  });

  it.each(['omar', null] as const)('is nothing for %s', async (who) => {
    for (const name of ['getIncident', 'getTimeline', 'checkLog', 'getChanges', 'takeIncident'])
      expect(
        await panel.act(name, name === 'getTimeline' ? { before: null } : {}, who),
      ).toMatchObject({
        ok: false,
      });
  });
});

describe('who leads', () => {
  it('is whoever takes it, unless somebody was faster', async () => {
    expect(await panel.act('takeIncident', { from: null })).toMatchObject({
      value: { phase: 'fixing', incidentManager: { id: id('dana'), name: 'Dana Okafor' } },
    });
    expect(await panel.act('takeIncident', { from: null }, 'ines')).toEqual({
      ok: false,
      code: 'already-taken',
      subject: 'Dana Okafor',
    });
    const taken = await panel.act('takeIncident', { from: id('dana') }, 'ines');
    expect(taken).toMatchObject({ value: { incidentManager: { id: id('ines') } } });
    expect((await panel.seen()).response.leader).toMatchObject({ person: id('ines') });
  });

  it('is whoever it is given to, and then the incident is being fixed', async () => {
    expect(await panel.act('giveLead', { person: id('ines'), from: null })).toMatchObject({
      value: { phase: 'fixing', incidentManager: { id: id('ines') } },
    });
    expect(await panel.act('giveLead', { person: id('tomasz'), from: null })).toMatchObject({
      ok: false,
      code: 'already-taken',
      subject: 'Ines Brandt',
    });
    expect(await panel.act('giveLead', { person: id('omar'), from: id('ines') })).toMatchObject({
      ok: false,
      code: 'refused',
      subject: expect.any(String),
    });
  });

  it('goes over with a hand-over, part by part', async () => {
    await panel.act('takeIncident', { from: null });
    await panel.says({ kind: 'roleGiven', role: 'techLead', person: id('dana') });
    const next = [
      { role: 'incidentManager', person: id('ines'), from: id('dana'), lead: true },
      { role: 'techLead', person: id('tomasz'), from: id('dana') },
    ];
    await panel.says({ kind: 'handOver', next, summary: 'Half done' });
    const handOver = (await panel.seen()).response.handOver?.entry ?? '';
    const accept = (who: Who) =>
      panel.act('acceptHandOver', { id: crypto.randomUUID(), handOver }, who);
    expect(await accept('ada')).toMatchObject({ code: 'changed-meanwhile' });
    site.faults.add(
      { target: 'jira', method: 'PUT', path: '/rest/api/3/issue', rate: 1, status: 503 },
      { times: 1 },
    );
    expect(await accept('ines')).toMatchObject({ ok: false, code: 'unavailable' });
    expect((await panel.seen()).response.handOver).toMatchObject({ accepted: [] });
    expect(await accept('ines')).toMatchObject({ value: { incidentManager: { id: id('ines') } } });
    expect((await panel.seen()).response.handOver).toMatchObject({ accepted: [id('ines')] });
    await accept('tomasz');
    const { response } = await panel.seen();
    expect(response).toMatchObject({ handedOver: 1 });
    expect(response.roles.find((role) => role.id === 'techLead')?.holders).toMatchObject([
      { person: id('tomasz') },
    ]);
  });
});

describe('a role that is taken over', () => {
  it('tells who had it, in their language, and nobody else', async () => {
    await panel.says({ kind: 'roleGiven', role: 'techLead', person: id('ines') }, 'ines');
    const before = site.outside.outbox.length;
    const wish = { id: crypto.randomUUID(), role: 'techLead', from: id('ines') };
    expect(await panel.act('takeOverRole', { ...wish, language: 'de-DE' })).toMatchObject({
      ok: true,
    });
    expect(site.outside.outbox.slice(before)).toMatchObject([
      {
        body: {
          from: person('dana').email,
          to: [person('ines').email],
          subject: `${incident.key}: Ihre Rolle Technischer Leiter wurde übernommen`,
          text: expect.stringContaining('Card payments fail'),
        },
      },
    ]);
    const again = { ...wish, id: crypto.randomUUID(), language: 'en-US' };
    expect(await panel.act('takeOverRole', again, 'tomasz')).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await panel.act('takeOverRole', { ...again, role: 'own:9' })).toMatchObject({
      code: 'role-unknown',
    });
    expect(site.outside.outbox).toHaveLength(before + 1);
  });

  it('stands when they cannot be told, and says why', async () => {
    await panel.says({ kind: 'roleGiven', role: 'techLead', person: id('ines') }, 'ines');
    const path = `/rest/api/3/issue/${incident.id}/notify`;
    site.faults.add({ target: 'jira', method: 'POST', path, rate: 1, status: 403 }, { times: 1 });
    const wish = { id: crypto.randomUUID(), role: 'techLead', from: id('ines') };
    expect(await panel.act('takeOverRole', { ...wish, language: 'en-US' })).toMatchObject({
      ok: false,
      code: 'not-told',
      subject: 'Fault 403',
    });
    const { roles } = (await panel.seen()).response;
    expect(roles.find((role) => role.id === 'techLead')?.holders).toMatchObject([
      { person: id('dana') },
    ]);
  });
});

describe('times', () => {
  it('set by a person are in Jira, in the figures and in the notes at once', async () => {
    const certainty = { impactStart: 'about' };
    expect(await panel.act('setTimes', { impactStart: START, certainty })).toMatchObject({
      value: {
        times: { impactStart: '2026-03-02T11:00:00.000Z' },
        figures: { ttdMinutes: 60, ttrMinutes: null },
        notes: {
          impactStart: { source: 'person', certainty: 'about', by: id('dana'), held: null },
        },
        clock: { since: '2026-03-02T11:00:00.000Z', from: 'impactStart' },
      },
    });
    expect(await incident.field('Time to detect')).toBe(60);
    await panel.act('setTimes', { impactStart: null });
    expect(await incident.field('Time to detect')).toBeNull();
    expect(await panel.seen()).toMatchObject({
      former: [{ name: 'impactStart', moment: '2026-03-02T11:00:00.000Z', by: id('dana') }],
    });
  });

  it.each([
    [{ impactStart: '2026-03-02T12:30:00Z' }, 'time-in-future'],
    [{ impactStart: START, impactDetected: '2026-03-02T10:00:00Z' }, 'impossible-times'],
    [{ impactStart: 'yesterday' }, 'invalid-input'],
  ])('%j is refused: %s', async (times, code) => {
    expect(await panel.act('setTimes', times)).toMatchObject({ ok: false, code });
    expect(await incident.field('Impact start')).toBeNull();
  });

  it('of an incident that is over, back, and over again', async () => {
    await panel.act('takeIncident', { from: null });
    await panel.act('setTimes', { impactStart: START });
    expect(await panel.act('resolve', { recovered: OVER, certainty: 'guess' })).toMatchObject({
      value: {
        phase: 'resolved',
        figures: { ttrMinutes: 50 },
        notes: { impactRecovered: { source: 'person', certainty: 'guess', toConfirm: false } },
        clock: { until: '2026-03-02T11:50:00.000Z' },
      },
    });
    expect(await incident.field('Time to recovery')).toBe(50);
    expect(await panel.act('bringBack')).toMatchObject({
      value: {
        phase: 'fixing',
        times: { impactRecovered: null },
        clock: { until: null },
        former: [{ name: 'impactRecovered', why: 'cameBack' }],
      },
    });
    expect(await incident.field('Time to recovery')).toBeNull();
    // Resolved in Jira, the moment of the transition stands in until somebody confirms it.
    await incident.moveTo('Resolved');
    expect(await incident.field('Time to recovery')).toBe(60);
    expect(await panel.seen()).toMatchObject({
      next: { step: 'confirm-recovered' },
      notes: { impactRecovered: { source: 'event', toConfirm: true } },
    });
  });

  it('of an incident that Jira does not move stay, and the rest is done when asked again', async () => {
    await panel.act('takeIncident', { from: null });
    await panel.act('setTimes', { impactStart: START });
    const path = `/rest/api/3/issue/${incident.id}/transitions`;
    site.faults.add({ target: 'jira', method: 'POST', path, rate: 1, status: 400 }, { times: 1 });
    expect(await panel.act('resolve', { recovered: OVER })).toMatchObject({ code: 'not-moved' });
    expect(await incident.field('Time to recovery')).toBe(50);
    expect((await panel.seen()).phase).toBe('fixing');
    expect(await panel.act('resolve', { recovered: OVER })).toMatchObject({
      value: { phase: 'resolved' },
    });
  });
});

describe('the severity', () => {
  it('is confirmed for as long as it is the same', async () => {
    const confirmed = { by: id('dana'), at: '2026-03-02T12:00:00.000Z', effort: 'days' };
    expect(
      await panel.act('confirmSeverity', { severity: 1, from: 1, effort: 'days' }),
    ).toMatchObject({
      value: { severity: 1, confirmed },
    });
    expect(await panel.act('confirmSeverity', { severity: 2, from: 1 })).toMatchObject({
      value: { severity: 2, confirmed: { effort: null } },
    });
    expect(await incident.field('Severity')).toMatchObject({ value: '2 – Major' });
    await incident.edit({ Severity: { value: '3 – Minor' } }, 'ines');
    expect(await panel.seen()).toMatchObject({ severity: 3, confirmed: null });
    expect(await panel.act('confirmSeverity', { severity: 1, from: 2 })).toEqual({
      ok: false,
      code: 'severity-changed',
      subject: 'Ines Brandt>3',
    });
  });

  it('and how it was noticed are said, and can be taken back', async () => {
    expect(await panel.act('sayDetection', { source: 'customer' })).toMatchObject({
      value: { detection: 'customer' },
    });
    expect(await panel.act('sayDetection', { source: null })).toMatchObject({
      value: { detection: null },
    });
  });
});

describe('cancelling', () => {
  it('as a duplicate links the two, and is said only where it was done', async () => {
    const other = await raise(site);
    expect(await panel.act('cancel', { duplicateOf: other.key })).toMatchObject({
      value: {
        phase: 'cancelled',
        next: null,
        clock: null,
        cancelled: { by: id('dana'), duplicate: { linked: true, reason: null } },
      },
    });
    const [link] = (await panel.issue()).issuelinks;
    expect([link?.outwardIssue?.key, link?.inwardIssue?.key]).toContain(other.key);
  });

  it('says that Jira refused the link, and why', async () => {
    const other = await raise(site);
    const path = '/rest/api/3/issueLink';
    site.faults.add({ target: 'jira', method: 'POST', path, rate: 1, status: 403 }, { times: 1 });
    expect(await panel.act('cancel', { duplicateOf: other.key })).toMatchObject({
      value: { cancelled: { duplicate: { linked: false, reason: 'Fault 403' } } },
    });
    expect((await panel.issue()).issuelinks).toEqual([]);
  });

  it('as no incident after all has no duplicate; as one that is not there is refused', async () => {
    for (const duplicateOf of ['HOT-9999', incident.key, 'NOPE-1'])
      expect(await panel.act('cancel', { duplicateOf })).toEqual({
        ok: false,
        code: 'duplicate-not-found',
        subject: duplicateOf,
      });
    expect((await panel.seen()).phase).toBe('new');
    expect(await panel.act('cancel', { duplicateOf: null })).toMatchObject({
      value: { phase: 'cancelled', cancelled: { duplicate: null } },
    });
  });
});
