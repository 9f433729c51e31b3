import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP, type Body, TestSite } from './site';

/** What the calls of a set-up refuse and find. */

let site: TestSite;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
});

const TYPE = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

async function field(): Promise<{ path: string; context: string }> {
  const { id } = await site.ok('POST', '/field', { name: 'Severity', type: TYPE });
  const path = `/field/${String(id)}/context`;
  return { path, context: String((await site.ok('GET', path)).values?.[0]?.id) };
}

describe('contexts of a field', () => {
  test('a project is not added to the global one, nor to a second one', async () => {
    const { path, context } = await field();
    const hot = String((await site.ok('GET', '/project/HOT')).id);
    const refused = await site.call('PUT', `${path}/${context}/project`, { projectIds: [hot] });
    expect([refused.status, refused.body.errorMessages]).toEqual([
      400,
      ['Projects cannot be added to a global context.'],
    ]);
    const own = await site.ok('POST', path, { name: 'HOT', projectIds: [hot] });
    expect((await site.call('POST', path, { name: 'HOT too', projectIds: [hot] })).status).toBe(
      400,
    );
    expect((await site.call('POST', path, { name: 'All', projectIds: [] })).status).toBe(400);
    const pairs = [{ projectId: hot, issueTypeId: '10002' }];
    const { values } = await site.ok('POST', `${path}/mapping`, { mappings: pairs });
    expect(values).toEqual([{ ...pairs[0], contextId: own.id }]);
  });

  test('one without projects holds everywhere, and there is one of that kind for good', async () => {
    const { path, context } = await field();
    const hot = String((await site.ok('GET', '/project/HOT')).id);
    const own = await site.ok('POST', path, { name: 'HOT', projectIds: [hot] });
    const remove = () =>
      site.call('POST', `${path}/${String(own.id)}/project/remove`, { projectIds: [hot] });
    expect((await remove()).status).toBe(400);
    const deleted = await site.call('DELETE', `${path}/${context}`);
    const message = 'The global context of a custom field cannot be removed.';
    expect(deleted).toMatchObject({ status: 400, body: { errorMessages: [message], errors: {} } });
    const narrowed = { issueTypeIds: ['10002'] };
    expect((await site.call('PUT', `${path}/${context}/issuetype`, narrowed)).status).toBe(400);
    await site.ok('DELETE', `${path}/${String(own.id)}`);
    expect((await site.ok('GET', path)).values).toMatchObject([{ id: context }]);
  });
});

describe('projects', () => {
  const keys = async (query: string, who = site.admin): Promise<unknown> =>
    (await site.ok('GET', `/project/search?${query}`, undefined, who)).values?.map(
      ({ key }) => key,
    );

  test('are found in the order asked for, by what one may do there, while they live', async () => {
    await site.ok('POST', '/project', { key: 'OPS', name: 'Aardvark' });
    expect(await keys('')).toEqual(['HOT', 'OPS']);
    expect(await keys('orderBy=-key')).toEqual(['OPS', 'HOT']);
    expect(await keys('orderBy=%2Bname&status=live')).toEqual(['OPS', 'HOT']);
    expect(await keys('status=archived')).toEqual([]);
    expect(await keys('action=create', site.reader)).toEqual(['OPS']);
    expect(await keys('action=browse', site.reader)).toEqual(['HOT', 'OPS']);
  });
});

describe('permissions', () => {
  test('of a project are told by its id, as the person who asks has them', async () => {
    const { id } = await site.ok('GET', '/project/HOT');
    const path = `/mypermissions?projectId=${String(id)}&permissions=BROWSE_PROJECTS,EDIT_ISSUES`;
    const have = async (who: Parameters<TestSite['ok']>[3]): Promise<unknown[]> => {
      const { permissions } = await site.ok('GET', path, undefined, who);
      return Object.values(permissions as Record<string, Body>).map((one) => one.havePermission);
    };
    expect(await have(site.reader)).toEqual([true, false]);
    expect(await have(site.responder)).toEqual([true, true]);
    expect((await site.call('GET', path, undefined, site.outsider)).status).toBe(404);
  });

  test('of somebody else are told to an app, and to an administrator, not to anybody', async () => {
    const { id } = await site.ok('GET', '/project/HOT');
    const body = {
      accountId: site.reader.accountId,
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        { permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], projects: [Number(id)] },
      ],
    };
    const told = {
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', issues: [], projects: [Number(id)] },
        { permission: 'EDIT_ISSUES', issues: [], projects: [] },
      ],
    };
    expect(await site.ok('POST', '/permissions/check', body, APP)).toEqual(told);
    expect(await site.ok('POST', '/permissions/check', body)).toEqual(told);
    expect((await site.call('POST', '/permissions/check', body, site.responder)).status).toBe(403);
  });

  test.each([
    { globalPermissions: ['FLY'] },
    { globalPermissions: ['EDIT_ISSUES'] },
    { projectPermissions: [{ permissions: ['FLY'] }] },
    { projectPermissions: [] },
  ])('%j is refused', async (body) => {
    expect((await site.call('POST', '/permissions/check', body)).status).toBe(400);
  });
});

test('statuses are found by their name, and by the project whose workflows have them', async () => {
  const names = (rows: unknown): unknown => (rows as Body[]).map(({ name }) => name);
  await site.ok('POST', '/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [{ name: 'Elsewhere', statusCategory: 'TODO' }],
  });
  expect(names(await site.ok('GET', '/statuses/byNames?name=Elsewhere&name=Nowhere'))).toEqual([
    'Elsewhere',
  ]);
  const { id } = await site.ok('GET', '/project/HOT');
  const { values } = await site.ok('GET', `/statuses/search?projectId=${String(id)}`);
  expect(names(values)).toEqual(['To Do', 'In Progress', 'Done']);
});
