import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type SetUpView } from '../../src/admin-contract';
import { type Site } from '../../sandbox/site/site';
import { aSite, callAdmin, rest } from '../support/site';

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000);
afterAll(() => site.stop());

it('run again, it leaves alone what administrators have added to its fields since', async () => {
  const ada = rest(site, 'ada');
  const fields = await ada.get<readonly { id: string; name: string }[]>('/rest/api/3/field');
  const path = `/rest/api/3/field/${fields.find(({ name }) => name === 'Severity')?.id ?? ''}/context`;
  const names = async () => {
    const { values } = await ada.get<{ values: readonly { name: string }[] }>(path);
    return values.map(({ name }) => name).sort();
  };
  expect(await names()).toEqual(['HOT: incidents']);
  await ada.post(path, { name: 'Everywhere else', projectIds: [], issueTypeIds: [] });
  const reply = (await callAdmin(site, 'ada', 'runSetUpStep', { step: 'field-severity' })) as {
    value: SetUpView;
  };
  expect(reply.value.steps.find(({ name }) => name === 'field-severity')?.state).toBe('done');
  expect(await names()).toEqual(['Everywhere else', 'HOT: incidents']);
});
