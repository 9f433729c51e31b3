import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { type IncidentView } from '../../src/contract';
import {
  aSite,
  call,
  callLoosely,
  done,
  type IncidentOnSite,
  person,
  raise,
  type Who,
} from '../support/site';

let site: Site;
let incident: IncidentOnSite;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
beforeEach(async () => {
  await site.reset();
  incident = await raise(site);
  await act('dana', 'takeIncident', { from: null });
  await site.forge.idle();
});
afterAll(() => site.stop());

const id = (who: Who) => person(who).accountId;
const act = (who: Who | null, name: string, payload: object = {}) =>
  callLoosely(site, who, incident.key, name, payload);
const says = (who: Who, saying: object) => act(who, 'say', { id: crypto.randomUUID(), saying });
const takeOver = (from: Who, about: object = {}) => ({
  id: crypto.randomUUID(),
  role: 'techLead',
  from: id(from),
  language: 'en-US',
  ...about,
});

async function seen(): Promise<IncidentView> {
  await site.forge.idle();
  return done(await call(site, 'dana', incident.key, 'getIncident'));
}
const leader = async () => (await seen()).incidentManager?.id;
async function holders(role: string): Promise<readonly string[]> {
  const { roles } = (await seen()).response;
  return roles.find((one) => one.id === role)?.holders.map((one) => one.person) ?? [];
}
async function planned(by: Who, next: readonly object[]): Promise<string> {
  await says(by, { kind: 'handOver', next, summary: 'Roll back is half done.' });
  return (await seen()).response.handOver?.entry ?? '';
}
const accept = (who: Who, handOver: string) =>
  act(who, 'acceptHandOver', { id: crypto.randomUUID(), handOver });

describe('giving the lead', () => {
  it('assigns in Jira, starts fixing, and is in the log as Jira has it', async () => {
    incident = await raise(site, { summary: 'Mails are late' });
    const reply = await act('dana', 'giveLead', { person: id('ines'), from: null });
    const value = { incidentManager: { id: id('ines') }, phase: 'fixing' };
    expect(reply).toMatchObject({ ok: true, value });
    expect(await incident.field('Assignee')).toMatchObject({ accountId: id('ines') });
    expect((await seen()).response.leader).toMatchObject({ person: id('ines') });
  });

  it('is refused with the name of whoever was faster, and changes nothing', async () => {
    await act('ines', 'takeIncident', { from: id('dana') });
    const reply = await act('dana', 'giveLead', { person: id('tomasz'), from: id('dana') });
    expect(reply).toMatchObject({ ok: false, code: 'already-taken', subject: 'Ines Brandt' });
    expect(await leader()).toBe(id('ines'));
  });

  it('to somebody whom Jira does not let lead is refused with its reason', async () => {
    const reply = await act('dana', 'giveLead', { person: id('omar'), from: id('dana') });
    expect(reply).toMatchObject({ ok: false, code: 'refused', subject: expect.any(String) });
    expect(await leader()).toBe(id('dana'));
  });
});

describe('a hand-over', () => {
  const both = () => [
    { role: 'incidentManager', person: id('ines'), from: id('dana'), lead: true },
    { role: 'techLead', person: id('tomasz'), from: id('dana') },
  ];
  beforeEach(async () => {
    await says('dana', { kind: 'roleGiven', role: 'techLead', person: id('dana') });
  });

  it('goes over part by part, the lead in Jira, and is done when everybody has accepted', async () => {
    const handOver = await planned('dana', both());
    const reply = await accept('ines', handOver);
    expect(reply).toMatchObject({ ok: true, value: { incidentManager: { id: id('ines') } } });
    expect((await seen()).response.handOver).toMatchObject({ accepted: [id('ines')] });
    expect(await holders('techLead')).toEqual([id('dana')]);
    await accept('tomasz', handOver);
    expect(await holders('techLead')).toEqual([id('tomasz')]);
    expect((await seen()).response).toMatchObject({ handedOver: 1 });
    expect((await seen()).response.handOver).toBeUndefined();
  });

  it('whose lead Jira does not give stays open, and can be accepted again', async () => {
    const handOver = await planned('dana', both());
    const path = '/rest/api/3/issue';
    site.faults.add({ target: 'jira', method: 'PUT', path, rate: 1, status: 503 }, { times: 1 });
    expect(await accept('ines', handOver)).toMatchObject({ ok: false, code: 'unavailable' });
    expect((await seen()).response.handOver).toMatchObject({ accepted: [] });
    expect(await leader()).toBe(id('dana'));
    expect(await accept('ines', handOver)).toMatchObject({ ok: true });
    expect(await leader()).toBe(id('ines'));
  });

  it('is not taken on by somebody it is not meant for, nor after it was withdrawn', async () => {
    const handOver = await planned('dana', both());
    const refused = { ok: false, code: 'changed-meanwhile' };
    expect(await accept('ada', handOver)).toMatchObject(refused);
    await says('dana', { kind: 'withdrawn', handOver });
    expect(await accept('ines', handOver)).toMatchObject(refused);
    expect(await leader()).toBe(id('dana'));
  });

  it('is no way to the lead when somebody else has it by now', async () => {
    const handOver = await planned('dana', both());
    await act('tomasz', 'takeIncident', { from: id('dana') });
    expect(await accept('ines', handOver)).toMatchObject({ ok: false, code: 'already-taken' });
    expect(await leader()).toBe(id('tomasz'));
  });

  it('of another incident is not this one’s', async () => {
    const handOver = await planned('dana', both());
    const here = incident;
    incident = await raise(site, { summary: 'Mails are late' });
    expect(await accept('ines', handOver)).toMatchObject({ code: 'changed-meanwhile' });
    incident = here;
    expect((await seen()).response.handOver).toMatchObject({ accepted: [] });
  });
});

describe('taking a role over', () => {
  beforeEach(async () => {
    await says('ines', { kind: 'roleGiven', role: 'techLead', person: id('ines') });
  });

  it.each([
    { language: 'en-US', subject: 'Tech lead was taken over from you' },
    { language: 'de-DE', subject: 'Ihre Rolle Technischer Leiter wurde übernommen' },
  ])('tells who had it, and nobody else, in $language', async ({ language, subject }) => {
    const reply = await act('dana', 'takeOverRole', takeOver('ines', { language }));
    expect(reply).toMatchObject({ ok: true });
    expect(await holders('techLead')).toEqual([id('dana')]);
    expect(site.outside.outbox).toMatchObject([
      {
        service: 'mail',
        body: {
          from: person('dana').email,
          to: [person('ines').email],
          subject: `${incident.key}: ${subject}`,
          issue: incident.key,
          text: expect.stringContaining('Card payments fail'),
        },
      },
    ]);
  });

  it('says a role that was made here by its name', async () => {
    await says('ines', { kind: 'roleMade', role: 'own:1', name: 'Scribe' });
    await says('ines', { kind: 'roleGiven', role: 'own:1', person: id('ines') });
    await act('dana', 'takeOverRole', takeOver('ines', { role: 'own:1' }));
    expect(site.outside.outbox).toMatchObject([{ body: { subject: /Scribe was taken over/ } }]);
  });

  it('stands when they cannot be told, and says why', async () => {
    const answer = site.jira.fetch.bind(site.jira);
    const off = { errorMessages: ['Outgoing emails are disabled.'] };
    site.jira.fetch = (request, caller) =>
      request.url.endsWith('/notify')
        ? Promise.resolve(Response.json(off, { status: 403 }))
        : answer(request, caller);
    const reply = await act('dana', 'takeOverRole', takeOver('ines'));
    site.jira.fetch = answer;
    const subject = 'Outgoing emails are disabled.';
    expect(reply).toMatchObject({ ok: false, code: 'not-told', subject });
    expect(await holders('techLead')).toEqual([id('dana')]);
  });

  it('that somebody else took first is refused, and nobody is told', async () => {
    await act('tomasz', 'takeOverRole', takeOver('ines'));
    const told = site.outside.outbox.length;
    const reply = await act('dana', 'takeOverRole', takeOver('ines'));
    expect(reply).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect([told, site.outside.outbox.length]).toEqual([1, 1]);
    expect(await holders('techLead')).toEqual([id('tomasz')]);
  });

  it('from oneself, or a role that nobody knows, is refused', async () => {
    expect(await act('ines', 'takeOverRole', takeOver('ines'))).toMatchObject({ ok: false });
    const unknown = takeOver('ines', { role: 'own:9' });
    expect(await act('dana', 'takeOverRole', unknown)).toMatchObject({ code: 'role-unknown' });
    expect(site.outside.outbox).toEqual([]);
  });
});

describe('whoever may not', () => {
  it.each([
    { who: 'sam', why: 'reads only' },
    { who: 'omar', why: 'sees nothing' },
    { who: null, why: 'has no account' },
  ] as const)('changes nothing and tells nobody: $why', async ({ who }) => {
    await says('ines', { kind: 'roleGiven', role: 'techLead', person: id('ines') });
    const next = [{ role: 'incidentManager', person: id('sam'), from: id('dana'), lead: true }];
    const handOver = await planned('dana', next);
    const replies = [
      await act(who, 'giveLead', { person: id('ines'), from: id('dana') }),
      await act(who, 'acceptHandOver', { id: crypto.randomUUID(), handOver }),
      await act(who, 'takeOverRole', takeOver('ines')),
    ];
    for (const reply of replies) expect(reply).toMatchObject({ ok: false });
    expect(await leader()).toBe(id('dana'));
    expect(await holders('techLead')).toEqual([id('ines')]);
    expect(site.outside.outbox).toEqual([]);
  });
});

it('an issue that the payload names is not the one that is changed', async () => {
  const other = await raise(site, { summary: 'Mails are late' });
  const about = { issue: other.id, incident: other.id };
  const reply = await act('dana', 'giveLead', {
    person: id('ines'),
    from: id('dana'),
    ...about,
  });
  expect(reply).toMatchObject({ ok: false, code: 'invalid-input' });
  expect(await other.field('Assignee')).toBeNull();
});

it('the zone of whoever joins is known', async () => {
  await says('ines', { kind: 'joined', zone: 'Europe/Berlin' });
  const { people } = (await seen()).response;
  expect(Object.entries(people).find(([who]) => who === id('ines'))?.[1]).toMatchObject({
    zone: 'Europe/Berlin',
  });
});
