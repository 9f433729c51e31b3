import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { hideFromApp } from '../support/private';
import {
  adminsMayDelete,
  askAdmin,
  aSite,
  callAdmin,
  type IncidentOnSite,
  raise,
  rest,
} from '../support/site';

/** One incident that cannot be read stops nothing: it is set aside, said, and looked at again. */

type Issue = { id: string; fields?: Record<string, unknown> };
type Log = { issueId: string; changeHistories: Record<string, unknown>[] };

const HOUR = 3_600_000;

let site: Site;
/** What becomes of Jira's answers to the app. */
let alter: { issue?: (issue: Issue) => void; log?: (log: Log) => void } = {};

beforeAll(async () => {
  site = await aSite();
  await adminsMayDelete(site);
  const answer = site.jira.fetch.bind(site.jira);
  site.jira.fetch = async (request, caller) => {
    const response = await answer(request, caller);
    if (!caller.viaApp || !response.ok || response.status === 204) return response;
    const body = (await response.json()) as Partial<Issue> & {
      issues?: Issue[];
      issueChangeLogs?: Log[];
    };
    if (body.fields) alter.issue?.(body as Issue);
    body.issues?.forEach((issue) => alter.issue?.(issue));
    body.issueChangeLogs?.forEach((log) => alter.log?.(log));
    return Response.json(body, { status: response.status, headers: response.headers });
  };
});
beforeEach(() => {
  alter = {};
});
afterAll(() => site.stop());

const hours = async (count: number) => {
  for (let hour = 0; hour < count; hour += 1) {
    await site.clock.moveTo(site.clock.now() + HOUR, () => site.forge.idle());
    await site.forge.idle();
  }
};
const inState =
  ({ id }: IncidentOnSite, name: string) =>
  (issue: Issue) => {
    if (issue.id === id && issue.fields) issue.fields['status'] = { id: '99999', name };
  };
const heads = () =>
  Object.entries(
    (
      site.forge.storage() as {
        entities: Record<string, Record<string, { gone?: string }> | undefined>;
      }
    ).entities['incident-head'] ?? {},
  );
const headOf = ({ id }: IncidentOnSite) => heads().find(([key]) => key === id)?.[1];
const listed = async () =>
  (await askAdmin(site, 'getUnread')).unread.map(({ id, why }) => [id, why]);

describe('a status that nobody assigned', () => {
  it('stops neither the hour nor the rebuild nor History, and comes back by itself', async () => {
    const [odd, fine] = [await raise(site), await raise(site)];
    await site.forge.idle();
    alter.issue = inState(odd, 'Monitoring');
    site.faults.add({ target: 'event-drop', rate: 1 });
    for (const one of [odd, fine]) {
      await one.edit({ 'Impact start': '2026-03-02T11:50:00.000+0000' });
      await one.edit({ 'Impact detected': '2026-03-02T11:59:00.000+0000' });
    }
    site.faults.clear('event-drop');
    await hours(1);
    expect(await fine.field('Time to detect')).toBe(9);
    expect(await askAdmin(site, 'getUnread')).toMatchObject({
      count: 1,
      unread: [{ id: odd.id, why: 'status', subject: 'Monitoring' }],
    });
    expect(await askAdmin(site, 'checkSetUp')).toContainEqual({
      weight: 'stops',
      code: 'unread',
      subject: '1',
    });

    await askAdmin(site, 'rebuildFigures');
    await askAdmin(site, 'startBackfill');
    await site.forge.idle();
    expect(await askAdmin(site, 'getFigureStore')).toMatchObject({ state: 'idle', looked: 2 });
    expect(await askAdmin(site, 'getBackfill')).toMatchObject({ state: 'done', looked: 2 });
    // It is counted as set aside, so the store is complete without it.
    const before = await askAdmin(site, 'getFigureStore');
    await hours(1);
    const after = await askAdmin(site, 'getFigureStore');
    expect(Date.parse(after.asOf ?? '')).toBeGreaterThan(Date.parse(before.asOf ?? ''));
    expect(after.state).toBe('idle');

    alter = {};
    await hours(1);
    expect(await listed()).toEqual([]);
    expect(await odd.field('Time to detect')).toBe(9);
  });

  it('is tried again when an administrator says so', async () => {
    const odd = await raise(site);
    alter.issue = inState(odd, 'Parked');
    await odd.edit({ summary: 'Cards' });
    await site.forge.idle();
    expect(await listed()).toEqual([[odd.id, 'status']]);
    alter = {};
    await askAdmin(site, 'lookAgain');
    await site.forge.idle();
    expect(await listed()).toEqual([]);
  });
});

describe('a change log', () => {
  it('is read where a change has no author, or one without a name', async () => {
    const incident = await raise(site);
    alter.log = ({ changeHistories: [first, ...others] }) => {
      if (first) first['author'] = null;
      for (const other of others) other['author'] = { accountId: null, displayName: null };
    };
    await incident.edit({ 'Impact start': '2026-03-02T11:50:00.000+0000' });
    await incident.edit({ 'Impact detected': '2026-03-02T11:59:00.000+0000' });
    expect(await incident.field('Time to detect')).toBe(9);
    expect(await listed()).toEqual([]);
  });

  it('that cannot be read sets its incident aside, and no other', async () => {
    const [odd, fine] = [await raise(site), await raise(site)];
    await site.forge.idle();
    alter.log = ({ issueId, changeHistories }) => {
      if (issueId === odd.id) changeHistories.push({ id: '1', created: 'yesterday', items: [] });
    };
    site.faults.add({ target: 'event-drop', rate: 1 });
    for (const one of [odd, fine]) {
      await one.edit({ 'Impact start': '2026-03-02T11:50:00.000+0000' });
      await one.edit({ 'Impact detected': '2026-03-02T11:59:00.000+0000' });
    }
    site.faults.clear('event-drop');
    await hours(1);
    expect(await fine.field('Time to detect')).toBe(9);
    expect(await listed()).toEqual([[odd.id, 'changes']]);
    alter = {};
    await hours(1);
    expect(await listed()).toEqual([]);
  });
});

it('a field that holds something else sets its incident aside', async () => {
  const odd = await raise(site);
  alter.issue = ({ id, fields }) => {
    if (id === odd.id && fields) fields['created'] = 'once upon a time';
  };
  await odd.edit({ summary: 'Cards' });
  await site.forge.idle();
  expect(await listed()).toEqual([[odd.id, 'answer']]);
  alter = {};
  await hours(1);
  expect(await listed()).toEqual([]);
});

describe('an issue that Jira says is not there', () => {
  it('is hidden as long as nobody says that it was deleted: its log stays', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    const show = await hideFromApp(site, incident.key);
    await hours(1);
    expect(await listed()).toEqual([[incident.id, 'hidden']]);
    await hours(31 * 24);
    expect(headOf(incident)).toBeDefined();
    expect(headOf(incident)?.gone).toBeUndefined();
    await show();
    await hours(1);
    expect(await listed()).toEqual([]);
  }, 240_000);

  it('was deleted where Jira says so: its log goes after thirty days, and it is not missed', async () => {
    const incident = await raise(site);
    await site.forge.idle();
    await incident.edit({ summary: 'Cards' });
    await rest(site, 'ada').delete(`/rest/api/3/issue/${incident.key}`);
    await site.forge.idle();
    expect(await listed()).toEqual([]);
    expect(headOf(incident)?.gone).toBe('yes');
  });

  it('was deleted where an administrator says so, unless they can see it', async () => {
    const [deleted, hidden] = [await raise(site), await raise(site)];
    await site.forge.idle();
    site.faults.add({ target: 'event-drop', rate: 1 });
    await rest(site, 'ada').delete(`/rest/api/3/issue/${deleted.key}`);
    site.faults.clear('event-drop');
    await hideFromApp(site, hidden.key);
    await site.forge.idle();
    await hours(1);
    const view = await askAdmin(site, 'forgetUnread', { incident: hidden.id });
    expect(view.unread.map(({ id }) => id)).toContain(hidden.id);
    expect(headOf(hidden)?.gone).toBeUndefined();
    const after = await askAdmin(site, 'forgetUnread', { incident: deleted.id });
    expect(after.unread.map(({ id }) => id)).not.toContain(deleted.id);
    await site.forge.idle();
    expect(headOf(deleted)?.gone).toBe('yes');
    for (const name of ['getUnread', 'lookAgain'] as const)
      expect(await callAdmin(site, 'dana', name)).toMatchObject({ code: 'forbidden' });
  });
});
