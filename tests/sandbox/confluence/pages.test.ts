import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Body, changeOf, TestWiki, type Who } from './site';

let wiki: TestWiki;
beforeEach(() => {
  wiki = new TestWiki();
});

const titles = (list: Body): unknown[] => (list.results ?? []).map(({ title }) => title);

describe('spaces', () => {
  test.each([
    ['writer', ['OPS', 'ALL']],
    ['reader', ['OPS', 'ALL']],
    ['app', ['OPS', 'ALL']],
    ['outsider', ['ALL']],
  ] as const)('%s sees %j', async (who, keys) => {
    const { results } = await wiki.ok('GET', '/spaces', undefined, who);
    expect(results?.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    ['keys=OPS', ['OPS']],
    ['keys=OPS&keys=ALL', ['OPS', 'ALL']],
    ['keys=NONE', []],
    ['type=personal', []],
    ['status=archived', []],
    ['sort=name', ['ALL', 'OPS']],
  ])('are asked for by %s', async (query, keys) => {
    const { results } = await wiki.ok('GET', `/spaces?${query}`);
    expect(results?.map(({ key }) => key)).toEqual(keys);
  });

  test('are found by id, by those who may see them', async () => {
    const path = `/spaces/${wiki.spaces.OPS}`;
    expect(await wiki.ok('GET', path)).toMatchObject({
      key: 'OPS',
      _links: { webui: '/spaces/OPS', base: 'http://confluence.test/wiki' },
    });
    expect(await wiki.call('GET', path, undefined, 'outsider')).toMatchObject({
      status: 404,
      body: {
        errors: [{ status: 404, code: 'NOT_FOUND', title: 'Space not found', detail: null }],
      },
    });
  });
});

describe('a page', () => {
  test('is made below the home page, with a link to look at it', async () => {
    const id = await wiki.page('Checkout, 2 March');
    const page = await wiki.ok('GET', `/pages/${id}`, undefined, 'reader');
    const { homepageId } = await wiki.ok('GET', `/spaces/${wiki.spaces.OPS}`);
    expect(page).toMatchObject({
      id,
      status: 'current',
      title: 'Checkout, 2 March',
      authorId: 'writer',
      body: {},
      parentId: homepageId,
      createdAt: '2026-03-02T12:00:00.000Z',
      version: { number: 1 },
      _links: {
        webui: `/spaces/OPS/pages/${id}/Checkout%2C+2+March`,
        base: 'http://confluence.test/wiki',
      },
    });
  });

  test.each(['reader', 'outsider'] as const)('cannot be made by %s', async (who) => {
    const page = { spaceId: wiki.spaces.OPS, title: 'Mine' };
    expect((await wiki.call('POST', '/pages', page, who)).status).toBe(404);
    expect((await wiki.call('POST', '/pages', page, 'nobody')).status).toBe(401);
  });

  test.each([
    ['a title that the space has', { title: 'Taken' }, 400, /same TITLE in this space/],
    ['no title', {}, 400, /title must be provided/],
    ['an unknown space', { title: 'New', spaceId: '1' }, 404, /Space not found/],
    ['an unknown parent', { title: 'New', parentId: '1' }, 404, /Page not found/],
    ['broken markup', { title: 'New', body: { value: '<p>a<br></p>' } }, 400, /parsing xhtml/],
    ['a bare ampersand', { title: 'New', body: { value: '<p>a & b</p>' } }, 400, /entity/],
    ['wiki markup', { title: 'New', body: { representation: 'wiki', value: 'h1' } }, 501, /wiki/],
    ['a draft', { title: 'New', status: 'draft' }, 501, /drafts/],
  ])('with %s is refused', async (_, about, status, words) => {
    await wiki.page('Taken');
    const reply = await wiki.call('POST', '/pages', { spaceId: wiki.spaces.OPS, ...about });
    expect(reply.status).toBe(status);
    expect(reply.body.errors?.[0]?.title).toMatch(words);
  });

  test('is changed by its next version only', async () => {
    const id = await wiki.page('First');
    const changed = await wiki.ok('PUT', `/pages/${id}`, changeOf(id, 2, 'Second'));
    expect(changed).toMatchObject({
      title: 'Second',
      version: { number: 2, message: 'Better words' },
      body: { storage: { value: '<p>Other words</p>' } },
    });
    for (const number of [2, 4]) {
      const { status, body } = await wiki.call('PUT', `/pages/${id}`, changeOf(id, number));
      expect(status).toBe(409);
      expect(body.errors?.[0]?.title).toMatch(/Current Version: \[2\]/);
    }
    expect((await wiki.call('PUT', `/pages/${id}`, changeOf(id, 3), 'reader')).status).toBe(404);
  });

  test('goes to the bin, where nobody finds it, and out of it', async () => {
    const id = await wiki.page('Old');
    expect((await wiki.call('DELETE', `/pages/${id}`, undefined, 'reader')).status).toBe(404);
    expect((await wiki.call('DELETE', `/pages/${id}`)).status).toBe(204);
    expect((await wiki.call('GET', `/pages/${id}`)).status).toBe(404);
    expect((await wiki.call('GET', `/pages/${id}?status=trashed`)).status).toBe(200);
    await wiki.page('Old');
    expect((await wiki.call('DELETE', `/pages/${id}?purge=true`)).status).toBe(204);
    expect((await wiki.call('GET', `/pages/${id}?status=trashed`)).status).toBe(404);
  });

  test('written in one format is read in the other', async () => {
    const id = await wiki.page('Both', '<h1>What</h1><p>It <strong>broke</strong>.</p>');
    const { body } = await wiki.ok('GET', `/pages/${id}?body-format=atlas_doc_format`);
    const value = body?.atlas_doc_format?.value ?? '';
    const made = await wiki.ok('POST', '/pages', {
      spaceId: wiki.spaces.OPS,
      title: 'Back',
      body: { atlas_doc_format: { representation: 'atlas_doc_format', value } },
    });
    const back = await wiki.ok('GET', `/pages/${String(made.id)}?body-format=storage`);
    expect(back.body?.storage?.value).toBe('<h1>What</h1><p>It <strong>broke</strong>.</p>');
    const { status } = await wiki.call('GET', `/pages/${id}?body-format=view`);
    expect(status).toBe(501);
  });
});

describe('lists of pages', () => {
  const list = (query: string, who?: Who) => wiki.ok('GET', `/pages?${query}`, undefined, who);

  test('name pages by space and title, to those who may see them', async () => {
    await wiki.page('Found');
    await wiki.page('Other');
    const { OPS, ALL } = wiki.spaces;
    expect(titles(await list(`space-id=${OPS}&title=Found`))).toEqual(['Found']);
    expect(titles(await list(`space-id=${OPS}&sort=-title`))).toEqual([
      'Other',
      'Operations',
      'Found',
    ]);
    expect(titles(await list(`space-id=${ALL}&title=Found`))).toEqual([]);
    expect(titles(await list('', 'outsider'))).toEqual(['For all']);
    const ofSpace = await wiki.call('GET', `/spaces/${OPS}/pages`, undefined, 'outsider');
    expect(ofSpace.status).toBe(404);
  });

  test('go on by the address of the next part', async () => {
    for (const n of [1, 2, 3, 4]) await wiki.page(`Page ${n}`);
    const found: unknown[] = [];
    let next: string | undefined = `/wiki/api/v2/pages?space-id=${wiki.spaces.OPS}&limit=2&sort=id`;
    let parts = 0;
    while (next !== undefined) {
      const part: Body = await wiki.ok('GET', next);
      found.push(...titles(part));
      next = part._links?.next;
      parts += 1;
    }
    expect(found).toEqual(['Operations', 'Page 1', 'Page 2', 'Page 3', 'Page 4']);
    expect(parts).toBe(3);
  });

  test.each(['limit=0', 'limit=251', 'limit=x', 'cursor=x', 'space-id=OPS', 'sort=shade'])(
    'refuse %s',
    async (query) => {
      const { status, body } = await wiki.call('GET', `/pages?${query}`);
      expect(status).toBe(400);
      expect(body.errors).toHaveLength(1);
    },
  );
});
