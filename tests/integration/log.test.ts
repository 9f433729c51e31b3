import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type EntryView, type IncidentView } from '../../src/contract';
import { type Entry, faultIn } from '../../src/domain/log/entry';
import { sha256 } from '../support/log';
import {
  adminsMayDelete,
  aSite,
  call,
  callLoosely,
  done,
  type IncidentOnSite,
  person,
  raise,
  rest,
  type Saying,
  type Who,
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

const MINUTE = 60_000;
const EVENTS = ['event-duplicate', 'event-reorder'] as const;

async function later(minutes: number): Promise<void> {
  await site.clock.moveTo(site.clock.now() + minutes * MINUTE, () => site.forge.idle());
}

function input(saying: Saying, about: { readonly at?: number; readonly id?: string } = {}) {
  return { id: crypto.randomUUID(), ...about, saying };
}

async function say(who: Who, saying: Saying, about = {}): Promise<IncidentView> {
  return done(await call(site, who, incident.key, 'say', input(saying, about)));
}

async function timeline(): Promise<readonly EntryView[]> {
  return done(await call(site, 'dana', incident.key, 'getTimeline', { before: null })).entries;
}

async function fromJira() {
  await site.forge.idle();
  const entries = await timeline();
  return entries.flatMap(({ what, by, at }) =>
    what.kind === 'jira' ? [{ ...what.change, by, at }] : [],
  );
}

async function comment(who: Who, text: string): Promise<void> {
  await rest(site, who).post(`/rest/api/3/issue/${incident.id}/comment`, { body: bodyOf(text) });
}

/** The project of the sandbox gives this to nobody. */
async function mayChangeOwnComments(): Promise<void> {
  const admin = rest(site, 'ada');
  const { id } = await admin.get<{ id: number }>('/rest/api/3/project/HOT/permissionscheme');
  for (const permission of ['EDIT_OWN_COMMENTS', 'DELETE_OWN_COMMENTS']) {
    const holder = { type: 'group', parameter: 'incident-responders' };
    await admin.post(`/rest/api/3/permissionscheme/${id}/permission`, { permission, holder });
  }
}

function bodyOf(text: string) {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  return { type: 'doc', version: 1, content };
}

describe('what changes in Jira', () => {
  it.each([
    { events: 'come once', faults: [] },
    { events: 'come twice and in any order', faults: EVENTS },
  ])('is in the log once, with who and when, where events $events', async ({ faults }) => {
    for (const target of faults) site.faults.add({ target, rate: 1 });
    const other = await raise(site, { summary: 'Mails are late' });
    const put = (body: object) => rest(site, 'ines').put(`/rest/api/3/issue/${incident.id}`, body);
    await put({ fields: { assignee: { accountId: person('ines').accountId } } });
    await later(1);
    await incident.moveTo('Fixing');
    await incident.edit({ Severity: { value: '2 – Major' } }, 'ines');
    await rest(site, 'dana').post('/rest/api/3/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key: incident.key },
      outwardIssue: { key: other.key },
    });
    await comment('dana', 'The load balancer was restarted. #timeline');
    await comment('dana', 'Only talking.');
    const ines = person('ines').accountId;
    const dana = person('dana').accountId;
    const seen = await fromJira();
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ of: 'assignee', to: ines, by: ines }),
        expect.objectContaining({ of: 'status', from: 'new', to: 'fixing', by: dana }),
        expect.objectContaining({ of: 'severity', from: 1, to: 2, by: ines }),
        expect.objectContaining({ of: 'link', added: true, by: dana }),
        expect.objectContaining({
          of: 'comment',
          text: 'The load balancer was restarted.',
          by: dana,
        }),
      ]),
    );
    expect(seen[0]?.at).toBe(Date.parse('2026-03-02T12:00:00Z'));
  });

  it('takes of comments only what everybody may see, and follows edits and deletions', async () => {
    const comments = `/rest/api/3/issue/${incident.id}/comment`;
    const said = async () =>
      (await fromJira()).flatMap((one) => ('text' in one && one.text !== '' ? [one.text] : []));
    const made = async (text: string, more: object = {}) =>
      (await rest(site, 'dana').post<{ id: string }>(comments, { body: bodyOf(text), ...more })).id;
    await mayChangeOwnComments();
    const visibility = { type: 'group', value: 'incident-responders' };
    const few = await made('For few #timeline', { visibility });
    const kept = await made('Disk full on ns1 #timeline');
    const gone = await made('Wrong channel #timeline');
    await later(1);
    expect(await said()).toEqual(['Disk full on ns1', 'Wrong channel']);
    await rest(site, 'dana').put(`${comments}/${kept}`, {
      body: bodyOf('Disk full on ns2 #timeline'),
    });
    await rest(site, 'dana').delete(`${comments}/${gone}`);
    await later(1);
    expect(await said()).toEqual(['Disk full on ns2']);
    await rest(site, 'dana').put(`${comments}/${kept}`, { body: bodyOf('Disk full on ns2') });
    await later(1);
    expect(await said()).toEqual([]);
    const dump = JSON.stringify(site.forge.storage());
    for (const words of ['ns1', 'ns2', 'Wrong channel', 'For few'])
      expect(dump).not.toContain(words);
    expect(few).toBeTruthy();
  });

  it('is found by the hour where every event was lost', async () => {
    site.faults.add({ target: 'event-drop', rate: 1 });
    await incident.moveTo('Fixing');
    await rest(site, 'dana').put(`/rest/api/3/issue/${incident.id}/assignee`, {
      accountId: person('ines').accountId,
    });
    await site.forge.idle();
    expect(await fromJira()).toEqual([]);
    await later(61);
    expect((await fromJira()).map(({ of }) => of)).toEqual(['status', 'assignee']);
  });

  it('is there soon after it was done in our own surfaces', async () => {
    await call(site, 'dana', incident.key, 'takeIncident', { from: null });
    expect((await fromJira()).map(({ of }) => of).toSorted()).toEqual(['assignee', 'status']);
    expect(await call(site, 'dana', incident.key, 'getIncident')).toMatchObject({
      value: { response: { leader: { person: person('dana').accountId } } },
    });
  });
});

describe('what people say', () => {
  it('is kept of twenty who say it at once: one chain, every entry', async () => {
    const lines = Array.from({ length: 20 }, (_, n) => `Line ${n}`);
    const inputs = lines.map((text) => input({ kind: 'note', text }));
    const replies = await Promise.all(
      inputs.map((one, n) => call(site, n % 2 ? 'dana' : 'ines', incident.key, 'say', one)),
    );
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    await site.forge.idle();
    const entries = await timeline();
    const notes = entries.flatMap(({ what }) => (what.kind === 'note' ? [what.text] : []));
    expect(notes.toSorted()).toEqual(lines.toSorted());
    const chain = entries as unknown as readonly Entry[];
    expect(faultIn(chain, { seq: 0, hash: '' }, sha256)).toBeUndefined();
  });

  it('is one entry however often it is sent', async () => {
    const once = input({ kind: 'decision', text: 'Roll back' });
    await Promise.all([1, 2, 3].map(() => call(site, 'dana', incident.key, 'say', once)));
    const kinds = (await timeline()).map(({ what }) => what.kind);
    expect(kinds.filter((kind) => kind === 'decision')).toHaveLength(1);
  });

  it('stands where the response stands', async () => {
    await say('dana', { kind: 'theory', text: 'The pool is too small' });
    const [theory] = (await say('ines', { kind: 'joined' })).response.theories;
    const view = await say('ines', {
      kind: 'observation',
      text: 'All 20 are in use',
      theory: theory?.entry,
    });
    expect(view.response.theories).toMatchObject([
      { text: 'The pool is too small', observations: [{ text: 'All 20 are in use' }] },
    ]);
    expect(Object.keys(view.response.people)).toHaveLength(2);
  });

  it.each([
    [{ kind: 'observation', text: 'x', theory: 'nowhere' }, 'entry-not-found'],
    [{ kind: 'note', text: '' }, 'invalid-input'],
    [{ kind: 'noted', notes: {} }, 'invalid-input'],
    [{ kind: 'jira', change: { of: 'status', to: 'resolved' } }, 'invalid-input'],
    [{ kind: 'promise', due: Date.parse('2026-03-02T11:00:00Z') }, 'due-in-past'],
    [{ kind: 'roleGiven', role: 'own:nobody', person: 'x' }, 'role-unknown'],
    [{ kind: 'withdrawn', handOver: 'none' }, 'changed-meanwhile'],
    [{ kind: 'accepted', handOver: 'none' }, 'invalid-input'],
  ])('%j is refused: %s, and leaves nothing', async (saying, code) => {
    const before = JSON.stringify(site.forge.storage());
    const said = { id: crypto.randomUUID(), saying };
    const reply = await callLoosely(site, 'dana', incident.key, 'say', said);
    expect(reply).toMatchObject({ ok: false, code });
    expect(JSON.stringify(site.forge.storage())).toBe(before);
  });

  it('of a moment to come is refused', async () => {
    const at = site.clock.now() + 10 * MINUTE;
    const later = input({ kind: 'note', text: 'x' }, { at });
    const reply = await call(site, 'dana', incident.key, 'say', later);
    expect(reply).toMatchObject({ ok: false, code: 'moment-in-future' });
  });
});

describe('whoever may not', () => {
  const WRITES = [
    ['say', input({ kind: 'note', text: 'A secret' })],
    ['sayAll', { all: [input({ kind: 'note', text: 'A secret' })] }],
  ] as const;
  const READS = [
    ['getTimeline', { before: null }],
    ['checkLog', {}],
  ] as const;

  it.each(WRITES)('edit does not %s', async (name, payload) => {
    const before = JSON.stringify(site.forge.storage());
    for (const who of ['sam', 'omar', null] as const) {
      const reply = await callLoosely(site, who, incident.key, name, payload);
      expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    }
    expect(JSON.stringify(site.forge.storage())).toBe(before);
  });

  it.each(READS)('see it gets nothing from %s; a reader does', async (name, payload) => {
    await say('dana', { kind: 'note', text: 'A secret' });
    expect(await callLoosely(site, 'sam', incident.key, name, payload)).toMatchObject({ ok: true });
    const replies = [
      await callLoosely(site, 'omar', incident.key, name, payload),
      await callLoosely(site, null, incident.key, name, payload),
    ];
    expect(replies).toMatchObject([{ ok: false }, { ok: false, code: 'forbidden' }]);
    expect(JSON.stringify(replies)).not.toContain('A secret');
  });

  it('name another issue in the payload is not heard', async () => {
    const other = await raise(site, { summary: 'Mails are late' });
    await site.forge.idle();
    const said = { ...input({ kind: 'note', text: 'x' }), incident: other.id, issue: other.id };
    await callLoosely(site, 'dana', incident.key, 'say', said);
    const timelineOf = await call(site, 'dana', other.key, 'getTimeline', { before: null });
    const { entries } = done(timelineOf);
    expect(entries.filter(({ what }) => what.kind === 'note')).toEqual([]);
  });
});

describe('what lists are told', () => {
  it('is how it stands, and found by JQL', async () => {
    await call(site, 'dana', incident.key, 'takeIncident', { from: null });
    const due = site.clock.now() + 30 * MINUTE;
    await say('dana', { kind: 'promise', due });
    await site.forge.idle();
    const path = `/rest/api/3/issue/${incident.id}/properties/incident`;
    const { value } = await rest(site, 'ada').get<{ value: unknown }>(path);
    expect(value).toEqual({
      phase: 'fixing',
      severity: 1,
      ledSince: '2026-03-02T12:00:00.000Z',
      nextUpdateDue: new Date(due).toISOString(),
    });
    const jql = 'incidentPhase = fixing AND incidentUpdateDue > "2026-03-02 12:10"';
    const { issues } = await rest(site, 'ada').post<{ issues: unknown[] }>(
      ...(['/rest/api/3/search/jql', { jql, fields: ['key'] }] as const),
    );
    expect(issues).toHaveLength(1);
  });

  it('is put right within the hour when somebody wrote over it', async () => {
    await rest(site, 'dana').put(`/rest/api/3/issue/${incident.id}/properties/incident`, {
      phase: 'resolved',
    });
    await incident.edit({ summary: 'Card payments fail everywhere' });
    await later(61);
    const path = `/rest/api/3/issue/${incident.id}/properties/incident`;
    expect(await rest(site, 'ada').get(path)).toMatchObject({ value: { phase: 'new' } });
  });
});

it('the log of a deleted incident goes after thirty days', async () => {
  await say('dana', { kind: 'note', text: 'Delete me later' });
  await adminsMayDelete(site);
  await rest(site, 'ada').delete(`/rest/api/3/issue/${incident.id}`);
  await later(60 * 24 * 29);
  expect(JSON.stringify(site.forge.storage())).toContain('Delete me later');
  await later(60 * 24 * 2);
  expect(JSON.stringify(site.forge.storage())).not.toContain('Delete me later');
});
