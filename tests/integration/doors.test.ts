import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { CUSTOMER } from '../../sandbox/seeds/people';
import { type Site } from '../../sandbox/site/site';
import {
  aSite,
  callAdminLoosely,
  callLoosely,
  type IncidentOnSite,
  person,
  raise,
  rest,
} from '../support/site';

/** Whatever knocks gets an answer that says what is wrong, and nothing else. */
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

const CODES = ['invalid-input', 'not-found', 'refused', 'not-set-up', 'forbidden'];
const codeOf = (reply: unknown) => (reply as { readonly code?: string }).code;

describe('an id that Jira never made', () => {
  const ids = ['', ' ', '..', '../project/HOT', 'HOT?x=1', '10000/../10001', '%2e%2e', '-1', '💥'];
  test.each(ids)('%j is refused as what it is', async (id) => {
    const calls = [
      ['getInventory', { project: id }],
      ['getOptions', { project: id, field: 'customfield_10010' }],
      ['getOptions', { project: '10000', field: id }],
      ['forgetUnread', { incident: id }],
      [
        'chooseSetUp',
        { language: 'en-US', project: { use: id }, fields: {}, tellOnTransition: false },
      ],
    ] as const;
    for (const [name, input] of calls)
      expect([name, codeOf(await callAdminLoosely(site, 'ada', name, input))]).toEqual([
        name,
        'invalid-input',
      ]);
  });
});

describe('a function that there is none of', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'nothing'])(
    '%s is refused',
    async (name) => {
      const refused = { ok: false, code: 'invalid-input', subject: null };
      expect(await callLoosely(site, 'dana', incident.key, name)).toEqual(refused);
      expect(await callAdminLoosely(site, 'ada', name)).toEqual(refused);
    },
  );
});

describe('a customer', () => {
  const calls = [
    ['incident-panel', 'getIncident', {}],
    ['incident-panel', 'takeIncident', { from: null }],
    ['incident-panel', 'getTimeline', { before: null }],
    ['admin', 'getSetUp', {}],
    ['admin', 'getUnread', {}],
    ['incidents', 'getFigureChoices', { scope: {} }],
  ] as const;
  test.each(calls)('is refused in %s: %s', async (moduleKey, functionKey, payload) => {
    const accountId = site.jira.personByEmail(CUSTOMER.email)?.accountId ?? '';
    const { issue } = site.jira.facts({ issue: incident.key }, site.forge.app.accountId) ?? {};
    const reply = await site.forge.call({
      moduleKey,
      functionKey,
      payload,
      accountId,
      place: { issue: incident.key },
      extension: { issue },
    });
    expect(reply).toMatchObject({ ok: true, result: { ok: false } });
    expect(CODES).toContain(codeOf((reply as { result?: unknown }).result));
    expect(JSON.stringify(reply)).not.toMatch(/Card payments|Dana/);
  });
});

describe('what has a function of its own', () => {
  test.each([
    { kind: 'accepted', handOver: 'none' },
    { kind: 'tookOver', role: 'techLead', from: person('ines').accountId },
  ])('is not said beside it: $kind', async (saying) => {
    const said = { id: crypto.randomUUID(), saying };
    const reply = await callLoosely(site, 'dana', incident.key, 'say', said);
    expect(codeOf(reply)).toBe('invalid-input');
  });
});

it('nothing is written of an issue that is no incident', async () => {
  const admin = rest(site, 'ada');
  await admin.post('/rest/api/3/project', {
    key: 'OPS',
    name: 'Operations',
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    leadAccountId: person('ada').accountId,
  });
  const task = await admin.post<{ key: string; id: string }>('/rest/api/3/issue', {
    fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Order chairs' },
  });
  const before = JSON.stringify(site.forge.storage());
  const said = { id: crypto.randomUUID(), saying: { kind: 'note', text: 'Four of them' } };
  expect(codeOf(await callLoosely(site, 'ada', task.key, 'say', said))).toBe('not-an-incident');
  expect(JSON.stringify(site.forge.storage())).toBe(before);
});

it('what a caller wrote is not in the app’s log', async () => {
  const calls = () => site.forge.invocations().filter(({ kind }) => kind === 'resolver');
  const before = calls().length;
  await callLoosely(site, 'dana', incident.key, 'setTimes', { swordfish: 1, impactStart: 'x' });
  const logged = JSON.stringify(
    calls()
      .slice(before)
      .map(({ logs }) => logs),
  );
  expect(logged).toContain('invalid-input');
  expect(logged).not.toContain('swordfish');
});
