import { beforeEach, describe, expect, test } from '@jest/globals';
import { APP, type Body, doc, type Reply, said, TestSite } from './site';

/** What Jira refuses around issues: people, links, bulk changes, comments for some; and where issues go. */

let site: TestSite;
let key: string;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
  key = await site.issue();
});

describe('people', () => {
  test.each([
    ['/user/bulk', 'The accountId query parameter must be provided'],
    ['/user/search', 'The username or property query parameter must be provided'],
    ['/user/assignable/search?query=a', 'One of project, issueKey and issueId must be provided'],
  ])('%s wants to know of whom', async (path, words) => {
    expect(said(await site.call('GET', path))).toEqual([400, words]);
  });

  test('many at once come ten to a page, and null for whom nobody knows', async () => {
    const { accountId } = site.admin;
    const ids = ['ghost', ...Array.from({ length: 10 }, () => accountId)];
    const query = ids.map((id) => `accountId=${id}`).join('&');
    const { values, total, isLast } = await site.ok('GET', `/user/bulk?${query}`);
    expect([values?.length, values?.[0], total, isLast]).toEqual([10, null, 11, false]);
  });

  test.each([
    ['an object', { accountId: 'x' }, 400],
    ['nobody the site knows', 'ghost', 404],
  ])('a watcher is no %s', async (_what, body, status) => {
    expect((await site.call('POST', `/issue/${key}/watchers`, body)).status).toBe(status);
  });

  test('others are made to watch by whoever manages watchers alone', async () => {
    const { accountId } = site.reader;
    const reply = await site.call('POST', `/issue/${key}/watchers`, accountId, site.responder);
    expect(reply.status).toBe(403);
    await site.ok('POST', `/issue/${key}/watchers`, undefined, site.responder);
  });
});

describe('properties', () => {
  const tooLong = 'The property value cannot be longer than 32768 characters.';
  const long = { value: 'x'.repeat(32_768) };

  test('are of one size, however they are set', async () => {
    const { id } = await site.ok('GET', `/issue/${key}?fields=id`);
    const properties = [{ key: 'x', value: long }];
    const fields = { project: { key: 'HOT' }, issuetype: { name: 'Task' }, summary: 'x' };
    for (const [method, path, body] of [
      ['PUT', `/issue/${key}/properties/x`, long],
      ['POST', '/issue', { fields, properties }],
      ['PUT', `/issue/${key}`, { fields: { summary: 'x' }, properties }],
      ['POST', `/issue/${key}/comment`, { body: doc('x'), properties }],
      ['POST', '/issue/properties', { entitiesIds: [Number(id)], properties: { x: long } }],
    ] as const)
      expect(said(await site.call(method, path, body))).toEqual([400, tooLong]);
  });

  test.each([
    ['PUT', `/issue/HOT-1/properties/${'k'.repeat(256)}`, 1],
    ['POST', '/issue/properties', { entitiesIds: [], properties: { x: 1 } }],
    ['POST', '/issue/properties', { entitiesIds: [10_000], properties: {} }],
    ['POST', '/issue/properties/multi', { issues: [], all: true }],
    ['DELETE', '/issue/HOT-1/watchers', undefined],
  ])('%s %.40s is refused', async (method, path, body) => {
    expect((await site.call(method, path, body)).status).toBe(400);
  });

  test('a page of a form has 200 fields at most', async () => {
    const { issueTypes } = await site.ok('GET', '/issue/createmeta/HOT/issuetypes?maxResults=999');
    const path = `/issue/createmeta/HOT/issuetypes/${String(issueTypes?.[0]?.id)}`;
    expect(await site.ok('GET', `${path}?maxResults=999`)).toMatchObject({ maxResults: 200 });
  });
});

describe('links', () => {
  const ends = (from: string, to: string): object => ({
    type: { name: 'Relates' },
    inwardIssue: { key: from },
    outwardIssue: { key: to },
  });

  test('an issue is not linked to itself', async () => {
    const words = 'You cannot link an issue to itself.';
    expect(said(await site.call('POST', '/issueLink', ends(key, key)))).toEqual([400, words]);
    const update = { issuelinks: [{ add: { type: { name: 'Relates' }, outwardIssue: { key } } }] };
    expect(said(await site.call('PUT', `/issue/${key}`, { update }))).toEqual([400, words]);
  });

  test('a comment of null is none, and a bad one makes no link', async () => {
    const other = await site.issue();
    const body = ends(key, other);
    expect((await site.call('POST', '/issueLink', { ...body, extra: 1 })).status).toBe(400);
    const bad = { ...body, comment: { body: 'plain' } };
    expect((await site.call('POST', '/issueLink', bad)).status).toBe(400);
    expect((await site.fields(key)).issuelinks).toEqual([]);
    expect((await site.call('POST', '/issueLink', { ...body, comment: null })).status).toBe(201);
  });

  test.each([
    [{ object: { url: 'https://a.example' } }, "title: 'title' is required."],
    [{ object: { title: 'A' } }, "url: 'url' is required."],
    [
      { globalId: 'x'.repeat(256), object: { title: 'A', url: 'https://a.example' } },
      "globalId: 'globalId' must not exceed 255 characters.",
    ],
  ])('a remote link is not %j', async (body, words) => {
    expect(said(await site.call('POST', `/issue/${key}/remotelink`, body))).toEqual([400, words]);
  });
});

describe('bulk changes', () => {
  const edit = (selectedActions: string[], editedFieldsInput: object, rest = {}): object => ({
    selectedActions,
    editedFieldsInput,
    selectedIssueIdsOrKeys: [key],
    ...rest,
  });
  const labels = { labelsFields: [{ fieldId: 'labels', labels: [{ name: 'a' }] }] };

  test.each([
    ['a field that is none', (): object => edit(['colour'], {}), 'not fields : colour'],
    [
      'a field that was not chosen',
      (): object => edit(['summary'], labels),
      'not listed as selectedActions : labels',
    ],
  ])('refuse %s', async (_what, body, words) => {
    const reply = await site.call('POST', '/bulk/issues/fields', body());
    const errors = reply.body.errors as unknown as readonly { readonly message: string }[];
    expect([reply.status, errors[0]?.message]).toEqual([400, expect.stringContaining(words)]);
  });

  test('refuse keys that nobody knows', async () => {
    const body = edit(['labels'], labels, { notify: true });
    expect((await site.call('POST', '/bulk/issues/fields', body)).status).toBe(400);
  });
});

describe('comments for some', () => {
  const add = (visibility: object, who = site.admin): Promise<Reply> =>
    site.call('POST', `/issue/${key}/comment`, { body: doc('secret'), visibility }, who);
  const role = 'Administrators';

  test.each([
    [{ type: 'role', value: role }, undefined],
    [{ type: 'role', identifier: role }, undefined],
    [{ type: 'group', value: 'jira-administrators' }, undefined],
    [
      { type: 'role', value: role, identifier: role },
      'Only one of value and identifier can be given.',
    ],
    [{ type: 'role', value: 'Kings' }, 'Role: Kings does not exist.'],
    [{ type: 'group', value: 'kings' }, 'Group: kings does not exist.'],
    [{ type: 'group', value: 'readers' }, 'You are currently not a member of the group: readers.'],
    [{ type: 'house', value: role }, 'Visibility needs a type, group or role, and its name.'],
  ])('%j', async (visibility, words) => {
    const reply = await add(visibility);
    expect(said(reply)).toEqual(words === undefined ? [201] : [400, `commentLevel: ${words}`]);
  });

  test('are read by nobody else, in any way', async () => {
    const { id } = (await add({ type: 'role', value: role })).body;
    const seenBy = async (who: typeof site.admin): Promise<unknown[]> => {
      const one = await site.call('GET', `/issue/${key}/comment/${String(id)}`, undefined, who);
      const path = `/comment/${String(id)}/properties`;
      const all = await site.ok('GET', `/issue/${key}/comment`, undefined, who);
      const { fields } = await site.ok('GET', `/issue/${key}?fields=comment`, undefined, who);
      const jql = 'project = HOT AND comment ~ secret';
      const found = await site.ok('POST', '/search/jql', { jql }, who);
      return [
        one.status,
        (await site.call('GET', path, undefined, who)).status,
        all.total,
        (fields?.comment as Body).total,
        found.issues?.length,
      ];
    };
    expect(await seenBy(site.admin)).toEqual([200, 200, 1, 1, 1]);
    expect(await seenBy(site.responder)).toEqual([404, 404, 0, 0, 0]);
  });

  test('stay for them when an edit does not say otherwise', async () => {
    const { id } = (await add({ type: 'role', value: role })).body;
    const path = `/issue/${key}/comment/${String(id)}`;
    const { visibility } = await site.ok('PUT', path, { body: doc('still') });
    expect(visibility).toEqual({ type: 'role', value: role, identifier: role });
  });

  test('come a hundred to a page, by their age alone', async () => {
    const path = `/issue/${key}/comment`;
    expect(await site.ok('GET', `${path}?maxResults=5000`)).toMatchObject({ maxResults: 100 });
    expect((await site.call('GET', `${path}?orderBy=author`)).status).toBe(400);
  });
});

describe('keys that are out of date', () => {
  const keysFor = async (jql: string): Promise<unknown> => {
    const { issues } = await site.ok('POST', '/search/jql', { jql, fields: ['key'] });
    return issues?.map((issue) => issue.key);
  };
  const isFound = async (now: string): Promise<void> => {
    expect((await site.ok('GET', `/issue/${key}`)).key).toBe(now);
    expect(await keysFor(`key = ${key}`)).toEqual([now]);
    expect(await keysFor(`key in (${key}, ${now})`)).toEqual([now]);
    await site.ok('PUT', `/issue/${key}`, { fields: { summary: 'Found' } });
  };

  test('lead to an issue that was moved', async () => {
    const project = { key: 'NEW', name: 'New home', projectTypeKey: 'software' };
    await site.ok('POST', '/project', { ...project, leadAccountId: site.admin.accountId });
    const { id } = await site.ok('GET', '/project/HOT/permissionscheme');
    await site.ok('PUT', '/project/NEW/permissionscheme', { id });
    const { issueTypes } = await site.ok('GET', '/project/NEW');
    const { fields } = await site.ok('GET', `/issue/${key}?fields=issuetype`);
    const type = issueTypes?.find(({ name }) => name === (fields?.issuetype as Body).name);
    const infer = {
      inferClassificationDefaults: true,
      inferFieldDefaults: true,
      inferStatusDefaults: true,
      inferSubtaskTypeDefault: true,
    };
    await site.ok('POST', '/bulk/issues/move', {
      targetToSourcesMapping: { [`NEW,${String(type?.id)}`]: { ...infer, issueIdsOrKeys: [key] } },
    });
    await isFound('NEW-1');
  });

  test('lead to the issues of a project with another key', async () => {
    await site.ok('PUT', '/project/HOT', { key: 'COLD' });
    expect((await site.ok('GET', '/project/HOT')).key).toBe('COLD');
    await isFound('COLD-1');
  });
});

describe('an archived issue', () => {
  const archive = (keys: string[], how = 'archive', who = site.admin): Promise<Reply> =>
    site.call('PUT', `/issue/${how}`, { issueIdsOrKeys: keys }, who);

  test('is in no search, and can be read, not written, until it is brought back', async () => {
    expect(await archive([key, 'HOT-99'])).toMatchObject({
      status: 200,
      body: { numberOfIssuesUpdated: 1, errors: { issuesNotFound: { count: 1 } } },
    });
    const search = { jql: 'project = HOT' };
    const edit = { fields: { summary: 'x' } };
    const comment = { body: doc('x') };
    expect((await site.ok('POST', '/search/jql', search)).issues).toEqual([]);
    expect((await site.ok('POST', '/search/approximate-count', search)).count).toBe(0);
    expect((await site.call('GET', `/issue/${key}`)).status).toBe(200);
    expect((await site.call('PUT', `/issue/${key}`, edit)).status).toBe(403);
    expect((await site.call('POST', `/issue/${key}/comment`, comment)).status).toBe(403);
    expect((await site.call('PUT', `/issue/${key}/properties/x`, 1, APP)).status).toBe(403);
    expect((await site.ok('GET', `/issue/${key}/transitions`)).transitions).toEqual([]);
    await archive([key], 'unarchive');
    expect((await site.ok('POST', '/search/jql', search)).issues).toHaveLength(1);
    await site.ok('PUT', `/issue/${key}`, edit);
  });

  test('is a matter of administrators', async () => {
    expect((await archive([key], 'archive', site.responder)).status).toBe(403);
    const words = 'No valid issue to archive or unarchive. Bad request.';
    expect(said(await archive(['HOT-99']))).toEqual([400, words]);
  });
});
