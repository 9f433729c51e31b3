import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Site } from '../../sandbox/site/site';
import { isDescribed, requestProblems } from '../sandbox/jira/description';
import { type SettingsView } from '../../src/admin-contract';
import { aSite, call, callAdmin, raise } from '../support/site';

/** What the shipped bundle really sends to Jira, held against the published description, bodies included. */
type Sent = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
};

let site: Site;
const sent: Sent[] = [];

beforeAll(async () => {
  site = await aSite();
  const answer = site.jira.fetch.bind(site.jira);
  site.jira.fetch = async (request, caller) => {
    if (caller.viaApp) sent.push(await seen(request.clone()));
    return answer(request, caller);
  };
  await everyCall();
}, 60_000);
afterAll(() => site.stop());

async function seen(request: Request): Promise<Sent> {
  const { pathname, searchParams } = new URL(request.url);
  const text = await request.text();
  const path =
    site.jira.coverage
      .filter(({ method }) => method === request.method)
      .map((one) => one.path)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .find((one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname)) ??
    pathname;
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { method: request.method, path, query: searchParams, body };
}

/** Raised, taken, times set and taken away, and an hour later looked after. */
async function everyCall(): Promise<void> {
  const { key } = await raise(site);
  await site.forge.idle();
  await call(site, 'dana', key, 'getIncident');
  await call(site, 'dana', key, 'takeIncident', { from: null });
  const times = { impactStart: '2026-03-02T11:00:00Z', impactRecovered: '2026-03-02T11:50:00Z' };
  await call(site, 'dana', key, 'setTimes', times);
  await call(site, 'dana', key, 'setTimes', { impactRecovered: null });
  await site.clock.moveTo(site.clock.now() + 3_600_000, () => site.forge.idle());
  await settingsThatOptionsFollow();
}

/** Two services of our own, one renamed and put last, both taken away again. */
async function settingsThatOptionsFollow(): Promise<void> {
  const ledger = { id: 'ledger', name: 'Ledger' };
  const vault = { id: 'vault', name: 'Vault' };
  for (const services of [[ledger, vault], [vault, { ...ledger, name: 'Books' }], []]) {
    const { value } = (await callAdmin(site, 'ada', 'getSettings')) as { value: SettingsView };
    const { version: from, settings } = value;
    await callAdmin(site, 'ada', 'saveSettings', { from, settings: { ...settings, services } });
    await callAdmin(site, 'ada', 'bringOptionsInLine', { field: 'faultyService' });
  }
}

test('every kind of call that the code makes was made', () => {
  expect([...new Set(sent.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual([
    'DELETE /rest/api/3/field/{fieldId}/context/{contextId}/option/{optionId}',
    'GET /rest/api/3/field',
    'GET /rest/api/3/field/{fieldId}/context/projectmapping',
    'GET /rest/api/3/field/{fieldId}/context/{contextId}/option',
    'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
    'GET /rest/api/3/issue/{issueIdOrKey}',
    'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
    'GET /rest/api/3/mypermissions',
    'GET /rest/api/3/project/{projectIdOrKey}',
    'GET /rest/api/3/project/{projectIdOrKey}/statuses',
    'POST /rest/api/3/app/field/value',
    'POST /rest/api/3/field/{fieldId}/context/{contextId}/option',
    'POST /rest/api/3/issue/{issueIdOrKey}/transitions',
    'POST /rest/api/3/search/jql',
    'PUT /rest/api/3/field/{fieldId}/context/{contextId}/option',
    'PUT /rest/api/3/field/{fieldId}/context/{contextId}/option/move',
    'PUT /rest/api/3/issue/{issueIdOrKey}',
    'PUT /rest/api/3/issue/{issueIdOrKey}/assignee',
  ]);
});

if (isDescribed) {
  test('each is as the published description has it', () => {
    const wrong = sent.flatMap((one) => requestProblems(one.method, one.path, one.query, one.body));
    expect(wrong).toEqual([]);
  });
} else {
  test.skip('each is as the published description has it (the description is not there)', () =>
    undefined);
}
