import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Clock } from '../../../sandbox/core/clock';
import { createConfluence } from '../../../sandbox/confluence';
import { ANNA, aWorld, CREATED, type World } from './support';

const BELA = '712020:bela';
let plain: World;
let world: World;
let spaceId: string;

beforeAll(async () => {
  plain = await aWorld();
  const confluence = createConfluence({
    clock: new Clock(CREATED),
    baseUrl: () => 'http://localhost:4000',
    visitor: (accountId) => ({
      accountId,
      groups: accountId === ANNA ? ['finders'] : [],
      isApp: accountId === world.forge.app.accountId,
    }),
  });
  const space = { key: 'LOST', name: 'Lost', readers: [], writers: ['finders'], authorId: ANNA };
  spaceId = confluence.addSpace(space).id;
  world = await aWorld({ products: { ...plain.products, confluence } });
});
afterEach(() => {
  world.faults.clear();
});
afterAll(() => Promise.all([world.forge.stop(), plain.forge.stop()]));

const ask = (payload: object) => world.call('confluence', payload);
const last = () => world.forge.invocations().at(-1);
const page = (title: string) => ({ path: 'pages', method: 'POST', body: { spaceId, title } });

describe('a call to Confluence', () => {
  test.each([
    ['for the app', { as: 'app' }, 200, () => world.forge.app.accountId],
    ['for the person who is there', { as: 'user' }, 200, () => ANNA],
    ['for a person who is not there', { as: 'user', accountId: ANNA }, 200, () => ANNA],
  ])('is made %s', async (name, as, status, author) => {
    const answer = await ask({ ...page(`Note ${name}`), ...as });
    expect(answer).toMatchObject({ status, body: { authorId: author() } });
    expect(last()?.productCalls).toEqual([
      {
        product: 'confluence',
        method: 'POST',
        path: '/wiki/api/v2/pages?limit=5',
        as: as.as,
        status: 200,
        points: 1,
      },
    ]);
  });

  test('has the rights of the person', async () => {
    expect(await ask({ ...page('Not mine'), as: 'user', accountId: BELA })).toMatchObject({
      status: 404,
      body: { errors: [{ title: 'Space not found' }] },
    });
  });

  test('costs a point for each page that it reads', async () => {
    const answer = (await ask({ as: 'app', path: 'pages' })) as { body: { results: unknown[] } };
    expect(last()?.productCalls[0]?.points).toBe(1 + answer.body.results.length);
  });

  test('needs a scope of the manifest', async () => {
    expect(await ask({ as: 'user', path: 'spaces' })).toEqual({
      status: 403,
      body: { code: 403, message: 'Unauthorized; scope does not match' },
    });
  });

  test('for an absent person needs a scope that lets it', async () => {
    const answer = await ask({ as: 'user', path: 'pages', accountId: ANNA });
    expect(answer).toMatchObject({
      message: expect.stringContaining('USER_IMPERSONATION_NOT_ALLOWED'),
    });
  });

  test('meets the faults asked for, in the words of Confluence', async () => {
    world.faults.add({ target: 'confluence', rate: 1, status: 503 }, { times: 1 });
    expect(await ask({ as: 'app', path: 'pages' })).toMatchObject({
      status: 503,
      body: { errors: [{ status: 503 }] },
    });
  });
});

describe('whether the site has Confluence', () => {
  const owners = async (on: World) => {
    const { context } = (await on.call('environment')) as {
      context: { installation: { contexts: { resourceOwner: string }[] } };
    };
    return context.installation.contexts.map(({ resourceOwner }) => resourceOwner);
  };

  test('stands in what the app is installed in', async () => {
    expect(await owners(world)).toEqual(['jira', 'confluence']);
    expect(await owners(plain)).toEqual(['jira']);
  });

  test('a call tells as well', async () => {
    expect(await plain.call('confluence', { as: 'app', path: 'pages' })).toEqual({
      status: 404,
      body: { statusCode: 404, message: 'This site has no Confluence.' },
    });
  });
});
