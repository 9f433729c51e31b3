import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP, type Body, TestSite } from './site';

/** What Jira's published texts say of who may do what, beside the shapes. */

let site: TestSite;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
});

/** Everybody sees the project; who may link in it is said. */
async function openProject(key: string, links: 'everybody' | 'nobody'): Promise<string> {
  const grant = (permission: string) => ({
    holder: { type: 'applicationRole' },
    permission,
  });
  const keys = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES'];
  const permissions = [...keys, ...(links === 'everybody' ? ['LINK_ISSUES'] : [])].map(grant);
  const scheme = await site.ok('POST', '/permissionscheme', { name: key, permissions });
  const { id } = await site.ok('POST', '/project', {
    key,
    name: key,
    projectTypeKey: 'software',
    leadAccountId: site.admin.accountId,
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    permissionScheme: scheme.id,
  });
  const fields = { project: { id: String(id) }, issuetype: { name: 'Task' }, summary: key };
  return String((await site.ok('POST', '/issue', { fields })).key);
}

describe('links', () => {
  const linked = (inward: string, outward: string) => ({
    type: { name: 'Relates' },
    inwardIssue: { key: inward },
    outwardIssue: { key: outward },
  });

  test('are made by whoever may link at the outward issue; anybody else is told of no issue', async () => {
    const [mine, theirs] = [
      await openProject('MINE', 'everybody'),
      await openProject('THEIRS', 'nobody'),
    ];
    const make = async (from: string, to: string) =>
      (await site.call('POST', '/issueLink', linked(from, to), site.responder)).status;
    expect(await make(mine, theirs)).toBe(404);
    expect(await make(theirs, mine)).toBe(201);
  });

  test('are deleted by whoever may link at one end', async () => {
    const closed = [
      await openProject('ONE', 'nobody'),
      await openProject('TWO', 'nobody'),
    ] as const;
    const open = await openProject('MINE', 'everybody');
    const remove = async (from: string, to: string) => {
      await site.ok('POST', '/issueLink', linked(from, to), APP);
      const { fields } = await site.ok('GET', `/issue/${from}?fields=issuelinks`);
      const id = (fields?.['issuelinks'] as readonly Body[]).at(-1)?.id;
      return (await site.call('DELETE', `/issueLink/${String(id)}`, undefined, site.responder))
        .status;
    };
    expect(await remove(closed[0], closed[1])).toBe(404);
    expect(await remove(closed[0], open)).toBe(204);
  });
});

describe('people', () => {
  const named = async (path: string, who = site.admin) =>
    ((await site.ok('GET', path, undefined, who)) as unknown as { displayName: string }[]).map(
      ({ displayName }) => displayName,
    );

  test('are found by the beginning of a name or address', async () => {
    expect(await named('/user/search?query=raf')).toEqual(['Rafi']);
    expect(await named('/user/search?query=lena@')).toEqual(['Lena']);
    expect(await named('/user/search?query=afi')).toEqual([]);
  });

  test('are not found by customers, who are refused nothing', async () => {
    const customer = site.jira.addPerson({
      displayName: 'Cora',
      email: 'cora@shop.example',
      accountType: 'customer',
    });
    expect(await named('/user/search?query=raf', customer)).toEqual([]);
  });

  test('who can be assigned are looked for in a page that is cut first', async () => {
    const holder = { type: 'user', parameter: site.outsider.accountId };
    const permissions = [{ holder, permission: 'ASSIGNABLE_USER' }];
    const { id } = await site.ok('POST', '/permissionscheme', { name: 'One', permissions });
    await site.ok('PUT', '/project/HOT/permissionscheme', { id });
    const among = (most: number) =>
      named(`/user/assignable/search?project=HOT&query=&maxResults=${most}`);
    expect(await named('/user/search?query=&maxResults=1')).toEqual(['Ada']);
    expect(await among(1)).toEqual([]);
    expect(await among(50)).toEqual(['Otto']);
  });
});

describe('issue types', () => {
  test('and their properties are shown with a project that one may browse', async () => {
    const { id } = await site.ok('POST', '/issuetype', { name: 'Outage' });
    const path = `/issuetype/${String(id)}/properties/mark`;
    await site.ok('PUT', path, { on: true });
    const ids = async (who = site.admin) =>
      ((await site.ok('GET', '/issuetype', undefined, who)) as unknown as Body[]).map(
        (one) => one.id,
      );
    const scheme = await site.ok('POST', '/issuetypescheme', { name: 'Bare', issueTypeIds: [] });
    const projects = (await site.ok('GET', '/project/search')).values ?? [];
    for (const project of projects) {
      const body = { issueTypeSchemeId: scheme['issueTypeSchemeId'], projectId: project.id };
      await site.ok('PUT', '/issuetypescheme/project', body);
    }
    expect(await ids()).toContain(id);
    expect(await ids(site.responder)).toEqual([]);
    expect((await site.call('GET', path, undefined, site.responder)).status).toBe(404);
  });

  test('of issues must be in the scheme that a project gets', async () => {
    await site.issue();
    const scheme = await site.ok('POST', '/issuetypescheme', { name: 'Bare', issueTypeIds: [] });
    const { id: projectId } = await site.ok('GET', '/project/HOT');
    const body = { issueTypeSchemeId: scheme['issueTypeSchemeId'], projectId };
    expect((await site.call('PUT', '/issuetypescheme/project', body)).status).toBe(400);
  });

  test.each([
    ['/issuetype', { name: 'Outage' }],
    ['/issuetypescheme', { name: 'Outages', issueTypeIds: [] }],
  ])('%s refuses a name in use with 409', async (path, body) => {
    await site.ok('POST', path, body);
    expect((await site.call('POST', path, body)).status).toBe(409);
  });
});

test('a service project says of everybody at its portal that they may browse it', async () => {
  const { id } = await site.ok('POST', '/project', {
    key: 'ITSM',
    name: 'Desk',
    projectTypeKey: 'service_desk',
    projectTemplateKey: 'com.atlassian.servicedesk:simplified-it-service-management',
  });
  const path = `/mypermissions?projectId=${String(id)}&permissions=BROWSE_PROJECTS`;
  const { body } = await site.call('GET', path, undefined, site.outsider);
  expect(body['permissions']).toMatchObject({ BROWSE_PROJECTS: { havePermission: true } });
  expect((await site.call('GET', '/project/ITSM', undefined, site.outsider)).status).toBe(404);
});

test('a field of an issue is written once in a request', async () => {
  const { id } = await site.ok('GET', `/issue/${await site.issue()}?fields=id`);
  const all = (await site.ok('GET', '/field')) as unknown as Body[];
  const customField = String(all.find(({ name }) => name === 'Time to detect')?.id);
  const update = { customField, issueIds: [Number(id)], value: 3 };
  await site.ok('POST', '/app/field/value', { updates: [update] }, APP);
  const twice = await site.call('POST', '/app/field/value', { updates: [update, update] }, APP);
  expect(twice.status).toBe(400);
});
