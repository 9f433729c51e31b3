import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { isDescribed, requestProblems } from '../sandbox/jira/description';
import { type Rest } from '../../sandbox/seeds/rest';
import { setUpByApp } from '../../sandbox/seeds/hot-by-app';
import { restrict } from '../../sandbox/seeds/hot-permissions';
import { confluenceCalls, jiraCalls, withoutNames } from '../support/project';
import { connectTool } from '../support/alerts';
import {
  aSite,
  askAdmin,
  call,
  callAdmin,
  callAdminLoosely,
  done,
  person,
  raise,
  rest,
  siteMapOf,
} from '../support/site';
import { type Reply } from '../../src/contract';

/** What the shipped bundle really sends to Jira and Confluence, held against the published descriptions, bodies included. */
type Sent = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
};

let site: Site;
/** Another one, of those that have not moved to field schemes. */
let older: Site;
const sent: Sent[] = [];

beforeAll(async () => {
  site = await aSite('bare');
  older = await aSite('bare', { fieldSchemes: 'old' });
  for (const { jira } of [site, older]) {
    const answer = jira.fetch.bind(jira);
    jira.fetch = async (request, caller) => {
      if (caller.viaApp) sent.push(await seen(request.clone(), jira.coverage));
      return answer(request, caller);
    };
  }
  const { confluence } = site;
  if (!confluence) throw new Error('This site has no Confluence');
  const wiki = confluence.fetch.bind(confluence);
  confluence.fetch = async (request, caller) => {
    if (caller.viaApp) sent.push(await seen(request.clone(), confluence.coverage));
    return wiki(request, caller);
  };
  await setUpByApp(pageOf(older));
  await everyCall();
}, 180_000);
afterAll(() => Promise.all([site.stop(), older.stop()]));

type Coverage = readonly { readonly method: string; readonly path: string }[];

async function seen(request: Request, coverage: Coverage): Promise<Sent> {
  const { pathname, searchParams } = new URL(request.url);
  const text = await request.text();
  const path =
    coverage
      .filter(({ method }) => method === request.method)
      .map((one) => one.path)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .find((one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname)) ??
    pathname;
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { method: request.method, path, query: searchParams, body };
}

/** The administration's page as the seeds go through it. */
const pageOf = (on: Site) => async (name: string, payload?: unknown) => {
  const reply = await callAdminLoosely(on, 'ada', name, payload);
  return done(reply as Reply<unknown>);
};

/** A project that is there is used, with a workflow that tells of transitions from now on. */
async function adoption(): Promise<void> {
  const admin = rest(site, 'ada');
  const { accountId } = await admin.get<{ accountId: string }>('/rest/api/3/myself');
  const { id } = await admin.post<{ id: number }>('/rest/api/3/project', {
    key: 'OPS',
    name: 'Operations',
    projectTypeKey: 'software',
    leadAccountId: accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  });
  const project = String(id);
  const inventory = await askAdmin(site, 'getInventory', { project });
  const task = inventory.issueTypes.find(({ name }) => name === 'Task');
  const severity = await aFieldOfTheirs(admin);
  const options = await askAdmin(site, 'getOptions', { project, field: severity });
  const { steps } = await askAdmin(site, 'chooseSetUp', {
    language: 'de-DE',
    project: { use: project },
    issueType: task?.id,
    fields: { severity, impactStart: inventory.suggestedFields.impactStart },
    phases: Object.fromEntries(task?.statuses.map((one) => [one.id, one.suggested]) ?? []),
    severities: Object.fromEntries(options.map((one) => [one.id, one.suggested])),
    tellOnTransition: true,
  });
  for (const { name } of steps) {
    const after = await askAdmin(site, 'runSetUpStep', { step: name });
    expect(after.steps.find((step) => step.name === name)?.failure).toBeNull();
  }
  const { choices } = await askAdmin(site, 'getSetUp');
  if (!choices) throw new Error('Nothing was chosen');
  const { issueType: _, ...others } = choices;
  await askAdmin(site, 'chooseSetUp', others);
  for (const step of ['project', 'issue-type'] as const)
    await askAdmin(site, 'runSetUpStep', { step });
}

async function aFieldOfTheirs(admin: Rest): Promise<string> {
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
  const { id } = await admin.post<{ id: string }>('/rest/api/3/field', { name: 'Impact', type });
  const path = `/rest/api/3/field/${id}/context`;
  const contexts = await admin.get<{ values: { id: string }[] }>(path);
  const options = ['P1', 'P2', 'P3'].map((value) => ({ value }));
  await admin.post(`${path}/${contexts.values[0]?.id ?? ''}/option`, { options });
  return id;
}

/** Raised, taken, times set and taken away, resolved, back again, a duplicate cancelled, an hour later looked after. */
async function everyCall(): Promise<void> {
  await setUpByApp(pageOf(site));
  const groups = { responders: 'incident-responders', readers: 'employees' };
  await restrict(rest(site, 'ada'), groups);
  await anotherType();
  await askAdmin(site, 'checkSetUp');
  await askAdmin(site, 'nameType');
  await askAdmin(site, 'getPortal');
  const { key } = await raise(site);
  await site.forge.idle();
  await call(site, 'dana', key, 'getIncident');
  await call(site, 'dana', key, 'takeIncident', { from: null });
  const times = { impactStart: '2026-03-02T11:00:00Z', impactRecovered: '2026-03-02T11:50:00Z' };
  await call(site, 'dana', key, 'setTimes', times);
  await call(site, 'dana', key, 'setTimes', { impactRecovered: null });
  const raised = { severity: 2, from: 1, effort: 'hours' } as const;
  await call(site, 'dana', key, 'confirmSeverity', raised);
  await call(site, 'dana', key, 'resolve', { recovered: '2026-03-02T11:50:00Z' });
  await call(site, 'dana', key, 'bringBack');
  await review(key);
  await askAdmin(site, 'startBackfill');
  await site.forge.idle();
  const other = await raise(site);
  await call(site, 'dana', other.key, 'cancel', { duplicateOf: key });
  await call(site, 'dana', other.key, 'undoCancel', { language: 'en-US' });
  await site.clock.moveTo(site.clock.now() + 3_600_000, () => site.forge.idle());
  await alerts();
  await changes(key);
  await takenOver(key);
  await settingsThatOptionsFollow();
  const { filters } = await askAdmin(site, 'getSetUp');
  const changed = { name: 'HOT: mine', jql: 'project = HOT' };
  await rest(site, 'ada').put(`/rest/api/3/filter/${filters.mine ?? ''}`, changed);
  await askAdmin(site, 'runSetUpStep', { step: 'filters' });
  await adoption();
}

/** Incidents were of another type when the project was marked. */
async function anotherType(): Promise<void> {
  const admin = rest(site, 'ada');
  const { id } = await admin.post<{ id: string }>('/rest/api/3/issuetype', { name: 'Outage' });
  await admin.put('/rest/api/3/project/HOT/properties/incident-response', {
    enabled: true,
    issueTypeId: Number(id),
  });
  await askAdmin(site, 'runSetUpStep', { step: 'switch-on' });
}

/** What is left to do as an issue, and a page. */
async function review(key: string): Promise<void> {
  const { projectId, issueTypeId } = siteMapOf(site);
  const id = '5f0c3c0e-1f6b-4b58-9a0e-2d4a7c8e9b11';
  const wish = { id, summary: 'Alarm on refused cards', project: projectId };
  await call(site, 'dana', key, 'makeCleanUp', { ...wish, issueType: issueTypeId });
  const place = { space: 'OPS' };
  await call(site, 'dana', key, 'startReview', {
    ...place,
    language: 'en-US',
    timeZone: 'Europe/Berlin',
  });
}

/** One that Jira takes as it is, and one whose answer gets lost, so that its incident is looked for. */
async function alerts(): Promise<void> {
  const tool = await connectTool(site);
  const alert = { summary: 'Baskets lose articles', description: 'Since noon.', severity: 2 };
  const more = { service: 'Basket', products: ['Web shop'], detected: '2026-03-02T12:30:00Z' };
  await tool.tell({ alertId: 'one', ...alert, ...more });
  await site.forge.idle();
  const once = { target: 'jira', method: 'POST', path: '/rest/api/3/issue', rate: 1 } as const;
  site.faults.add({ ...once, status: 503 }, { times: 1 });
  await tool.tell({ alertId: 'two', ...alert });
  await site.clock.moveTo(site.clock.now() + 1_800_000, () => site.forge.idle());
}

/** A role that Ines has and Dana takes, of which Ines is told. */
async function takenOver(key: string): Promise<void> {
  const { accountId: from } = person('ines');
  const saying = { kind: 'roleGiven', role: 'techLead', person: from } as const;
  await call(site, 'ines', key, 'say', { id: crypto.randomUUID(), saying });
  const about = { id: crypto.randomUUID(), role: 'techLead', from, language: 'en-US' } as const;
  await call(site, 'dana', key, 'takeOverRole', about);
}

/** What a query of the settings finds near the impact start, and how many it finds at all. */
async function changes(key: string): Promise<void> {
  const { version: from, settings } = await askAdmin(site, 'getSettings');
  const response = { changesJql: 'project = HOT' };
  await askAdmin(site, 'saveSettings', { from, settings: { ...settings, response } });
  await askAdmin(site, 'tryQuery', { jql: response.changesJql });
  await call(site, 'dana', key, 'getChanges');
}

/** Two services of our own, one renamed and put last, both taken away again. */
async function settingsThatOptionsFollow(): Promise<void> {
  const ledger = { id: 'ledger', name: 'Ledger' };
  const vault = { id: 'vault', name: 'Vault' };
  for (const services of [[ledger, vault], [vault, { ...ledger, name: 'Books' }], []]) {
    const { version: from, settings } = done(await callAdmin(site, 'ada', 'getSettings'));
    await callAdmin(site, 'ada', 'saveSettings', { from, settings: { ...settings, services } });
    await callAdmin(site, 'ada', 'bringOptionsInLine', { field: 'faultyService' });
  }
}

test('every kind of call that the code makes was made, and no other', () => {
  const kinds = (calls: readonly { method: string; path: string }[]) =>
    [...new Set(calls.map(({ method, path }) => `${method} ${withoutNames(path)}`))].sort();
  expect(kinds(sent)).toEqual(kinds([...jiraCalls(), ...confluenceCalls()]));
});

/** Views of agents, which descriptions since August 2026 have and the one beside the project does not yet. */
const NEWER = /^\/rest\/api\/3\/uiModifications.* \/contexts\/1\/viewType must be equal to one of/;

if (isDescribed) {
  test('each is as the published description has it', () => {
    const wrong = sent.flatMap((one) => requestProblems(one.method, one.path, one.query, one.body));
    expect(wrong.filter((problem) => !NEWER.test(problem))).toEqual([]);
  });
} else {
  test.skip('each is as the published description has it (the description is not there)', () =>
    undefined);
}
