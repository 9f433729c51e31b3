import { beforeAll, describe, expect, test } from '@jest/globals';
import { isDescribed, operation, problems, scopesOf } from '../jira/description';
import { changeOf, type Reply, TestWiki } from './site';

const wiki = new TestWiki();
const seen: { method: string; template: string; reply: Reply }[] = [];
const { coverage } = wiki.confluence;

const templateOf = (method: string, address: string): string | undefined =>
  coverage.find(
    (line) =>
      line.method === method &&
      new RegExp(`^${line.path.replace('{id}', '\\d+')}$`).test(address.split('?')[0] ?? ''),
  )?.path;

beforeAll(async () => {
  wiki.watch = (method, address, reply) => {
    const template = templateOf(method, address);
    if (template !== undefined) seen.push({ method, template, reply });
  };
  const { OPS } = wiki.spaces;
  await wiki.ok('GET', '/spaces?keys=OPS,ALL&limit=1&sort=-name');
  await wiki.ok('GET', `/spaces/${OPS}`);
  await wiki.ok('GET', `/spaces/${OPS}/operations`);
  const id = await wiki.page('Checkout is down');
  await wiki.ok('POST', '/pages?root-level=true', { spaceId: OPS, title: 'At the root' });
  await wiki.ok('GET', `/pages/${id}?body-format=storage`);
  await wiki.ok('GET', `/pages/${id}?body-format=atlas_doc_format`);
  await wiki.ok('PUT', `/pages/${id}`, changeOf(id, 2));
  await wiki.ok('GET', `/pages?space-id=${OPS}&body-format=storage&limit=1`);
  await wiki.ok('GET', `/spaces/${OPS}/pages`);
  await wiki.ok('DELETE', `/pages/${id}`);
});

test('each call on the list was made and answered well', () => {
  const good = seen.filter(({ reply }) => reply.status < 400);
  const made = new Set(good.map(({ method, template }) => `${method} ${template}`));
  const missed = coverage
    .map(({ method, path }) => `${method} ${path}`)
    .filter((call) => !made.has(call));
  expect(missed).toEqual([]);
});

test('the scopes of a call are known by its address', () => {
  const { confluence } = wiki;
  const scopes = (method: string) => confluence.scopesFor(method, '/wiki/api/v2/pages/98311?x=1');
  expect(['GET', 'PUT', 'DELETE'].map(scopes)).toEqual([
    [['read:page:confluence']],
    [['write:page:confluence']],
    [['delete:page:confluence']],
  ]);
  expect(confluence.scopesFor('GET', '/wiki/api/v2/blogposts')).toBeUndefined();
});

test('a call that is not emulated says so', async () => {
  const { status, body } = await wiki.call('GET', '/blogposts');
  expect(status).toBe(501);
  expect(body.errors?.[0]?.title).toBe('The sandbox does not emulate GET /wiki/api/v2/blogposts');
});

const described = isDescribed ? describe : describe.skip;

described('against the published description (skipped where it is not there)', () => {
  test('every call on the list exists, with its scopes', () => {
    for (const { method, path, scopes } of coverage) {
      expect([method, path, operation(method, path) !== undefined]).toEqual([method, path, true]);
      expect([method, path, scopes]).toEqual([method, path, scopesOf(method, path)]);
    }
  });

  test('every good answer has the described shape and status', () => {
    const found = seen.flatMap(({ method, template, reply: { status, body } }) =>
      problems(method, template, status, body),
    );
    expect(found).toEqual([]);
  });

  test('a parameter that is read is one that exists', () => {
    const names = (method: string, path: string) =>
      operation(method, path)?.parameters?.map(({ name }) => name);
    expect(names('GET', '/wiki/api/v2/spaces')).toEqual(
      expect.arrayContaining(['ids', 'keys', 'type', 'status', 'sort', 'limit', 'cursor']),
    );
    expect(names('GET', '/wiki/api/v2/pages')).toEqual(
      expect.arrayContaining(['id', 'space-id', 'title', 'status', 'sort', 'limit', 'cursor']),
    );
  });
});
