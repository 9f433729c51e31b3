import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import {
  aSite,
  call,
  callLoosely,
  type IncidentOnSite,
  person,
  raise,
  rest,
  setRules,
  type Who,
} from '../support/site';
import { addTickets } from '../support/tickets';

/** How many tickets carry an incident, for an incident manager who may see none of them. */
let site: Site;
let incident: IncidentOnSite;
let tickets: Awaited<ReturnType<typeof addTickets>>;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(async () => {
  await site.reset();
  incident = await raise(site);
  tickets = await addTickets(site, [{}, {}, {}]);
  for (const { key } of tickets) await link('tomasz', key);
  await site.forge.idle();
});
afterAll(() => site.stop());

/** A project of teams, in which everybody who responds makes tasks. */
async function aTeam() {
  const ada = rest(site, 'ada');
  const { id } = await ada.post<{ id: number }>('/rest/api/3/project', {
    key: 'TEAM',
    name: 'Team',
    projectTypeKey: 'software',
    leadAccountId: person('ada').accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  const { issueTypes } = await ada.get<{ issueTypes: readonly { id: string; name: string }[] }>(
    '/rest/api/3/project/TEAM',
  );
  return { project: String(id), issueType: issueTypes.find(({ name }) => name === 'Task')?.id };
}

const link = (who: Who, key: string) =>
  rest(site, who).post('/rest/api/3/issueLink', {
    type: { name: 'Relates' },
    inwardIssue: { key },
    outwardIssue: { key: incident.key },
  });
const count = (who: Who) => call(site, who, incident.key, 'countTickets');

it('is a number for whoever may see the incident, and no word of a ticket', async () => {
  const ines = rest(site, 'ines');
  const seen = ines.get(`/rest/api/3/issue/${tickets[0]?.key ?? ''}`);
  await expect(seen).rejects.toThrow('404');
  expect(await count('ines')).toEqual({ ok: true, value: { count: 3 } });
});

it('leaves out other incidents and what is to be cleaned up', async () => {
  const other = await raise(site, { summary: 'Checkout is down' });
  await site.forge.idle();
  await link('dana', other.key);
  const wish = { id: crypto.randomUUID(), summary: 'Alarm on refused cards', ...(await aTeam()) };
  const made = await callLoosely(site, 'dana', incident.key, 'makeCleanUp', wish);
  expect(made).toMatchObject({ ok: true });
  await site.forge.idle();
  expect(await count('dana')).toEqual({ ok: true, value: { count: 3 } });
});

it('is each person’s own where the settings say so', async () => {
  await setRules(site, { ownTicketsOnly: 'yes' });
  expect(await count('ines')).toEqual({ ok: true, value: { count: null } });
});

it('follows the query of the settings', async () => {
  await setRules(site, {
    supportJql: `key = ${tickets[1]?.key ?? ''} OR key = ${tickets[2]?.key ?? ''}`,
  });
  expect(await count('ines')).toEqual({ ok: true, value: { count: 2 } });
});

it('is nothing to whoever may not see the incident', async () => {
  for (const who of ['omar', null] as const) {
    const reply = await callLoosely(site, who, incident.key, 'countTickets');
    expect(reply).toMatchObject({ ok: false });
  }
});
