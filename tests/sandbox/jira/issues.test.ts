import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP, type Body, doc, TestSite } from './site';

let site: TestSite;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
});

describe('who sees what', () => {
  test.each([
    ['a responder', 'responder', 200],
    ['a reader', 'reader', 200],
    ['an outsider', 'outsider', 404],
  ] as const)('%s', async (_who, name, status) => {
    const key = await site.issue();
    const reply = await site.call('GET', `/issue/${key}`, undefined, site[name]);
    expect(reply.status).toBe(status);
    if (status === 404)
      expect(reply.body.errorMessages).toEqual([
        'Issue does not exist or you do not have permission to see it.',
      ]);
  });

  test('nobody without a login', async () => {
    expect((await site.call('GET', '/myself', undefined, null)).status).toBe(401);
  });

  test('a reader cannot edit, move or comment', async () => {
    const key = await site.issue();
    const edit = await site.call('PUT', `/issue/${key}`, { fields: { summary: 'x' } }, site.reader);
    const say = await site.call('POST', `/issue/${key}/comment`, { body: doc('x') }, site.reader);
    const { transitions } = await site.ok(
      'GET',
      `/issue/${key}/transitions`,
      undefined,
      site.reader,
    );
    expect([edit.status, say.status, transitions]).toEqual([403, 403, []]);
  });

  test('the app works in every project but does not administer Jira', async () => {
    const key = await site.issue();
    const edit = await site.call('PUT', `/issue/${key}`, { fields: { summary: 'x' } }, APP);
    const field = await site.call('POST', '/field', { name: 'x', type: 'y' }, APP);
    expect([edit.status, field.status]).toEqual([204, 403]);
  });

  test('an issue with a security level is for its members alone', async () => {
    const { id } = await site.ok('POST', '/issuesecurityschemes', {
      name: 'Private',
      levels: [{ name: 'Admins', members: [{ type: 'projectRole', parameter: '10002' }] }],
    });
    const project = await site.ok('GET', '/project/HOT');
    const sent = { projectId: project.id, schemeId: id };
    expect((await site.call('PUT', '/issuesecurityschemes/project', sent)).status).toBe(303);
    const key = await site.issue({ security: { name: 'Admins' } });
    expect((await site.call('GET', `/issue/${key}`, undefined, site.responder)).status).toBe(404);
    const search = await site.ok('POST', '/search/jql', { jql: 'project = HOT' }, site.responder);
    expect(search.issues).toEqual([]);
    expect((await site.call('GET', `/issue/${key}`)).status).toBe(200);
  });
});

describe('date-time fields', () => {
  test('keep the minute, in the change log too, and one that is the same then is no change', async () => {
    const id = await site.field('Began', 'datetime');
    const key = await site.issue({ [id]: '2021-03-01T10:00:40.500+0000' });
    const write = (moment: string) =>
      site.call('PUT', `/issue/${key}`, { fields: { [id]: moment } });
    expect((await write('2021-03-01T10:00:12.000+0000')).status).toBe(204);
    expect((await write('2021-03-01T11:30:59.999+0000')).status).toBe(204);
    const { values } = await site.ok('GET', `/issue/${key}/changelog`);
    expect(values).toMatchObject([
      {
        items: [
          { fieldId: id, from: '2021-03-01T10:00:00.000+0000', to: '2021-03-01T11:30:00.000+0000' },
        ],
      },
    ]);
  });

  test('keep what they are sent on a site that is told so', async () => {
    const exact = new TestSite({ moments: 'exact' });
    await exact.project();
    const id = await exact.field('Began', 'datetime');
    const fields = await exact.fields(await exact.issue({ [id]: '2021-03-01T10:00:40.500+0000' }));
    expect(fields[id]).toBe('2021-03-01T10:00:40.500+0000');
  });
});

describe('values', () => {
  test.each([
    ['select', { value: 'Red' }, { value: 'Red' }],
    ['radiobuttons', { value: 'Blue' }, { value: 'Blue' }],
    [
      'multicheckboxes',
      [{ value: 'Blue' }, { value: 'Red' }],
      [{ value: 'Red' }, { value: 'Blue' }],
    ],
    ['datetime', '2021-03-01T12:00:59.123+0200', '2021-03-01T10:00:00.000+0000'],
    ['datepicker', '2021-03-01', '2021-03-01'],
    ['url', 'https://chat.example/1', 'https://chat.example/1'],
    ['textfield', 'a line', 'a line'],
    ['textarea', doc('lines'), doc('lines')],
    ['float', 12.25, 12.25],
    ['labels', ['b', 'a', 'b'], ['a', 'b']],
  ])('%s keeps %j', async (type, sent, shown) => {
    const options = /select|radio|check/.test(type) ? ['Red', 'Blue'] : [];
    const id = await site.field('Colour', type, options);
    const fields = await site.fields(await site.issue({ [id]: sent }));
    if (options.length > 0) expect(fields[id]).toMatchObject(shown as object);
    else expect(fields[id]).toEqual(shown);
  });

  test.each<readonly [string, unknown, string]>([
    ['select', { value: 'Pink' }, "Option value 'Pink' is not valid"],
    ['select', { id: '1' }, "Option id '1' is not valid"],
    ['select', 'Red', "Specify a valid 'id' or 'name' for Colour"],
    ['multicheckboxes', { value: 'Red' }, 'data was not an array'],
    ...[
      'yesterday',
      '2021-03-01',
      '2021-03-01T10:00:00.000Z',
      '2021-03-01T10:00:00.000+00:00',
      '2021-03-01T10:00:00+0000',
      '2021-03-01T10:00+0000',
      '2021-03-01T10:00:00.1+0000',
      '2021-02-30T10:00:00.000+0000',
      '2021-02-31T10:00:00.000+0000',
      '2021-03-01T24:00:00.000+0000',
      '2021-03-01T10:00:00.000',
    ].map((sent) => ['datetime', sent, `Error parsing time: ${sent}`] as const),
    ['datetime', 5, 'Operation value must be a string'],
    ['datepicker', '2021-02-30', 'Error parsing date string: 2021-02-30'],
    ['url', 'chat', 'Not a valid URL'],
    ['float', '12', 'Operation value must be a number'],
    ['labels', ['a b'], "The label 'a b' contains spaces which is invalid."],
    ['userpicker', { accountId: 'nobody' }, "User 'nobody' does not exist."],
    [
      'textarea',
      'plain',
      'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    ],
  ])('%s refuses %j', async (type, sent, message) => {
    const id = await site.field('Colour', type, /select|check/.test(type) ? ['Red', 'Blue'] : []);
    const fields = {
      project: { key: 'HOT' },
      issuetype: { name: 'Task' },
      summary: 'x',
      [id]: sent,
    };
    const reply = await site.call('POST', '/issue', { fields });
    expect(reply).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { [id]: message } },
    });
  });

  test('a field that is not on the screen is refused in the words of Jira', async () => {
    const { id } = await site.ok('POST', '/field', {
      name: 'Hidden',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield',
    });
    await site.associate(String(id));
    const key = await site.issue();
    const reply = await site.call('PUT', `/issue/${key}`, { fields: { [String(id)]: 'x' } });
    expect(reply.body.errors).toEqual({
      [String(id)]:
        `Field '${String(id)}' cannot be set. It is not on the appropriate screen, or unknown.`,
    });
    const path = `/issue/${key}?overrideScreenSecurity=true`;
    expect((await site.call('PUT', path, { fields: { [String(id)]: 'x' } })).status).toBe(204);
  });

  test('help texts of a project stand in the create form', async () => {
    const { values } = await site.ok('GET', '/config/fieldschemes');
    const schemeIds = [Number(values?.[0]?.id)];
    await site.ok('PUT', '/config/fieldschemes/fields/parameters', {
      summary: [{ schemeIds, parameters: { description: 'What do customers see?' } }],
    });
    const { issueTypes } = await site.ok('GET', '/issue/createmeta/HOT/issuetypes');
    const path = `/issue/createmeta/HOT/issuetypes/${String(issueTypes?.[0]?.id)}`;
    const { fields } = await site.ok('GET', path);
    const summary = (fields as unknown as Body[]).find(({ fieldId }) => fieldId === 'summary');
    expect(summary).toMatchObject({ required: true, description: 'What do customers see?' });
  });
});

describe('the field of an app', () => {
  const key = encodeURIComponent('ari:cloud:ecosystem::extension/app-1/env-1/static/ttd');
  const write = async (who: typeof APP | undefined): Promise<number> => {
    const { id } = await site.ok('GET', `/issue/HOT-1?fields=summary`);
    const body = { updates: [{ issueIds: [Number(id)], value: 12.5 }] };
    return (await site.call('PUT', `/app/field/${key}/value`, body, who)).status;
  };

  test('is written by the app alone, and shown by its formatter', async () => {
    await site.issue();
    expect(await write(undefined)).toBe(403);
    expect(await write(APP)).toBe(204);
    const { values } = await site.ok('GET', '/field/search?query=Time');
    const id = String(values?.[0]?.id);
    const issue = await site.ok('GET', '/issue/HOT-1?expand=renderedFields');
    expect([issue.fields?.[id], issue.renderedFields?.[id]]).toEqual([12.5, '12.5 min']);
    await site.onScreen(id);
    const edit = await site.call('PUT', '/issue/HOT-1', { fields: { [id]: 1 } });
    expect(edit.status).toBe(400);
  });
});

describe('events', () => {
  test('a new issue with an assignee is created and assigned', async () => {
    site.told();
    await site.issue({ assignee: { accountId: site.responder.accountId } });
    expect(site.told()).toEqual(['avi:jira:created:issue', 'avi:jira:assigned:issue']);
  });

  test('a transition tells both statuses, and null where a field was empty', async () => {
    const key = await site.issue();
    const { transitions } = await site.ok('GET', `/issue/${key}/transitions`);
    const done = transitions?.find(({ name }) => name === 'Done');
    site.told();
    await site.ok('POST', `/issue/${key}/transitions`, { transition: { id: done?.id } }, APP);
    await site.ok('PUT', `/issue/${key}/assignee`, { accountId: site.responder.accountId });
    const [moved, assigned, ...rest] = site.events;
    expect(moved).toMatchObject({
      name: 'avi:jira:updated:issue',
      selfGenerated: true,
      atlassianId: APP,
      payload: {
        changelog: {
          items: [
            { field: 'status', fieldId: 'status', fromString: 'To Do', toString: 'Done' },
            { field: 'resolution', from: null, fromString: null, toString: 'Done' },
          ],
        },
        associatedStatuses: [{ name: 'Done' }, { name: 'To Do' }],
      },
    });
    expect(Object.keys((moved?.payload.issue as { fields: object }).fields)).toHaveLength(9);
    expect(assigned).toMatchObject({ selfGenerated: false });
    expect(rest.map(({ name }) => name)).toEqual(['avi:jira:assigned:issue']);
  });

  test('an issue that is taken up again loses its resolution', async () => {
    const key = await site.issue();
    const go = async (name: string): Promise<unknown> => {
      const { transitions } = await site.ok('GET', `/issue/${key}/transitions`);
      const id = transitions?.find((one) => one.name === name)?.id;
      await site.ok('POST', `/issue/${key}/transitions`, { transition: { id } });
      const { resolution, resolutiondate } = await site.fields(key);
      return [resolution === null, resolutiondate];
    };
    expect(await go('Done')).toEqual([false, '2026-03-02T12:00:00.000+0000']);
    expect(await go('In Progress')).toEqual([true, null]);
  });

  test('an edit that changes nothing tells nothing', async () => {
    const key = await site.issue();
    site.told();
    await site.ok('PUT', `/issue/${key}`, { fields: { summary: 'Checkout is down' } });
    expect(site.told()).toEqual([]);
    expect((await site.ok('GET', `/issue/${key}/changelog`)).total).toBe(0);
  });

  test.each([
    ['POST', 'comment', { body: doc('Looking') }, ['avi:jira:commented:issue']],
    ['PUT', 'properties/incident', { severity: 1 }, ['avi:jira:set:issue-property']],
    ['DELETE', '', undefined, ['avi:jira:deleted:issue']],
  ])('%s %s', async (method, path, body, names) => {
    const key = await site.issue();
    site.told();
    await site.ok(method, `/issue/${key}${path === '' ? '' : `/${path}`}`, body);
    expect(site.told()).toEqual(names);
  });

  test('a link tells of itself and changes both issues', async () => {
    await site.issue();
    await site.issue();
    site.told();
    const link = {
      type: { name: 'Relates' },
      inwardIssue: { key: 'HOT-1' },
      outwardIssue: { key: 'HOT-2' },
    };
    await site.ok('POST', '/issueLink', link);
    expect(site.told()).toEqual([
      'avi:jira:created:issuelink',
      'avi:jira:updated:issue',
      'avi:jira:updated:issue',
    ]);
    const links = (await site.fields('HOT-1')).issuelinks;
    expect(links).toMatchObject([{ outwardIssue: { key: 'HOT-2' } }]);
  });
});
