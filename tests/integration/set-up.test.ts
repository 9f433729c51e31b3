import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type SetUpView } from '../../src/contract/admin';
import { type Site } from '../../sandbox/site/site';
import { aSite, callAdmin, done, rest } from '../support/site';
import { type StepName } from '../../src/domain/set-up/set-up';

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
afterAll(() => site.stop());

async function step(name: StepName) {
  const { steps } = done(await callAdmin(site, 'ada', 'runSetUpStep', { step: name }));
  return steps.find((one) => one.name === name);
}

const faults = async () => done(await callAdmin(site, 'ada', 'checkSetUp'));

async function idOf(name: string): Promise<string> {
  const fields = await rest(site, 'ada').get<readonly { id: string; name: string }[]>(
    '/rest/api/3/field',
  );
  return fields.find((field) => field.name === name)?.id ?? '';
}

it('the options of the project stand beside the global context of a field, and run again it leaves both', async () => {
  const path = `/rest/api/3/field/${await idOf('Severity')}/context`;
  const contexts = () => rest(site, 'ada').get<{ values: readonly { name: string }[] }>(path);
  const names = async () => (await contexts()).values.map(({ name }) => name);
  const both = ['Default Configuration Scheme for Severity', 'HOT: incidents'];
  expect(await names()).toEqual(both);
  expect((await step('field-severity'))?.state).toBe('done');
  expect(await names()).toEqual(both);
});

it('a field without options has the global context alone', async () => {
  const path = `/rest/api/3/field/${await idOf('Impact start')}/context`;
  const { values } = await rest(site, 'ada').get<{ values: readonly object[] }>(path);
  expect(values).toMatchObject([{ isGlobalContext: true }]);
});

it('a field that somebody took out of the project is told by the check, and given back by set-up', async () => {
  const schemes = await rest(site, 'ada').get<{ values: { id: number; name: string }[] }>(
    '/rest/api/3/config/fieldschemes',
  );
  const scheme = schemes.values.find(({ name }) => name === 'HOT: fields');
  const body = { [await idOf('Impact start')]: { schemeIds: [scheme?.id] } };
  const { accountId } = await rest(site, 'ada').get<{ accountId: string }>('/rest/api/3/myself');
  const path = 'http://localhost/rest/api/3/config/fieldschemes/fields';
  const headers = { 'Content-Type': 'application/json' };
  const request = new Request(path, { method: 'DELETE', headers, body: JSON.stringify(body) });
  await site.jira.fetch(request, { accountId, viaApp: false });
  const told = { weight: 'stops', code: 'not-in-project', subject: 'Impact start' };
  expect(await faults()).toEqual([told]);
  expect((await step('field-impactStart'))?.state).toBe('done');
  expect(await faults()).toEqual([]);
});

it('what Jira refuses of the help texts is told field by field, and stops no other step', async () => {
  const answer = site.jira.fetch.bind(site.jira);
  const id = await idOf('Severity');
  site.jira.fetch = (request, caller) => {
    if (!request.url.endsWith('/config/fieldschemes/fields')) return answer(request, caller);
    const results = [
      { fieldId: id, schemeId: 1, success: false, workTypeIds: [], error: 'It is locked.' },
      { fieldId: 'labels', schemeId: 1, success: true, workTypeIds: [] },
    ];
    return Promise.resolve(Response.json({ results }, { status: 207 }));
  };
  expect(await step('help-texts')).toMatchObject({
    state: 'failed',
    failure: { code: 'refused', subject: 'Severity: It is locked.' },
  });
  expect((await step('create-hints'))?.state).toBe('done');
  expect((await step('request-type'))?.state).toBe('done');
  site.jira.fetch = answer;
  expect((await step('help-texts'))?.state).toBe('done');
});

it('a filter of another administrator that says something else by now is made anew', async () => {
  type Filters = { readonly values: readonly { id: string; name: string; jql: string }[] };
  const search = '/rest/api/3/filter/search?filterName=HOT&expand=jql&maxResults=50';
  const ofAda = (await rest(site, 'ada').get<Filters>(search)).values;
  const [first] = ofAda;
  await rest(site, 'ada').put(`/rest/api/3/filter/${first?.id ?? ''}`, {
    name: first?.name,
    jql: 'project = HOT',
    sharePermissions: [{ type: 'authenticated' }],
  });
  const other = site.jira.addPerson({
    displayName: 'Nora Lind',
    email: 'nora.lind@larkfield.example',
    groups: ['jira-administrators', 'employees'],
  });
  const run = () =>
    site.forge.call({
      moduleKey: 'admin',
      functionKey: 'runSetUpStep',
      payload: { step: 'filters' },
      accountId: other.accountId,
      place: {},
    });
  for (let n = 0; n < 2; n++) {
    const reply = await run();
    const { value } = (reply.ok ? reply.result : undefined) as { readonly value: SetUpView };
    expect(value.steps.find(({ name }) => name === 'filters')?.state).toBe('done');
    const now = (await rest(site, 'ada').get<Filters>(search)).values;
    expect(now.filter(({ name }) => name === first?.name).map(({ jql }) => jql)).toEqual(
      expect.arrayContaining(['project = HOT', first?.jql]),
    );
    expect(now).toHaveLength(ofAda.length + 1);
  }
});
