import { beforeEach, describe, expect, test } from '@jest/globals';
import { SWALLOWED } from '../../../sandbox/jira/http/swallowed';
import { allCalls, isDescribed } from './description';
import { addressOf, type Reply, TestSite } from './site';

/** What Jira refuses, and in which words where they are known. */

let site: TestSite;
let key: string;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
  key = await site.issue();
});

/** Status and all that was said. */
const said = ({ status, body }: Reply): readonly [number, ...string[]] => {
  const { errorMessages = [], errors = {} } = body;
  return [
    status,
    ...errorMessages,
    ...Object.entries(errors).map(([id, text]) => `${id}: ${text}`),
  ];
};

describe('any call', () => {
  const send = (headers: Record<string, string>, body: string): Promise<Response> =>
    site.jira.fetch(
      new Request(`http://jira.test${addressOf('/search/jql')}`, { method: 'POST', headers, body }),
      { accountId: site.admin.accountId, viaApp: false },
    );

  test('takes JSON alone', async () => {
    const answer = await send({ 'Content-Type': 'text/plain' }, '{"jql":"project = HOT"}');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      415,
      'application/problem+json;charset=UTF-8',
    ]);
    expect(await answer.json()).toMatchObject({
      title: 'Unsupported Media Type',
      detail: "Content-Type 'text/plain' is not supported.",
      instance: '/rest/api/3/search/jql',
    });
  });

  test('takes no form where it wants JSON', async () => {
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.txt');
    expect((await site.call('POST', `/issue/${key}/comment`, form)).status).toBe(415);
  });

  test.each([
    ['a zero', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['half a pair', 'a\ud83d'],
  ])('refuses %s in a text', async (_what, text) => {
    const edit = { fields: { summary: text } };
    expect((await site.call('PUT', `/issue/${key}`, edit)).status).toBe(400);
    expect((await site.call('PUT', `/issue/${key}/properties/x`, { [text]: 1 })).status).toBe(400);
  });

  test('takes tabs, lines and whole pairs', async () => {
    const value = 'a\tb\nc\r\n😀';
    await site.ok('PUT', `/issue/${key}/properties/x`, { value });
    expect(await site.ok('GET', `/issue/${key}/properties/x`)).toMatchObject({ value: { value } });
  });
});

describe('addresses that look like an issue', () => {
  test.each(['picker', 'createmeta'])('GET /issue/%s is no issue', async (name) => {
    const message = `The sandbox does not emulate GET /rest/api/3/issue/${name}`;
    const reply = await site.call('GET', `/issue/${name}`);
    expect(said(reply)).toEqual([501, message]);
  });

  (isDescribed ? test : test.skip)('are all listed', () => {
    const ours = site.jira.coverage;
    const isOurs = (method: string, path: string): boolean =>
      ours.some((one) => one.method === method && one.path === path);
    const swallowed = allCalls().filter(
      ({ method, path }) =>
        !isOurs(method, path) &&
        ours.some((one) => one.method === method && swallows(one.path, path)),
    );
    const names = swallowed.map(({ method, path }) => `${method} ${path}`);
    expect(names.filter((name) => !SWALLOWED.includes(name))).toEqual([]);
  });

  const swallows = (ours: string, path: string): boolean => {
    const [one, other] = [ours, path].map((text) => text.replace(/\{\w+\}/g, '{}'));
    const pattern = `^${ours.replace(/\{\w+\}/g, '[^/]+')}$`;
    return one !== other && new RegExp(pattern).test(path.replace(/\{\w+\}/g, 'x'));
  };
});
