import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ANNA, aWorld, type World } from './support';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterEach(() => {
  world.faults.clear();
  world.jira.length = 0;
  world.outside.length = 0;
});
afterAll(() => world.forge.stop());

const last = () => world.forge.invocations().at(-1);
const jira = (payload: object, accountId: string | null = ANNA) =>
  world.call('jira', payload, { accountId });

describe('a call to Jira', () => {
  test('carries path, method and body as the app wrote them', async () => {
    await jira({ as: 'app', path: 'issue', method: 'PUT' });
    const [seen] = world.jira;
    expect(seen?.request.url).toBe('http://localhost:4000/rest/api/3/issue?fields=gr%C3%B6%C3%9Fe');
    expect(seen?.request.method).toBe('PUT');
    expect(seen?.body).toBe('{"a":"ä"}');
    expect(seen?.request.headers.get('forge-proxy-authorization')).toBeNull();
  });

  test.each([
    ['the app for itself', { as: 'app' }, () => world.forge.app.accountId],
    ['the app for the person who is there', { as: 'user' }, () => ANNA],
    [
      'the app for a person who is not there',
      { as: 'user', accountId: '712020:bela' },
      () => '712020:bela',
    ],
  ])('is made by %s', async (_, how, accountId) => {
    expect(await jira({ ...how, path: 'myself' })).toMatchObject({ status: 200 });
    expect(world.jira).toMatchObject([{ caller: { accountId: accountId(), viaApp: true } }]);
    expect(last()?.productCalls).toEqual([
      {
        product: 'jira',
        method: 'GET',
        path: '/rest/api/3/myself?fields=gr%C3%B6%C3%9Fe',
        as: how.as,
        status: 200,
        points: 3,
      },
    ]);
  });

  test.each([
    [
      'for a person, when nobody is there',
      { as: 'user', path: 'issue' },
      null,
      'Authentication Required',
    ],
    [
      'for an absent person by a scope without allowImpersonation',
      { as: 'user', path: 'issue', method: 'PUT', accountId: ANNA },
      ANNA,
      expect.stringContaining('USER_IMPERSONATION_NOT_ALLOWED'),
    ],
  ])('%s is refused by the platform', async (_, payload, accountId, message) => {
    expect(await jira(payload, accountId)).toMatchObject({ message });
    expect(world.jira).toEqual([]);
  });

  test('that needs a scope the manifest does not ask for never reaches Jira', async () => {
    expect(await jira({ as: 'app', path: 'secret' })).toEqual({
      status: 403,
      body: { code: 403, message: 'Unauthorized; scope does not match' },
    });
    expect(world.jira).toEqual([]);
    expect(last()?.productCalls).toMatchObject([{ status: 403 }]);
  });

  test('that the sandbox does not know is left to Jira to answer', async () => {
    expect(await jira({ as: 'app', path: 'unknown' })).toMatchObject({ status: 200 });
  });

  test('meets the faults asked for', async () => {
    world.faults.add({ target: 'jira', rate: 1, status: 429, retryAfter: 7 }, { times: 1 });
    expect(await jira({ as: 'app', path: 'issue' })).toMatchObject({ status: 429 });
    world.faults.add({ target: 'jira', rate: 1, status: 'reset' }, { times: 1 });
    expect(await jira({ as: 'app', path: 'issue' })).toMatchObject({ message: 'fetch failed' });
    expect(await jira({ as: 'app', path: 'issue' })).toMatchObject({ status: 200 });
  });
});

test('a service that does not answer is waited for as long as the function may run', async () => {
  world.faults.add({ target: 'jira', rate: 1, status: 'timeout' }, { times: 1 });
  const reply = await world.call('jira', { as: 'app', path: 'issue' }, { moduleKey: 'quick' });
  expect(reply).toMatchObject({ type: 'FUNCTION_TIME_OUT' });
  expect(world.jira).toEqual([]);
});

describe('a call to the outside', () => {
  test.each(['https://api.lost.example/things?a=1', 'https://eu.found.example/'])(
    'to %s leaves',
    async (url) => {
      const answer = await world.call('call', {
        url,
        init: { method: 'POST', body: 'text', headers: { 'x-key': '1' } },
      });
      expect(answer).toEqual({ status: 200, body: `found at ${url}` });
      const [left] = world.outside;
      expect([left?.method, left?.headers.get('x-key'), await left?.text()]).toEqual([
        'POST',
        '1',
        'text',
      ]);
      expect(last()?.egress).toEqual([{ method: 'POST', url, status: 200 }]);
    },
  );

  test.each([
    'https://elsewhere.example/',
    'http://api.lost.example/',
    'https://found.example.evil/',
    'https://api.lost.example/moved',
  ])('to %s is refused', async (url) => {
    expect(await world.call('call', { url })).toMatchObject({
      type: 'REQUEST_EGRESS_ALLOWLIST_ERR',
    });
    expect(world.outside.map((request) => new URL(request.url).host)).not.toContain(
      'elsewhere.example',
    );
  });

  test('by a bare socket leaves as any other', async () => {
    const options = { method: 'POST', headers: { 'X-A': ['1'], Host: 'other.example' } };
    const url = 'https://api.lost.example/parcels?a=1';
    expect(await world.call('socket', { url, options, body: 'grün' })).toMatchObject({
      status: 200,
    });
    const [left] = world.outside;
    expect([left?.method, left?.url, left?.headers.get('x-a')]).toEqual(['POST', url, '1']);
    const elsewhere = 'https://elsewhere.example/';
    expect(await world.call('socket', { url: elsewhere, options: {} })).toMatchObject({
      type: 'REQUEST_EGRESS_ALLOWLIST_ERR',
    });
  });
});

describe('what @forge/api sent up to its version 3', () => {
  const ask = (authorization: string, rest = {}): Promise<unknown> => {
    const options = { agent: 'FORGE_PRODUCT_REQUEST', headers: { authorization }, ...rest };
    const url = 'https://jira/rest/api/3/myself?expand=groups';
    return world.call('socket', { url, options }, { accountId: ANNA });
  };

  test.each([
    ['Forge app', (): string => world.forge.app.accountId],
    ['Forge user', (): string => ANNA],
  ])('reaches the product: %s', async (authorization, accountId) => {
    expect(await ask(authorization)).toMatchObject({ status: 200 });
    const [seen] = world.jira;
    expect(seen?.caller.accountId).toBe(accountId());
    expect(seen?.request.url).toBe('http://localhost:4000/rest/api/3/myself?expand=groups');
    expect(seen?.request.headers.get('authorization')).toBeNull();
  });

  test('keeps and finds values in the same store', async () => {
    const store = async (query: string, variables: object): Promise<unknown> => {
      const headers = { authorization: 'Forge app' };
      const options = { agent: 'FORGE_PRODUCT_REQUEST', method: 'POST', headers };
      const url = 'https://stargate/forge/entities/graphql';
      const body = JSON.stringify({ query, variables });
      const { text } = (await world.call('socket', { url, options, body })) as { text: string };
      return JSON.parse(text);
    };
    const get = (key: string): Promise<unknown> =>
      store('query { appStoredEntity(key: $key) { value } }', { key, encrypted: false });
    const done = { data: { appStorage: { setAppStoredEntity: { success: true } } } };
    const input = { key: 'old:1', value: { n: 1 }, encrypted: false };
    const set = 'mutation { appStorage { setAppStoredEntity(input: $input) { success } } }';
    expect(await store(set, { input })).toMatchObject(done);
    expect(await get('old:1')).toEqual({
      data: { appStoredEntity: { key: 'old:1', value: { n: 1 } } },
    });
    expect(await world.call('store', { steps: [['get', 'old:1']] })).toEqual([{ n: 1 }]);
    await world.forge.idle(); // queries are a moment behind
    const where = [{ field: 'key', condition: 'STARTS_WITH', value: 'old:' }];
    const list = 'query { appStoredEntities(where: $where) { edges { node { key value } } } }';
    expect(await store(list, { where, cursor: null, limit: null })).toMatchObject({
      data: { appStoredEntities: { edges: [{ node: { key: 'old:1' } }] } },
    });
    const remove = 'mutation { appStorage { deleteAppStoredEntity(input: $input) { success } } }';
    await store(remove, { input: { key: 'old:1', encrypted: false } });
    expect(await get('old:1')).toEqual({ data: { appStoredEntity: { value: null } } });
  });

  test('to accounts of other services says that they are not there', async () => {
    expect(await ask('Forge user google 1', { agent: 'EXTERNAL_AUTH_REQUEST' })).toMatchObject({
      message: 'Accounts of other services are not emulated in the sandbox.',
    });
  });
});

describe('a web trigger', () => {
  test('has an address of its own, and runs the function for whoever calls it', async () => {
    const url = String(await world.call('url'));
    expect(url).toMatch(/^http:\/\/localhost:4000\/public\/[0-9a-f-]{36}$/);
    const request = new Request(`${url}/more?a=1&a=2`, { method: 'POST', body: '{"n":1}' });
    const answer = await world.forge.webtrigger(`${new URL(url).pathname}/more`, request);
    expect([answer?.status, answer?.headers.get('x-answer')]).toEqual([201, 'yes']);
    expect(await answer?.json()).toMatchObject({
      method: 'POST',
      userPath: '/more',
      body: '{"n":1}',
      queryParameters: { a: ['1', '2'] },
      headers: { 'content-type': ['text/plain;charset=UTF-8'] },
    });
    expect(last()).toMatchObject({ kind: 'webtrigger', module: 'incoming', accountId: null });
  });

  test('does not answer where one of the first form would be', async () => {
    const path = new URL(String(await world.call('url'))).pathname.replace('/public/', '/x1/');
    const asked = new Request(`http://localhost:4000${path}`);
    expect(await world.forge.webtrigger(path, asked)).toBeUndefined();
  });

  test.each(['/public/nonsense', '/rest/api/3/issue'])('does not answer at %s', async (path) => {
    expect(
      await world.forge.webtrigger(path, new Request(`http://localhost:4000${path}`)),
    ).toBeUndefined();
  });
});

test('simulated latency is paid by every call', async () => {
  const slow = await aWorld({ latency: { product: 60, kvs: 40 } });
  await slow.call('echo');
  const ms = async (run: Promise<unknown>) => {
    await run;
    return slow.forge.invocations().at(-1)?.ms;
  };
  expect(await ms(slow.call('jira', { as: 'app', path: 'issue' }))).toBeGreaterThanOrEqual(60);
  expect(await ms(slow.store(['get', 'a'], ['get', 'b']))).toBeGreaterThanOrEqual(80);
  await slow.forge.stop();
});
