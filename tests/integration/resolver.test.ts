import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import {
  aSite,
  call,
  callLoosely,
  type IncidentOnSite,
  person,
  raise,
  rest,
} from '../support/site';

let site: Site;
let incident: IncidentOnSite;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  await site.reset();
  incident = await raise(site);
  await site.forge.idle();
});
afterAll(() => site.stop());

const CALLS = [
  ['getIncident', {}],
  ['takeIncident', { from: null }],
  ['setTimes', { impactStart: '2026-03-02T11:40:00Z' }],
  ['resolve', { recovered: '2026-03-02T11:40:00Z' }],
  ['bringBack', {}],
  ['cancel', { duplicateOf: null }],
  ['undoCancel', { language: 'en-US' }],
  ['confirmSeverity', { severity: 2, from: 1 }],
  ['sayDetection', { source: 'customer' }],
  ['sayRight', { about: 'noSpan' }],
  ['writeUnwritten', { entry: 'c0ffee' }],
  ['dropUnwritten', { entry: 'c0ffee' }],
  ['getScale', {}],
] as const;

async function storedAndShown() {
  const { fields } = await rest(site, 'ada').get<{ fields: unknown }>(
    `/rest/api/3/issue/${incident.id}`,
  );
  return JSON.stringify([fields, site.forge.storage()]);
}

describe('a responder', () => {
  it('sees the incident as it is', async () => {
    expect(await call(site, 'dana', incident.key, 'getIncident')).toMatchObject({
      ok: true,
      value: {
        key: incident.key,
        severity: 1,
        phase: 'new',
        incidentManager: null,
        next: { step: 'take' },
        mayEdit: true,
        clock: { since: '2026-03-02T12:00:00.000Z', from: 'impactDetected', until: null },
      },
    });
  });

  it('takes it: assigned and fixing in one action', async () => {
    const reply = await call(site, 'dana', incident.key, 'takeIncident', { from: null });
    expect(reply).toMatchObject({
      ok: true,
      value: {
        phase: 'fixing',
        incidentManager: { name: 'Dana Okafor' },
        next: { step: 'say-start' },
      },
    });
  });

  it('who is a moment late is told who was faster, and nothing changes', async () => {
    await call(site, 'dana', incident.key, 'takeIncident', { from: null });
    const before = await storedAndShown();
    const reply = await call(site, 'ines', incident.key, 'takeIncident', { from: null });
    expect(reply).toEqual({ ok: false, code: 'already-taken', subject: 'Dana Okafor' });
    expect(await storedAndShown()).toBe(before);
  });

  it('sets times, and has TTD and TTR in the same answer and in Jira', async () => {
    const reply = await call(site, 'dana', incident.key, 'setTimes', {
      impactStart: '2026-03-02T11:00:00Z',
      impactRecovered: '2026-03-02T12:00:00Z',
    });
    expect(reply).toMatchObject({ value: { figures: { ttdMinutes: 60, ttrMinutes: 60 } } });
    expect(await incident.field('Time to recovery')).toBe(60);
  });

  it.each([
    {
      change: { impactDetected: '2026-03-02T11:00:00Z', impactStart: '2026-03-02T11:30:00Z' },
      code: 'impossible-times',
      subject: 'impactStart>impactDetected',
    },
    {
      change: { impactStart: '2026-03-02T12:30:00Z' },
      code: 'time-in-future',
      subject: 'impactStart',
    },
    { change: { impactStart: 'yesterday' }, code: 'invalid-input', subject: null },
    { change: { impactStart: '2026-03-02T11:00:00' }, code: 'invalid-input', subject: null },
    { change: { issueId: '10001', impactStart: null }, code: 'invalid-input', subject: null },
  ])('is refused $change with $code', async ({ change, code, subject }) => {
    const before = await storedAndShown();
    expect(await call(site, 'dana', incident.key, 'setTimes', change)).toEqual({
      ok: false,
      code,
      subject,
    });
    expect(await storedAndShown()).toBe(before);
  });

  it('reads what Jira says when it refuses', async () => {
    await call(site, 'dana', incident.key, 'takeIncident', { from: null });
    await incident.moveTo('Resolved');
    const reply = await call(site, 'ines', incident.key, 'takeIncident', {
      from: person('dana').accountId,
    });
    expect(reply).toMatchObject({ ok: false, code: 'refused' });
  });
});

describe('a reader', () => {
  it('sees everything and the button for nothing', async () => {
    expect(await call(site, 'sam', incident.key, 'getIncident')).toMatchObject({
      value: { key: incident.key, mayEdit: false },
    });
  });

  it.each(CALLS.slice(1))('is refused %s', async (name, payload) => {
    const before = await storedAndShown();
    expect(await callLoosely(site, 'sam', incident.key, name, payload)).toMatchObject({
      code: 'forbidden',
    });
    expect(await storedAndShown()).toBe(before);
  });
});

describe('an outsider', () => {
  it.each(CALLS)('gets nothing from %s', async (name, payload) => {
    const reply = await callLoosely(site, 'omar', incident.key, name, payload);
    expect(reply).toMatchObject({ ok: false, subject: null });
    expect(JSON.stringify(reply)).not.toMatch(/HOT|Card|Dana/);
  });
});

describe('a call without a person', () => {
  it.each(CALLS)('is refused %s', async (name, payload) => {
    expect(await callLoosely(site, null, incident.key, name, payload)).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
  });
});

describe('an issue that is no incident', () => {
  it('is said to be none', async () => {
    const admin = rest(site, 'ada');
    await admin.post('/rest/api/3/project', {
      key: 'OPS',
      name: 'Operations',
      projectTypeKey: 'software',
      projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
      leadAccountId: (await admin.get<{ accountId: string }>('/rest/api/3/myself')).accountId,
    });
    const task = await admin.post<{ key: string }>('/rest/api/3/issue', {
      fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Order chairs' },
    });
    expect(await call(site, 'ada', task.key, 'getIncident')).toMatchObject({
      code: 'not-an-incident',
    });
  });
});
