import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP, TestSite } from './site';

let site: TestSite;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
});

describe('what a module may know', () => {
  test('of an issue, with the permissions of the person there', async () => {
    const key = await site.issue();
    await site.ok('PUT', `/issue/${key}/properties/incident`, { severity: 1 });
    await site.ok('PUT', '/project/HOT/properties/hot', { type: '1' });
    expect(site.jira.facts({ issue: key }, site.reader.accountId)).toMatchObject({
      user: { accountId: site.reader.accountId, isAdmin: false, groups: ['readers'] },
      issue: { key, type: 'Task' },
      project: { key: 'HOT', type: 'software' },
      permissions: ['BROWSE_PROJECTS'],
      properties: { issue: { incident: { severity: 1 } }, project: { hot: { type: '1' } } },
    });
    const facts = site.jira.facts({ issue: key }, site.responder.accountId);
    expect(facts?.permissions).toContain('TRANSITION_ISSUES');
  });

  test.each(['issue', 'project'] as const)('nothing where one may not see the %s', async (what) => {
    await site.issue();
    const place = { [what]: what === 'issue' ? 'HOT-1' : 'HOT' };
    expect(site.jira.facts(place, site.outsider.accountId)).toBeUndefined();
    expect(site.jira.facts(place, null)).toBeUndefined();
  });

  test('of the site, without a place', () => {
    expect(site.jira.facts({}, site.admin.accountId)).toMatchObject({
      user: { isAdmin: true },
      permissions: [],
    });
  });
});

describe('permissions', () => {
  test('are checked for many issues at once, for oneself', async () => {
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      const { id } = await site.ok('GET', `/issue/${await site.issue()}?fields=id`);
      ids.push(Number(id));
    }
    const asked = { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [...ids, 1] }] };
    const path = '/permissions/check';
    const mine = await site.ok('POST', path, asked, site.responder);
    const theirs = await site.ok('POST', path, asked, site.reader);
    expect([mine.projectPermissions, theirs.projectPermissions]).toEqual([
      [{ permission: 'EDIT_ISSUES', issues: ids, projects: [] }],
      [{ permission: 'EDIT_ISSUES', issues: [], projects: [] }],
    ]);
  });

  test.each([
    ['admin', true],
    ['reader', false],
  ] as const)('the %s administers Jira: %s', async (name, have) => {
    const body = await site.ok(
      'GET',
      '/mypermissions?permissions=ADMINISTER',
      undefined,
      site[name],
    );
    expect(body.permissions).toMatchObject({ ADMINISTER: { havePermission: have } });
  });

  test('configuration is for admins', async () => {
    for (const path of ['/screens', '/workflows/search', '/fieldconfiguration', '/issuetypescheme'])
      expect((await site.call('GET', path, undefined, site.responder)).status).toBe(403);
  });
});

describe('many at once', () => {
  test('a bulk edit reports what it could not do', async () => {
    const id = await site.field('Severity', 'select', ['1 – Critical']);
    const { values } = await site.ok('GET', `/field/${id}/context`);
    const path = `/field/${id}/context/${String(values?.[0]?.id)}/option`;
    const option = (await site.ok('GET', path)).values?.[0];
    const [one, two] = [await site.issue(), await site.issue()];
    const { taskId } = await site.ok('POST', '/bulk/issues/fields', {
      selectedIssueIdsOrKeys: [one, two, 'HOT-99'],
      selectedActions: [id],
      editedFieldsInput: {
        singleSelectFields: [{ fieldId: id, option: { optionId: Number(option?.id) } }],
      },
    });
    expect(await site.ok('GET', `/bulk/queue/${String(taskId)}`)).toMatchObject({
      status: 'COMPLETE',
      invalidOrInaccessibleIssueCount: 1,
      totalIssueCount: 3,
    });
    expect((await site.fields(two))[id]).toMatchObject({ value: '1 – Critical' });
    const logs = await site.ok('POST', '/changelog/bulkfetch', { issueIdsOrKeys: [one, two] });
    expect(logs.issueChangeLogs).toHaveLength(2);
  });

  test('of a bulk create the good ones are made and the others named', async () => {
    const good = { project: { key: 'HOT' }, issuetype: { name: 'Task' }, summary: 'x' };
    const issueUpdates = [{ fields: good }, { fields: { ...good, summary: '' } }];
    const reply = await site.call('POST', '/issue/bulk', { issueUpdates });
    const errors = { summary: 'You must specify a summary of the issue.' };
    expect(reply).toMatchObject({
      status: 201,
      body: {
        issues: [{ key: 'HOT-1' }],
        errors: [{ failedElementNumber: 1, elementErrors: { errors } }],
      },
    });
  });
});

test('a bug becomes a task in an edit, and the change log says so', async () => {
  const key = await site.issue({ issuetype: { name: 'Bug' } });
  await site.ok('PUT', `/issue/${key}`, { fields: { issuetype: { name: 'Task' } } });
  const { values } = await site.ok('GET', `/issue/${key}/changelog`);
  expect(values).toMatchObject([
    { items: [{ fieldId: 'issuetype', fromString: 'Bug', toString: 'Task' }] },
  ]);
});

test('a filter is seen by those it is shared with', async () => {
  const shared = { type: 'group', group: { name: 'readers' } };
  const body = { name: 'Open', jql: 'project = HOT', sharePermissions: [shared] };
  const { id } = await site.ok('POST', '/filter', body);
  const path = `/filter/${String(id)}`;
  expect((await site.call('GET', path, undefined, site.reader)).status).toBe(200);
  expect((await site.call('GET', path, undefined, site.outsider)).status).toBe(400);
});

test('the same remote link twice is one link', async () => {
  await site.issue();
  const link = (title: string): unknown => ({
    globalId: 'room-1',
    object: { url: 'https://chat.example/1', title },
  });
  const path = '/issue/HOT-1/remotelink';
  const replies = [
    await site.call('POST', path, link('a')),
    await site.call('POST', path, link('b')),
  ];
  expect(replies.map(({ status }) => status)).toEqual([201, 200]);
  const all = (await site.ok('GET', path)) as unknown as unknown[];
  expect(all).toMatchObject([{ globalId: 'room-1', object: { title: 'b' } }]);
});

test('after a reset the site is fresh, and its ids are the same again', async () => {
  const before = await site.ok('GET', '/project/HOT');
  site.jira.reset();
  expect([site.jira.people(), site.jira.facts({ project: 'HOT' }, APP)]).toEqual([[], undefined]);
  const again = new TestSite();
  await again.project();
  expect(await again.ok('GET', '/project/HOT')).toEqual(before);
});
