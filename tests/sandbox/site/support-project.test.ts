import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addSupportTickets } from '../../../sandbox/seeds/support-project';
import { type Site } from '../../../sandbox/site/site';
import { aSite, person, raise, rest, type Who, wiki } from '../../support/site';
import { addTickets } from '../../support/tickets';

/** Project SUP, its agents and customers, and the spaces of Confluence, as every set-up site has them. */

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
beforeEach(() => site.reset());
afterAll(() => site.stop());

type Issue = { readonly fields: Readonly<Record<string, unknown>> };
type Found = { readonly issues: readonly (Issue & { readonly key: string })[] };

const status = async (who: Who, path: string, body?: unknown): Promise<number> => {
  const method = body === undefined ? 'GET' : 'PUT';
  const headers = { 'Content-Type': 'application/json' };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  const caller = { accountId: person(who).accountId, viaApp: false };
  return (await site.jira.fetch(new Request(site.url + path, init), caller)).status;
};

describe('a ticket', () => {
  it('has its customer as reporter, mail and all, and the moment at which it came', async () => {
    const now = site.clock.now();
    const [ticket] = await addTickets(site, [
      { summary: 'Payment page fails', customer: 'Nora Hansen', minutesAgo: 42 },
    ]);
    const path = `/rest/api/3/issue/${ticket?.key ?? ''}`;
    const { fields } = await rest(site, 'sam').get<Issue>(path);
    expect(fields).toMatchObject({
      summary: 'Payment page fails',
      created: '2026-03-02T11:18:00.000+0000',
      issuetype: { name: '[System] Service request' },
      status: { name: 'Waiting for support' },
      reporter: {
        displayName: 'Nora Hansen',
        emailAddress: 'nora.hansen@mail.example',
        accountType: 'customer',
      },
    });
    expect([site.clock.now(), site.clock.running]).toEqual([now, false]);
  });

  it.each([
    ['ada', 200, 204],
    ['sam', 200, 204],
    ['tomasz', 200, 204],
    ['dana', 404, 404],
    ['omar', 404, 404],
  ] as const)('%s reads it (%d) and writes it (%d)', async (who, read, write) => {
    const [ticket] = await addTickets(site, [{}]);
    const path = `/rest/api/3/issue/${ticket?.key ?? ''}`;
    expect(await status(who, path)).toBe(read);
    expect(await status(who, path, { fields: { summary: 'Changed' } })).toBe(write);
  });

  it('is linked to an incident by an agent, who cannot edit the incident', async () => {
    const [ticket] = await addTickets(site, [{}]);
    const incident = await raise(site);
    await rest(site, 'sam').post('/rest/api/3/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key: incident.key },
      outwardIssue: { key: ticket?.key },
    });
    const path = `/rest/api/3/issue/${incident.key}`;
    const { fields } = await rest(site, 'sam').get<Issue>(path);
    expect(fields['issuelinks']).toMatchObject([{ outwardIssue: { key: ticket?.key } }]);
    expect(await status('sam', path, { fields: { summary: 'Mine' } })).not.toBe(204);
  });

  it('is of nobody who may log in', async () => {
    const [ticket] = await addTickets(site, [{}]);
    expect(site.people().map(({ accountId }) => accountId)).not.toContain(ticket?.reporterId);
  });
});

it('the night of the demo has some forty of them, none linked, at moments of their own', async () => {
  const now = site.clock.now();
  await addSupportTickets(site.jira, rest(site, 'ada'), site.clock);
  expect(site.clock.now()).toBe(now);
  const { issues } = await rest(site, 'sam').post<Found>('/rest/api/3/search/jql', {
    jql: 'project = SUP ORDER BY created ASC',
    maxResults: 100,
    fields: ['created', 'issuelinks', 'reporter'],
  });
  const moments = issues.map(({ fields }) => Date.parse(String(fields['created'])));
  expect(issues.length).toBeGreaterThanOrEqual(40);
  expect(new Set(moments).size).toBe(issues.length);
  expect(Math.max(...moments)).toBeLessThanOrEqual(now);
  expect(issues.flatMap(({ fields }) => fields['issuelinks'])).toEqual([]);
});

describe('the spaces of Confluence', () => {
  type Spaces = { readonly results: readonly { readonly key: string; readonly id: string }[] };
  const spaces = async (who: Who) =>
    (await wiki(site, who).get<Spaces>('/wiki/api/v2/spaces')).results;

  it.each([
    ['dana', ['OPS', 'SUPPORT']],
    ['sam', ['OPS', 'SUPPORT']],
    ['omar', ['SUPPORT']],
  ] as const)('%s sees %j', async (who, keys) => {
    expect((await spaces(who)).map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    ['dana', 'OPS', true],
    ['ada', 'OPS', true],
    ['sam', 'OPS', false],
    ['sam', 'SUPPORT', true],
    ['omar', 'SUPPORT', false],
  ] as const)('%s writing in %s: %s', async (who, key, may) => {
    const spaceId = (await spaces(who)).find((space) => space.key === key)?.id;
    const made = wiki(site, who).post('/wiki/api/v2/pages', { spaceId, title: 'New' });
    if (may) await expect(made).resolves.toMatchObject({ title: 'New' });
    else await expect(made).rejects.toThrow('404');
  });

  it('are served to whoever says who they are', async () => {
    const headers = (who: Who) => ({
      Authorization: `Basic ${Buffer.from(`${person(who).email}:x`).toString('base64')}`,
    });
    const ask = (who?: Who) =>
      fetch(`${site.url}/wiki/api/v2/spaces`, who ? { headers: headers(who) } : {});
    expect(((await (await ask('omar')).json()) as Spaces).results).toHaveLength(1);
    expect((await ask()).status).toBe(401);
  });
});

it('a site may be without Confluence, and without service projects', async () => {
  const plain = await aSite('empty', { confluence: false, serviceManagement: false });
  const answer = await fetch(`${plain.url}/wiki/api/v2/spaces`);
  expect([answer.status, await answer.json()]).toEqual([
    404,
    { statusCode: 404, message: 'This site has no Confluence.' },
  ]);
  const { values } = await rest(plain, 'ada').get<{ values: readonly { key: string }[] }>(
    '/rest/api/3/project/search',
  );
  expect(values.map(({ key }) => key)).toEqual(['HOT']);
  await plain.stop();
});
