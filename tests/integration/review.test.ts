import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type IncidentView, type TicketContract } from '../../src/contract';
import { type MadeCleanUp } from '../../src/domain/response/clean-up';
import { type StartedReview } from '../../src/domain/review/started';
import {
  aSite,
  callLoosely,
  type IncidentOnSite,
  person,
  raise,
  rest,
  siteMapOf,
  type Who,
  wiki,
} from '../support/site';
import { addTickets } from '../support/tickets';

let site: Site;
let incident: IncidentOnSite;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
beforeEach(async () => {
  await site.reset();
  incident = await raise(site);
  await site.forge.idle();
});
afterAll(() => site.stop());

type Reply<Value> = { readonly ok: boolean; readonly code?: string; readonly value: Value };

const ID = '5f0c3c0e-1f6b-4b58-9a0e-2d4a7c8e9b11';

async function ask<Value>(name: string, payload: unknown, who: Who = 'dana', of = incident.key) {
  return (await callLoosely(site, who, of, name, payload)) as Reply<Value>;
}

async function response(): Promise<IncidentView['response']> {
  return (await ask<IncidentView>('getIncident', {})).value.response;
}

/** A project of teams, in which everybody who responds makes tasks. */
async function aTeamProject() {
  const admin = rest(site, 'ada');
  const { accountId } = await admin.get<{ accountId: string }>('/rest/api/3/myself');
  const { id } = await admin.post<{ id: number }>('/rest/api/3/project', {
    key: 'TEAM',
    name: 'Team',
    projectTypeKey: 'software',
    leadAccountId: accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  const { issueTypes } = await admin.get<{ issueTypes: readonly { id: string; name: string }[] }>(
    '/rest/api/3/project/TEAM',
  );
  return {
    project: String(id),
    issueType: issueTypes.find(({ name }) => name === 'Task')?.id ?? '',
  };
}

const issuesOf = async (project: string) =>
  (
    await rest(site, 'ada').post<{ issues: readonly { key: string }[] }>('/rest/api/3/search/jql', {
      jql: `project = ${project}`,
      fields: ['key'],
    })
  ).issues;

describe('a clean-up issue', () => {
  it('is made as whoever asks, linked, and written down; asked for twice it is one', async () => {
    const wish = { id: ID, summary: 'Alarm on refused cards', ...(await aTeamProject()) };
    const first = await ask<MadeCleanUp>('makeCleanUp', wish);
    const again = await ask<MadeCleanUp>('makeCleanUp', wish);
    const made = { key: 'TEAM-1', link: { linked: true, reason: null }, isLogged: true };
    expect([first, again]).toEqual([
      { ok: true, value: made },
      { ok: true, value: made },
    ]);
    expect(await issuesOf('TEAM')).toHaveLength(1);
    const { fields } = await rest(site, 'dana').get<{
      fields: { creator: { accountId: string }; issuelinks: readonly unknown[] };
    }>('/rest/api/3/issue/TEAM-1');
    expect(fields.creator.accountId).toBe(person('dana').accountId);
    expect(fields.issuelinks).toHaveLength(1);
    const { cleanUps } = await response();
    expect(cleanUps).toMatchObject([
      { issue: 'TEAM-1', text: 'Alarm on refused cards', by: person('dana').accountId },
    ]);
  });

  it('stays where Jira refuses the link, and the rest is done by asking again', async () => {
    const wish = { id: ID, summary: 'Alarm on refused cards', ...(await aTeamProject()) };
    const refusal = { target: 'jira', method: 'POST', path: '/rest/api/3/issueLink' } as const;
    site.faults.add({ ...refusal, rate: 1, status: 403 }, { times: 1 });
    expect(await ask('makeCleanUp', wish)).toMatchObject({
      value: { key: 'TEAM-1', link: { linked: false, reason: 'Fault 403' }, isLogged: true },
    });
    expect(await ask('makeCleanUp', wish)).toMatchObject({
      value: { key: 'TEAM-1', link: { linked: true } },
    });
    expect(await issuesOf('TEAM')).toHaveLength(1);
    expect((await response()).cleanUps).toHaveLength(1);
  });

  it('is found where the answer to making it got lost', async () => {
    const wish = { id: ID, summary: 'Alarm on refused cards', ...(await aTeamProject()) };
    const admin = rest(site, 'dana');
    await admin.post('/rest/api/3/issue', {
      fields: {
        project: { id: wish.project },
        issuetype: { id: wish.issueType },
        summary: wish.summary,
      },
      properties: [{ key: 'incident-clean-up', value: { wish: ID, incident: incident.id } }],
    });
    expect(await ask('makeCleanUp', wish)).toMatchObject({
      value: { key: 'TEAM-1', link: { linked: true }, isLogged: true },
    });
    expect(await issuesOf('TEAM')).toHaveLength(1);
  });

  it('is refused in Jira’s words, and then nothing is noted', async () => {
    const wish = { id: ID, summary: 'Order chairs', project: '99999', issueType: '10001' };
    expect(await ask('makeCleanUp', wish)).toMatchObject({ ok: false, code: 'refused' });
    expect((await response()).cleanUps).toEqual([]);
  });

  it.each([
    { summary: '' },
    { summary: 'two\nlines' },
    { project: '1 OR 1=1' },
    { id: 'x' },
    { incident: '10001' },
  ])('is not made of %j', async (wrong) => {
    const wish = { id: ID, summary: 'Order chairs', project: '10001', issueType: '10001' };
    expect(await ask('makeCleanUp', { ...wish, ...wrong })).toMatchObject({
      code: 'invalid-input',
    });
  });
});

const START = { language: 'en-US', timeZone: 'Europe/Berlin' } as const;
const OPS = { ...START, space: 'OPS' };

const pagesIn = async (key: string) => {
  const dana = wiki(site, 'dana');
  const { results } = await dana.get<{ results: readonly { id: string }[] }>(
    `/wiki/api/v2/spaces?keys=${key}`,
  );
  const pages = await dana.get<{
    results: readonly { title: string; authorId: string; body: { storage: { value: string } } }[];
  }>(`/wiki/api/v2/spaces/${results[0]?.id ?? ''}/pages?body-format=storage`);
  return pages.results.filter(({ title }) => title.startsWith('HOT-'));
};

describe('the start of a review', () => {
  it('makes a page from the log, as whoever asks, once', async () => {
    const text = '5 < 7 & "so" ]]> <script>alert(1)</script>\u0000';
    await ask('say', { id: ID, saying: { kind: 'observation', text } });
    const first = await ask<StartedReview>('startReview', OPS);
    expect(first).toMatchObject({ ok: true, value: { why: null, isNew: true, isLogged: true } });
    const again = await ask<StartedReview>('startReview', OPS, 'ines');
    expect(again.value).toMatchObject({ isNew: false, address: first.value.address });
    const pages = await pagesIn('OPS');
    expect(pages).toMatchObject([
      {
        title: `${incident.key} – review – Card payments fail`,
        authorId: person('dana').accountId,
      },
    ]);
    expect(pages[0]?.body.storage.value).toContain('&lt;script&gt;');
    expect(pages[0]?.body.storage.value).toContain('Dana Okafor');
    const { review } = await response();
    expect(review).toMatchObject({
      address: first.value.address,
      by: person('dana').accountId,
    });
  });

  it('speaks the language of whoever presses', async () => {
    await ask('startReview', { ...OPS, language: 'de-DE' });
    expect((await pagesIn('OPS'))[0]?.body.storage.value).toContain('<h2>Was gut lief</h2>');
  });

  it.each([
    { why: 'no-space', input: START, who: 'dana' },
    { why: 'space-unknown', input: { ...START, space: 'NONE' }, who: 'dana' },
  ] as const)('says $why, and has it as text', async ({ why, input, who }) => {
    const { value } = await ask<StartedReview>('startReview', input, who);
    expect(value).toMatchObject({ address: null, why, isLogged: false });
    expect(value.markdown).toContain(`# ${incident.key} – review`);
    expect((await response()).review).toBeUndefined();
  });

  it('says that Confluence does not answer, and does it at the next try', async () => {
    site.faults.add({ target: 'confluence', rate: 1, status: 503 }, { times: 1 });
    const { value } = await ask<StartedReview>('startReview', OPS);
    expect(value).toMatchObject({ address: null, why: 'down', isLogged: false });
    expect(await ask('startReview', OPS)).toMatchObject({ value: { why: null, isNew: true } });
  });

  it('says that somebody may not write there', async () => {
    const post = { target: 'confluence', method: 'POST', path: '/wiki/api/v2/pages' } as const;
    site.faults.add({ ...post, rate: 1, status: 404 });
    const { value } = await ask<StartedReview>('startReview', OPS);
    expect(value).toMatchObject({ address: null, why: 'no-right', isLogged: false });
    expect(await pagesIn('OPS')).toEqual([]);
  });

  it('is text where there is no Confluence, and the log says so once', async () => {
    site.faults.add({ target: 'confluence', rate: 1, status: 404 });
    const { value } = await ask<StartedReview>('startReview', OPS);
    expect(value).toMatchObject({ address: null, why: 'no-confluence', isLogged: true });
    const { seq } = await response();
    await ask('startReview', OPS, 'ines');
    const after = await response();
    expect(after.seq).toBe(seq);
    expect(after.review).toMatchObject({ by: person('dana').accountId });
    expect(after.review).not.toHaveProperty('address');
  });

  it.each([
    { space: '../x' },
    { timeZone: 'Nowhere/Town' },
    { language: 'fr-FR' },
    { site: 'https://evil.example' },
  ])('is not begun with %j', async (wrong) => {
    expect(await ask('startReview', { ...OPS, ...wrong })).toMatchObject({ code: 'invalid-input' });
  });
});

describe('who may not edit the incident', () => {
  it.each([
    ['sam', 'makeCleanUp'],
    ['omar', 'makeCleanUp'],
    ['sam', 'startReview'],
    ['omar', 'startReview'],
  ] as const)('%s is refused %s', async (who, name) => {
    const wish = { id: ID, summary: 'Order chairs', project: '10001', issueType: '10001' };
    const reply = await ask(name, name === 'makeCleanUp' ? wish : OPS, who);
    expect(reply).toEqual({ ok: false, code: 'forbidden', subject: null });
    expect(await pagesIn('OPS')).toEqual([]);
  });
});

describe('on a ticket', () => {
  const where = async (who: Who | null) => {
    const [ticket] = await addTickets(site, [{}]);
    return (await site.forge.call({
      moduleKey: 'ticket',
      functionKey: 'getWhereIncidentsAre',
      payload: {},
      accountId: who === null ? null : person(who).accountId,
      place: { issue: ticket?.key },
      extension: { issue: { id: ticket?.id } },
    })) as { ok: boolean; result: ReturnType<TicketContract['getWhereIncidentsAre']> };
  };

  it.each(['sam', 'tomasz'] as const)('%s is told where incidents are', async (who) => {
    const { projectId, issueTypeId, fields } = siteMapOf(site);
    expect((await where(who)).result).toMatchObject({
      ok: true,
      value: { projectId, issueTypeId, fields: { severity: fields.severity } },
    });
  });

  it('somebody who may not see incidents is told nothing of where they are', async () => {
    expect((await where('omar')).result).toEqual({ ok: true, value: null });
  });

  it('nobody is refused', async () => {
    expect((await where(null)).result).toMatchObject({ ok: false, code: 'forbidden' });
  });

  it('the action shows itself on tickets, and not on incidents or in other projects', async () => {
    const [ticket] = await addTickets(site, [{}]);
    const shown = (issue: string) =>
      site.forge
        .modules('jira:issueAction', { issue }, person('ada').accountId)
        .map(({ key }) => key);
    expect(shown(ticket?.key ?? '')).toEqual(['ticket']);
    expect(shown(incident.key)).toEqual([]);
    const { project, issueType } = await aTeamProject();
    const { key } = await rest(site, 'ada').post<{ key: string }>('/rest/api/3/issue', {
      fields: { project: { id: project }, issuetype: { id: issueType }, summary: 'A bug' },
    });
    expect(shown(key)).toEqual([]);
  });
});
