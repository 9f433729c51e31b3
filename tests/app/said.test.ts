import '../support/in-process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type TimelineView } from '../../src/contract';
import { beside } from '../support/beside';
import {
  aSite,
  call,
  done,
  type IncidentOnSite,
  person,
  raise,
  rest,
  type Who,
  wiki,
} from '../support/site';

/** What people say during a response, and what is made of it afterwards. */
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
const id = (who: Who) => person(who).accountId;

describe('what people say', () => {
  it.each([
    [{ kind: 'observation', text: 'x', theory: 'nowhere' }, 'entry-not-found'],
    [{ kind: 'note', text: '' }, 'invalid-input'],
    [{ kind: 'noted', notes: {} }, 'invalid-input'],
    [{ kind: 'promise', due: Date.parse(START) }, 'due-in-past'],
    [{ kind: 'roleGiven', role: 'own:nobody', person: 'x' }, 'role-unknown'],
    [{ kind: 'withdrawn', handOver: 'none' }, 'changed-meanwhile'],
    [{ kind: 'accepted', handOver: 'none' }, 'invalid-input'],
  ])('%j is refused: %s', async (saying, code) => {
    expect(await panel.says(saying)).toMatchObject({ ok: false, code });
  });

  it('stands where the response stands', async () => {
    await panel.says({ kind: 'theory', text: 'The pool is too small' });
    const [theory] = (await panel.seen()).response.theories;
    await panel.says({ kind: 'observation', text: 'All 20 are in use', theory: theory?.entry });
    await panel.says({ kind: 'judged', theory: theory?.entry, state: 'ruledOut' }, 'ines');
    await panel.says({ kind: 'promise', due: Date.parse('2026-03-02T12:30:00Z') });
    await panel.says({ kind: 'joined', zone: 'Europe/Berlin' }, 'ines');
    const { response } = await panel.seen();
    expect(response.theories).toMatchObject([
      {
        text: 'The pool is too small',
        state: 'ruledOut',
        observations: [{ text: 'All 20 are in use' }],
      },
    ]);
    expect(response.people[id('ines') as never]).toMatchObject({ zone: 'Europe/Berlin' });
    const path = `/rest/api/3/issue/${incident.id}/properties/incident`;
    await site.forge.idle();
    expect(await rest(site, 'ada').get(path)).toMatchObject({
      value: { phase: 'new', severity: 1, nextUpdateDue: '2026-03-02T12:30:00.000Z' },
    });
  });

  it('is one entry however often it is sent, and the chain of all is whole', async () => {
    const once = { id: crypto.randomUUID(), saying: { kind: 'decision', text: 'Roll back' } };
    await Promise.all([1, 2, 3].map(() => panel.act('say', once)));
    expect((await panel.kinds()).filter((kind) => kind === 'decision')).toHaveLength(1);
    const entries = (await panel.kinds()).length;
    expect(await panel.act('checkLog')).toEqual({ ok: true, value: { entries, fault: null } });
  });

  it('is read a hundred lines at a time, none twice and none left out', async () => {
    const lines = Array.from({ length: 230 }, (_, n) => `Line ${n}`);
    for (let from = 0; from < lines.length; from += 50) {
      const all = lines.slice(from, from + 50).map((text) => ({
        id: crypto.randomUUID(),
        saying: { kind: 'note', text },
      }));
      expect(await panel.act('sayAll', { all })).toMatchObject({ ok: true });
    }
    const read: string[] = [];
    let before: number | null = null;
    do {
      const page: TimelineView = done(
        await call(site, 'dana', incident.key, 'getTimeline', { before }),
      );
      expect(page.entries.length).toBeLessThanOrEqual(100);
      read.unshift(
        ...page.entries.flatMap(({ what }) => (what.kind === 'note' ? [what.text] : [])),
      );
      before = page.entries[0]?.seq ?? null;
    } while (before !== null && before > 1);
    expect(read).toEqual(lines);
    expect(await panel.act('checkLog')).toMatchObject({ value: { entries: 231, fault: null } });
  });

  it('is nothing that a reader says, or that is about a moment to come', async () => {
    expect(await panel.says({ kind: 'note', text: 'x' }, 'sam')).toMatchObject({
      code: 'forbidden',
    });
    const at = site.clock.now() + 600_000;
    expect(await panel.says({ kind: 'note', text: 'x' }, 'dana', { at })).toMatchObject({
      code: 'moment-in-future',
    });
    expect(await panel.kinds()).not.toContain('note');
  });
});

describe('after the incident', () => {
  const WISH = { summary: 'Alarm on refused cards' };

  async function aTask() {
    const jira = rest(site, 'ada');
    type Project = { id: string; issueTypes: readonly { id: string; name: string }[] };
    const found = await jira.get<Project>('/rest/api/3/project/TEAM').catch(async () => {
      await jira.post('/rest/api/3/project', {
        key: 'TEAM',
        name: 'Team',
        projectTypeKey: 'software',
        leadAccountId: id('ada'),
        projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
      });
      return jira.get<Project>('/rest/api/3/project/TEAM');
    });
    const issueType = found.issueTypes.find(({ name }) => name === 'Task')?.id;
    return { ...WISH, id: crypto.randomUUID(), project: found.id, issueType };
  }

  it('a clean-up issue is made once, linked and written down; what was refused is done again', async () => {
    const wish = await aTask();
    const path = '/rest/api/3/issueLink';
    site.faults.add({ target: 'jira', method: 'POST', path, rate: 1, status: 403 }, { times: 1 });
    const first = (await panel.act('makeCleanUp', wish)) as { value: { key: string } };
    expect(first).toMatchObject({
      value: { link: { linked: false, reason: 'Fault 403' }, isLogged: true },
    });
    expect((await panel.issue()).issuelinks).toEqual([]);
    expect(await panel.act('makeCleanUp', wish)).toMatchObject({
      value: { key: first.value.key, link: { linked: true, reason: null }, isLogged: true },
    });
    expect((await panel.issue()).issuelinks).toHaveLength(1);
    expect((await panel.seen()).response.cleanUps).toMatchObject([
      { issue: first.value.key, text: WISH.summary, by: id('dana') },
    ]);
    const refused = { ...wish, id: crypto.randomUUID(), project: '99999' };
    expect(await panel.act('makeCleanUp', refused)).toMatchObject({ ok: false, code: 'refused' });
    expect((await panel.seen()).response.cleanUps).toHaveLength(1);
  });

  it('a clean-up issue is not one on which somebody else has written the mark of the wish', async () => {
    const wish = await aTask();
    const fields = {
      project: { id: wish.project },
      issuetype: { id: wish.issueType },
      summary: 'x',
    };
    const theirs = await rest(site, 'ines').post<{ key: string }>('/rest/api/3/issue', { fields });
    const mark = { wish: wish.id, incident: incident.id };
    const path = `/rest/api/3/issue/${theirs.key}/properties/incident-clean-up`;
    await rest(site, 'ines').put(path, mark);
    const made = (await panel.act('makeCleanUp', wish)) as { value: { key: string } };
    expect(made.value.key).not.toBe(theirs.key);
  });

  it('a review is begun once, on a page with what the log says', async () => {
    const text = '5 < 7 & "so" <script>alert(1)</script>';
    await panel.says({ kind: 'observation', text });
    const wish = { language: 'en-US', timeZone: 'Europe/Berlin' };
    expect(await panel.act('startReview', wish)).toMatchObject({
      ok: true,
      value: { address: null },
    });
    const first = await panel.act('startReview', { ...wish, space: 'OPS' });
    expect(first).toMatchObject({ value: { why: null, isNew: true, isLogged: true } });
    const { address } = (first as { value: { address: string } }).value;
    const again = await panel.act('startReview', { ...wish, space: 'OPS' }, 'ines');
    expect(again).toMatchObject({ value: { isNew: false, address } });
    const { results } = await wiki(site, 'dana').get<{
      results: readonly { title: string; body: { storage: { value: string } } }[];
    }>('/wiki/api/v2/pages?body-format=storage&limit=100');
    const pages = results.filter(({ title }) => title.startsWith(`${incident.key} `));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.body.storage.value).toContain('5 &lt; 7');
    expect(pages[0]?.body.storage.value).not.toContain('<script>');
    expect((await panel.seen()).response.review).toBeDefined();
  });
});
