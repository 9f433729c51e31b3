import { beforeEach, describe, expect, test } from '@jest/globals';
import { confluencePages } from '../../../src/adapters/confluence/pages';
import { type SpaceId } from '../../../src/ports/review/review-pages';

let sent: { readonly path: string; readonly init: RequestInit }[] = [];
let answer: () => Response = () => Response.json({});

beforeEach(() => {
  sent = [];
  Object.assign(globalThis, {
    __forge_runtime__: { aaid: 'dana', appContext: {}, metrics: undefined },
    __forge_fetch__: (_: unknown, path: string, init: RequestInit) => {
      sent.push({ path, init });
      return Promise.resolve(answer());
    },
  });
});

const says = (body: unknown, status = 200) => (answer = () => Response.json(body, { status }));
const SPACE = '98' as SpaceId;
const PAGE = { title: 'Review', body: '<p>a</p>' };

describe('the space of reviews', () => {
  test('is found by its key', async () => {
    says({ results: [{ id: '98', key: 'OPS' }] });
    expect(await confluencePages().space('OPS')).toBe('98');
    expect(sent[0]?.path).toBe('/wiki/api/v2/spaces?keys=OPS&limit=1');
    says({ results: [] });
    expect(await confluencePages().space('OPS')).toBe('unknown');
  });

  test.each([
    [401, 'unreachable'],
    [403, 'unreachable'],
    [404, 'unreachable'],
  ])('is beyond reach where Confluence answers %i', async (status, is) => {
    says({}, status);
    expect(await confluencePages().space('OPS')).toBe(is);
  });

  test.each([
    [400, 'refused'],
    [429, 'unavailable'],
    [500, 'unavailable'],
  ])('is not said to be so where it answers %i', async (status, code) => {
    says({}, status);
    await expect(confluencePages().space('OPS')).rejects.toMatchObject({ code });
  });
});

describe('a page', () => {
  const webui = '/spaces/OPS/pages/1';

  test('is found by its title in the space, with the address that Confluence says', async () => {
    says({ results: [{ _links: { webui } }], _links: { base: 'https://a.example/wiki' } });
    expect(await confluencePages().find(SPACE, 'Re & view')).toBe(`https://a.example/wiki${webui}`);
    expect(sent[0]?.path).toBe(
      '/wiki/api/v2/pages?space-id=98&title=Re%20%26%20view&status=current&limit=1',
    );
    says({ results: [{ _links: { webui, base: 'https://b.example/wiki' } }], _links: {} });
    expect(await confluencePages().find(SPACE, 'x')).toBe(`https://b.example/wiki${webui}`);
    says({ results: [{ _links: { webui } }] });
    expect(await confluencePages().find(SPACE, 'x')).toBe(`/wiki${webui}`);
    says({ results: [] });
    expect(await confluencePages().find(SPACE, 'x')).toBeUndefined();
  });

  test('is made in the storage format', async () => {
    says({ _links: { webui, base: 'https://a.example/wiki' } });
    expect(await confluencePages().make(SPACE, PAGE)).toBe(`https://a.example/wiki${webui}`);
    const [{ path, init } = { path: '', init: {} }] = sent;
    expect([path, init.method]).toEqual(['/wiki/api/v2/pages', 'POST']);
    expect(JSON.parse(String(init.body as unknown))).toEqual({
      spaceId: '98',
      status: 'current',
      title: 'Review',
      body: { representation: 'storage', value: '<p>a</p>' },
    });
  });

  test.each([
    [400, 'refused', 'refused'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not-found', 'not-found'],
    [429, 'unavailable', 'retry'],
    [500, 'unavailable', 'uncertain'],
  ])('that is not made (%i) is %s', async (status, code, failure) => {
    says({ errors: [{ title: 'No.' }] }, status);
    const made = confluencePages().make(SPACE, PAGE);
    await expect(made).rejects.toMatchObject({ code, details: { failure } });
  });
});
