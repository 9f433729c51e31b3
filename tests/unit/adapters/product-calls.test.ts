import { route } from '@forge/api';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { confluence } from '../../../src/adapters/confluence/http';
import { jiraAs, orNothing, refusedOf } from '../../../src/adapters/jira/http';
import { jiraSearches } from '../../../src/adapters/jira/searches';
import { IncidentError } from '../../../src/domain/errors';
import { type PersonId } from '../../../src/domain/incident/incident';
import { instantAt } from '../../../src/domain/time';
import { at } from '../../fixtures/incidents';

/** What leaves for Jira and Confluence, as whom, and what their refusals become. */
type Sent = { readonly target: unknown; readonly path: string; readonly init: RequestInit };

let sent: Sent[] = [];
let answer: () => Response = () => Response.json({});
beforeEach(() => {
  sent = [];
  answer = () => Response.json({});
  Object.assign(globalThis, {
    __forge_runtime__: { aaid: 'dana', appContext: {}, metrics: undefined },
    __forge_fetch__: (target: unknown, path: string, init: RequestInit) => {
      sent.push({ target, path, init });
      return Promise.resolve(answer());
    },
  });
});

const ISSUE = route`/rest/api/3/issue`;
const PAGE = route`/wiki/api/v2/pages`;
const headers = () => new Headers(sent[0]?.init.headers);

async function refused(asked: Promise<unknown>): Promise<IncidentError> {
  const error: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof IncidentError) return error;
  throw new Error(`Not refused: ${String(error)}`);
}

describe('a call', () => {
  test.each([
    ['Jira', () => jiraAs('viewer')(ISSUE, { method: 'POST', body: { a: 'b\u0000' } })],
    [
      'Confluence',
      () => confluence(PAGE, { method: 'POST', body: { a: 'b\u0000' }, shape: z.unknown() }),
    ],
  ])('to %s says that it is JSON and wants JSON, in letters that can be kept', async (_, ask) => {
    await ask();
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{"a":"b"}' });
    expect([headers().get('accept'), headers().get('content-type')]).toEqual([
      'application/json',
      'application/json',
    ]);
    expect(headers().has('x-experimentalapi')).toBe(false);
  });

  test('reads where nothing else is said, and says so of what is experimental', async () => {
    await jiraAs('viewer')(ISSUE, { experimental: true });
    expect(sent[0]?.init).toMatchObject({ method: 'GET' });
    expect(sent[0]?.init.body).toBeUndefined();
    expect(headers().get('x-experimentalapi')).toBe('opt-in');
  });

  test('is made as whoever looks, as the app, or as somebody for whom a job works', async () => {
    await jiraAs('viewer')(ISSUE);
    await jiraAs('app')(ISSUE);
    await jiraAs({ person: 'ines' as PersonId })(ISSUE);
    expect(sent.map(({ target }) => target)).toMatchObject([
      { provider: 'user', remote: 'jira' },
      { provider: 'app', remote: 'jira' },
      { provider: 'user', remote: 'jira', accountId: 'ines' },
    ]);
  });
});

describe('a refusal', () => {
  test('of Jira has all its sentences, and those of single fields by their ids', async () => {
    const body = { errorMessages: ['No.', 'Never.'], errors: { customfield_1: 'Not there.' } };
    answer = () => Response.json(body, { status: 400 });
    const error = await refused(jiraAs('viewer')(ISSUE, { method: 'PUT' }));
    expect(error).toMatchObject({
      code: 'refused',
      details: { subject: 'No. Never. Not there.', fields: { customfield_1: 'Not there.' } },
    });
  });

  test('of service management is one sentence', async () => {
    answer = () => Response.json({ errorMessage: 'Closed.' }, { status: 400 });
    const error = await refused(jiraAs('viewer')(ISSUE));
    expect(error.details.subject).toBe('Closed.');
  });

  test('of Confluence has all its titles', async () => {
    answer = () =>
      Response.json({ errors: [{ title: 'No.' }, { title: 'Never.' }] }, { status: 400 });
    const error = await refused(confluence(PAGE, { shape: z.unknown() }));
    expect(error).toMatchObject({ code: 'refused', details: { subject: 'No. Never.' } });
    expect(error.message).toContain('Confluence');
  });

  test.each([[[{ title: null }]], [[{}]], [[]], [[{ title: '' }]]])(
    'of Confluence that has no title has no words: %j',
    async (errors) => {
      answer = () => Response.json({ errors }, { status: 400 });
      const error = await refused(confluence(PAGE, { shape: z.unknown() }));
      expect(error.details.subject).toBeUndefined();
      expect(error.message).toBe('Confluence answered 400: no reason given');
    },
  );

  test.each([
    [400, 'refused', 'refused'],
    [401, 'forbidden', 'unauthorised'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not-found', 'not-found'],
    [409, 'refused', 'refused'],
    [413, 'refused', 'refused'],
    [429, 'unavailable', 'retry'],
    [500, 'unavailable', 'uncertain'],
    [503, 'unavailable', 'uncertain'],
  ])(
    'with %i is %s to a write, and a question may be asked again',
    async (status, code, failure) => {
      answer = () => Response.json({}, { status });
      const write = { method: 'POST' as const, body: {} };
      for (const asked of [
        () => jiraAs('viewer')(ISSUE, write),
        () => confluence(PAGE, { ...write, shape: z.unknown() }),
      ]) {
        expect(await refused(asked())).toMatchObject({ code, details: { failure } });
      }
      for (const asked of [
        () => jiraAs('viewer')(ISSUE),
        () => confluence(PAGE, { shape: z.unknown() }),
      ]) {
        const again = failure === 'uncertain' ? 'retry' : failure;
        expect(await refused(asked())).toMatchObject({ code, details: { failure: again } });
      }
    },
  );

  test('says for how long it asks to wait', async () => {
    const headers = { 'Retry-After': '30' };
    answer = () => Response.json({}, { status: 429, headers });
    expect((await refused(jiraAs('viewer')(ISSUE))).details.retryAfterMs).toBe(30_000);
  });

  test('without a word has none', async () => {
    answer = () => new Response('', { status: 400 });
    expect((await refused(jiraAs('viewer')(ISSUE))).details.subject).toBeUndefined();
    expect(
      (await refused(confluence(PAGE, { shape: z.unknown() }))).details.subject,
    ).toBeUndefined();
  });

  test('of what is not there is nothing, any other is an error', async () => {
    answer = () => Response.json({}, { status: 404 });
    expect(await orNothing(() => jiraAs('viewer')(ISSUE))).toBeUndefined();
    answer = () => Response.json({}, { status: 403 });
    await expect(orNothing(() => jiraAs('viewer')(ISSUE))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('of single fields among many is told of those alone', () => {
    const results = [
      { fieldId: 'a', success: true },
      { fieldId: 'b', success: false, error: 'Locked.' },
      { success: false },
    ];
    expect(refusedOf({ results })).toEqual({ b: 'Locked.', '': '' });
    expect(refusedOf({})).toEqual({});
  });
});

describe('changes near an incident', () => {
  const now = at('12:00');
  const ago = (seconds: number) => instantAt(now - seconds * 1000);

  /** The query that Jira is asked, a window in seconds before now. */
  async function queryOf(from: number, until: number): Promise<string> {
    let jql = '';
    const jira = (_: unknown, { body }: { body?: unknown } = {}) => {
      jql = z.object({ jql: z.string() }).parse(body).jql;
      return Promise.resolve({ issues: [] });
    };
    await jiraSearches(jira, () => now).changes('project = CHG', {
      from: ago(from),
      until: ago(until),
    });
    return jql;
  }

  test('are asked for a minute wider on both sides, whatever zone Jira reads a date in', async () => {
    const within = (field: string) => `${field} >= -11m AND ${field} <= -4m`;
    expect(await queryOf(600, 300)).toContain(
      `(${within('resolved')}) OR (resolved IS EMPTY AND ${within('updated')})`,
    );
    expect(await queryOf(601, 359)).toContain(within('resolved').replace('11m', '12m'));
  });

  test('up to now have no other end', async () => {
    expect(await queryOf(600, 60)).not.toContain('<=');
    expect(await queryOf(600, 120)).toContain('<= -1m');
  });
});
