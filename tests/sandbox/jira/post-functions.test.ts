import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Body, TestSite } from './site';

/** Workflow rules of an installed app, written over the bulk calls, told of after a transition. */

const KEY = 'ari:cloud:ecosystem::extension/app-1/env-1/static/noted';
const NAME = 'Software Simplified Workflow for Project HOT';

let site: TestSite;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
});

type Read = { readonly statuses: readonly Body[]; readonly workflows: readonly Body[] };
const read = async (): Promise<Read> =>
  (await site.ok('POST', '/workflows', { workflowNames: [NAME] })) as unknown as Read;

const rule = (parameters: Record<string, string> = {}) => ({
  ruleKey: 'forge:workflow-post-function',
  parameters: { key: KEY, config: '{"log":"all"}', ...parameters },
});

/** The workflow as it was read, with more in each transition of this name. */
async function withTransition(name: string, more: Record<string, unknown>): Promise<unknown> {
  const { statuses, workflows } = await read();
  return {
    statuses,
    workflows: workflows.map(({ id, version, statuses: own, transitions }) => ({
      id,
      version,
      statuses: own,
      transitions: (transitions as Body[]).map((one) =>
        one.name === name ? { ...one, ...more } : one,
      ),
    })),
  };
}

async function change(name: string, more: Record<string, unknown>): Promise<void> {
  await site.ok('POST', '/workflows/update', await withTransition(name, more));
}

async function move(key: string, name: string, more: object = {}): Promise<void> {
  const { transitions = [] } = await site.ok('GET', `/issue/${key}/transitions`);
  const id = transitions.find((one) => one.name === name)?.id;
  await site.ok('POST', `/issue/${key}/transitions`, { transition: { id }, ...more });
}

const ran = () => site.events.filter(({ module }) => module === 'noted');

test('the rule of an app is among the capabilities', async () => {
  const { forgeRules } = await site.ok('GET', '/workflows/capabilities');
  expect(forgeRules).toEqual([
    {
      id: KEY,
      name: 'Note it',
      description: 'Writes it down',
      ruleKey: 'forge:workflow-post-function',
      ruleType: 'Function',
    },
  ]);
});

describe('a rule in a transition', () => {
  test('is kept, gets an id, and leaves the rest of the workflow as it was', async () => {
    const [before] = (await read()).workflows;
    await change('Done', { actions: [rule()] });
    const [after] = (await read()).workflows;
    const done = (after?.transitions as Body[]).find(({ name }) => name === 'Done');
    expect(done?.actions).toEqual([{ ...rule(), id: expect.any(String) }]);
    const others = (one: Body | undefined): unknown =>
      (one?.transitions as Body[]).filter(({ name }) => name !== 'Done');
    expect(others(after)).toEqual(others(before));
    expect(after?.statuses).toEqual(before?.statuses);
  });

  test('tells the app after the transition who did what, with its configuration', async () => {
    await change('Done', { actions: [rule()] });
    const key = await site.issue();
    await move(key, 'In Progress');
    expect(ran()).toEqual([]);
    await move(key, 'Done', { update: { comment: [{ add: { body: note } }] } });
    const [told] = ran();
    const { statuses } = await read();
    const idOf = (name: string): unknown => statuses.find((one) => one.name === name)?.id;
    expect(told).toMatchObject({
      atlassianId: site.admin.accountId,
      payload: {
        issue: { key, fields: { status: { name: 'Done' } } },
        transition: { name: 'Done', from: { id: idOf('In Progress') }, to: { id: idOf('Done') } },
        workflow: { name: NAME },
        changelog: { id: expect.any(String) },
        comment: { id: expect.any(String) },
        configuration: { log: 'all' },
      },
    });
    expect(site.events.at(-1)).toBe(told);
  });

  test('tells of a new issue where it stands in the initial transition', async () => {
    await change('Create', { actions: [rule({ config: 'plain' })] });
    const key = await site.issue();
    expect(ran()).toMatchObject([{ payload: { issue: { key }, configuration: 'plain' } }]);
    expect(ran()[0]?.payload.transition).not.toHaveProperty('from');
  });

  test('that is disabled tells nobody', async () => {
    await change('Done', { actions: [rule({ disabled: 'true' })] });
    await move(await site.issue(), 'Done');
    expect(ran()).toEqual([]);
  });

  test('of an app that is not here is refused, before anything is changed', async () => {
    const body = await withTransition('Done', {
      actions: [rule({ key: KEY.replace('noted', 'gone') })],
    });
    expect((await site.call('POST', '/workflows/update', body)).status).toBe(400);
    const { errors } = await site.ok('POST', '/workflows/update/validation', { payload: body });
    expect(errors).toMatchObject([{ level: 'ERROR', message: expect.stringContaining('gone') }]);
    const [workflow] = (await read()).workflows;
    expect(workflow?.version).toMatchObject({ versionNumber: 0 });
  });

  test('takes texts alone as its parameters', async () => {
    const parameters = { key: KEY, config: { log: 'all' } };
    const body = await withTransition('Done', { actions: [{ ...rule(), parameters }] });
    expect((await site.call('POST', '/workflows/update', body)).status).toBe(400);
  });
});

test('a transition with an event of its own tells triggers nothing, post functions all the same', async () => {
  await change('Done', { actions: [rule()], customIssueEventId: '10100' });
  const key = await site.issue();
  site.told();
  await move(key, 'Done');
  expect(site.told()).toEqual(['jira:workflowPostFunction']);
});

test('statuses are answered with their ids as references, whatever they were sent with', async () => {
  const statuses = [
    { name: 'New', statusCategory: 'TODO', statusReference: 'start' },
    { name: 'Over', statusCategory: 'DONE', statusReference: 'end' },
  ];
  const transitions = [
    { id: '1', name: 'Create', type: 'INITIAL', toStatusReference: 'start' },
    {
      id: '11',
      name: 'End',
      type: 'DIRECTED',
      toStatusReference: 'end',
      links: [{ fromStatusReference: 'start' }],
    },
  ];
  const workflow = {
    name: 'Short',
    transitions,
    statuses: statuses.map((one) => ({ ...one, properties: {} })),
  };
  const body = { scope: { type: 'GLOBAL' }, statuses, workflows: [workflow] };
  const made = (await site.ok('POST', '/workflows/create', body)) as unknown as Read;
  expect(made.statuses.map(({ id, statusReference }) => id === statusReference)).toEqual([
    true,
    true,
  ]);
  const [start, end] = made.statuses.map(({ id }) => id);
  expect(made.workflows[0]?.transitions).toMatchObject([
    { toStatusReference: start, links: [] },
    { toStatusReference: end, links: [{ fromStatusReference: start }] },
  ]);
});

test('a status with issues is taken away only with a mapping', async () => {
  const key = await site.issue();
  const { statuses, workflows } = await read();
  const [workflow] = workflows;
  const [todo, progress] = ['To Do', 'In Progress'].map(
    (name) => statuses.find((one) => one.name === name)?.id,
  );
  const transitions = (workflow?.transitions as Body[])
    .filter(({ name }) => name !== 'To Do')
    .map((one) => (one.toStatusReference === todo ? { ...one, toStatusReference: progress } : one));
  const next = {
    id: workflow?.id,
    version: workflow?.version,
    transitions,
    statuses: (workflow?.statuses as Body[]).filter((one) => one.statusReference !== todo),
  };
  const refused = await site.call('POST', '/workflows/update', { statuses, workflows: [next] });
  expect([refused.status, refused.body.errorMessages?.[0]]).toEqual([
    400,
    expect.stringMatching(/To Do/),
  ]);
  expect((await site.fields(key)).status).toMatchObject({ name: 'To Do' });
  const defaultStatusMappings = [{ oldStatusReference: todo, newStatusReference: progress }];
  await site.ok('POST', '/workflows/update', {
    statuses,
    workflows: [{ ...next, defaultStatusMappings }],
  });
  expect((await site.fields(key)).status).toMatchObject({ name: 'In Progress' });
});

const note = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Done' }] }],
};
