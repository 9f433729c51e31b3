import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Body, TestSite } from './site';

/** What Jira lets nobody write: in a locked status, outside of a context, an empty field that must be filled. */

let site: TestSite;
let key: string;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
  key = await site.issue();
});

const cannot = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

type Read = { readonly statuses: readonly Body[]; readonly workflows: readonly Body[] };

/** Writes the workflow back as it was read, with this property on the statuses of this name. */
async function setProperty(status: string, properties: Record<string, string>): Promise<void> {
  const named = { workflowNames: ['Software Simplified Workflow for Project HOT'] };
  const { statuses, workflows } = (await site.ok('POST', '/workflows', named)) as unknown as Read;
  const reference = statuses.find(({ name }) => name === status)?.statusReference;
  const next = workflows.map(({ id, version, transitions, ...rest }) => ({
    id,
    version,
    transitions,
    statuses: (rest.statuses as Body[]).map((one) =>
      one.statusReference === reference ? { ...one, properties } : one,
    ),
  }));
  await site.ok('POST', '/workflows/update', { statuses, workflows: next });
}

async function move(status: string): Promise<void> {
  const { transitions = [] } = await site.ok('GET', `/issue/${key}/transitions`);
  const id = transitions.find(({ name }) => name === status)?.id;
  await site.ok('POST', `/issue/${key}/transitions`, { transition: { id } }, site.responder);
}

const put = (fields: Record<string, unknown>, flag = '', who = site.responder) =>
  site.call('PUT', `/issue/${key}${flag}`, { fields }, who);

describe('in a status with jira.issue.editable=false', () => {
  beforeEach(async () => {
    await setProperty('Done', { 'jira.issue.editable': 'false' });
    await move('Done');
  });

  test('there is nothing to edit, and each field is refused by name', async () => {
    const meta = await site.ok('GET', `/issue/${key}/editmeta`, undefined, site.responder);
    expect(meta.fields).toEqual({});
    expect(await put({ summary: 'x', labels: [] })).toMatchObject({
      status: 400,
      body: { errors: { summary: cannot('summary'), labels: cannot('labels') } },
    });
    const assignee = { accountId: site.responder.accountId };
    expect((await site.call('PUT', `/issue/${key}/assignee`, assignee)).status).toBe(400);
  });

  test('it can be left, and is edited again', async () => {
    await move('In Progress');
    expect((await put({ summary: 'x' })).status).toBe(204);
  });

  test('it can be commented on, and its properties written', async () => {
    await site.ok('PUT', `/issue/${key}/properties/incident`, { severity: 1 }, site.responder);
    expect((await site.call('GET', `/issue/${key}/properties/incident`)).status).toBe(200);
  });

  test('an administrator may override it, nobody else', async () => {
    const flag = '?overrideEditableFlag=true';
    expect((await put({ summary: 'x' }, flag)).status).toBe(403);
    expect((await put({ summary: 'x' }, flag, site.admin)).status).toBe(204);
    const meta = await site.ok('GET', `/issue/${key}/editmeta${flag}`);
    expect(meta.fields).toHaveProperty('summary');
  });
});

test('any other value of the property leaves the status as it is', async () => {
  await setProperty('Done', { 'jira.issue.editable': 'true' });
  await move('Done');
  expect((await put({ summary: 'x' })).status).toBe(204);
});

test('a field that its project has no longer is refused like one that is not on the screen', async () => {
  const id = await site.field('Colour', 'textfield');
  expect((await put({ [id]: 'red' })).status).toBe(204);
  const schemeIds = [Number((await site.ok('GET', '/config/fieldschemes')).values?.[0]?.id)];
  await site.ok('DELETE', '/config/fieldschemes/fields', { [id]: { schemeIds } });
  expect((await put({ [id]: 'blue' })).body.errors).toEqual({ [id]: cannot(id) });
  expect(await site.fields(key)).not.toHaveProperty(id);
});

test('a field that must be filled is asked for on create, and cannot be emptied', async () => {
  const id = await site.field('Colour', 'textfield');
  const schemeIds = [Number((await site.ok('GET', '/config/fieldschemes')).values?.[0]?.id)];
  const line = { schemeIds, parameters: { isRequired: true } };
  await site.ok('PUT', '/config/fieldschemes/fields/parameters', { [id]: [line] });
  const required = { [id]: 'Colour is required.' };
  const fields = { project: { key: 'HOT' }, issuetype: { name: 'Task' }, summary: 'x' };
  const created = await site.call('POST', '/issue', { fields });
  expect([created.status, created.body.errors]).toEqual([400, required]);
  expect((await put({ [id]: null })).body.errors).toEqual(required);
  const meta = await site.ok('GET', `/issue/${key}/editmeta`);
  expect(meta.fields?.[id]).toMatchObject({ required: true });
});
