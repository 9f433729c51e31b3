import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Site } from '../../../sandbox/site/site';
import { aSite, call, person, raise, rest, wiki } from '../../support/site';

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(() => site.reset());
afterAll(() => site.stop());

type Answer = { readonly status: number; readonly body: Record<string, unknown> & unknown[] };

async function ask(
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(site.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const basic = (who: Parameters<typeof person>[0]) => ({
  Authorization: `Basic ${Buffer.from(`${person(who).email}:anything`).toString('base64')}`,
});

describe('people', () => {
  it('are listed with their roles, every role at least once', async () => {
    const { body } = await ask('/_sandbox/people');
    expect(body[0]).toEqual({
      accountId: expect.any(String),
      displayName: 'Dana Okafor',
      email: 'dana.okafor@larkfield.example',
      roles: ['responder'],
    });
    const roles = (body as unknown as { roles: string[] }[]).flatMap((one) => one.roles);
    expect([...new Set(roles)].sort()).toEqual(['admin', 'outsider', 'reader', 'responder']);
  });

  it('say who they are by basic authentication, and nobody else is anybody', async () => {
    const { body } = await ask('/rest/api/3/myself', undefined, basic('ines'));
    expect(body['displayName']).toBe('Ines Brandt');
    expect((await ask('/rest/api/3/myself')).status).toBe(401);
  });

  it.each([
    { who: 'dana', status: 200 },
    { who: 'sam', status: 200 },
    { who: 'omar', status: 404 },
  ] as const)('$who gets $status for an incident', async ({ who, status }) => {
    const { key } = await raise(site);
    expect((await ask(`/rest/api/3/issue/${key}`, undefined, basic(who))).status).toBe(status);
  });

  it('who read only are refused an edit', async () => {
    const incident = await raise(site);
    await expect(incident.edit({ summary: 'Mine now' }, 'sam')).rejects.toThrow(/40[03]/);
  });
});

describe('an address that nobody emulates', () => {
  it.each([
    '/rest/api/3/dashboard/7/flip',
    '/wiki/api/v2/blogposts',
    '/wiki/rest/api/content',
    '/rest/servicedeskapi/organization',
  ])('%s answers 501 and names itself', async (path) => {
    const { status, body } = await ask(path, undefined, basic('ada'));
    expect(status).toBe(501);
    expect(JSON.stringify(body)).toContain(`GET ${path}`);
  });
});

describe('the clock', () => {
  it('stands where it was put, is set, advanced, and let go', async () => {
    expect((await ask('/_sandbox/clock')).body).toEqual({
      now: '2026-03-02T12:00:00.000Z',
      running: false,
    });
    expect((await ask('/_sandbox/clock', { advance: 'PT1H30M' })).body['now']).toBe(
      '2026-03-02T13:30:00.000Z',
    );
    expect((await ask('/_sandbox/clock', { set: '2026-03-03T00:00:00Z' })).body['now']).toBe(
      '2026-03-03T00:00:00.000Z',
    );
    expect((await ask('/_sandbox/clock', { run: true })).body['running']).toBe(true);
  });

  it.each([{ advance: 'soon' }, { set: 'yesterday' }, {}, { advance: 'P1M' }])(
    'refuses %p and says why',
    async (body) => {
      const answer = await ask('/_sandbox/clock', body);
      expect(answer.status).toBe(400);
      expect(answer.body['error']).toEqual(expect.any(String));
    },
  );

  it('is what the app goes by', async () => {
    await ask('/_sandbox/clock', { set: '2031-05-05T05:05:05Z' });
    const { key } = await raise(site);
    await ask('/_sandbox/idle', {});
    const { body } = await invoke('dana', key);
    expect(body).toMatchObject({ result: { value: { now: '2031-05-05T05:05:05.000Z' } } });
  });
});

function invoke(
  who: Parameters<typeof person>[0],
  issue: string,
  more: Record<string, unknown> = {},
) {
  const call = {
    module: 'incident-context',
    function: 'getIncident',
    as: person(who).email,
    issue,
  };
  return ask('/_sandbox/invoke', { ...call, ...more });
}

describe('backstage', () => {
  it('says beside a call of the app what its published text demands, and beside no other', async () => {
    const { body } = await ask('/_sandbox/coverage');
    const calls = body as unknown as { method: string; path: string; prose?: object }[];
    const proseOf = (path: string) => calls.find((one) => one.path === path)?.prose;
    expect(proseOf('/rest/api/3/issue/{issueIdOrKey}/notify')).toMatchObject({
      permissions: expect.stringContaining('Browse projects'),
      read: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(proseOf('/wiki/api/v2/spaces/{id}/operations')).toBeDefined();
    expect(proseOf('/rest/api/3/jql/parse')).toBeUndefined();
  });

  it('shows what ran and what it did', async () => {
    await raise(site);
    await ask('/_sandbox/idle', {});
    const { body } = await ask('/_sandbox/invocations');
    expect(body).toMatchObject([
      {
        function: 'issue-changed',
        kind: 'trigger',
        trigger: 'avi:jira:created:issue',
        result: 'ok',
      },
      { function: 'figures-job', kind: 'consumer', trigger: 'figures', result: 'ok' },
    ]);
    expect(JSON.stringify(body)).toContain('/rest/api/3/issue/');
  });

  it('calls a resolver as a person, and says who is unknown', async () => {
    const { key } = await raise(site);
    expect((await invoke('sam', key)).body).toMatchObject({ ok: true, result: { ok: true } });
    const answer = await invoke('dana', key, { as: 'nobody@larkfield.example' });
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain('nobody@larkfield.example');
  });

  it('delivers a raw event', async () => {
    const { id, key } = await raise(site);
    await ask('/_sandbox/idle', {});
    const issue = { id, key, fields: { issuetype: { name: 'Incident' } } };
    await ask('/_sandbox/event', { name: 'avi:jira:updated:issue', payload: { issue } });
    await ask('/_sandbox/idle', {});
    const { body } = await ask('/_sandbox/invocations');
    expect(body).toHaveLength(4);
  });

  it('shows what is stored, what left, and what a run would be billed', async () => {
    await raise(site);
    await ask('/_sandbox/idle', {});
    expect(JSON.stringify((await ask('/_sandbox/storage')).body)).toContain('site-map');
    expect((await ask('/_sandbox/outbox')).body).toEqual([]);
    expect((await ask('/_sandbox/bill')).body).toMatchObject({ invocations: 2 });
  });

  it('breaks what it is told to, as often as it is told to', async () => {
    const { key } = await raise(site);
    await ask('/_sandbox/idle', {});
    await ask('/_sandbox/faults', { target: 'jira', rate: 1, status: 503, times: 2 });
    expect((await invoke('dana', key)).body).toMatchObject({ result: { code: 'unavailable' } });
    expect((await invoke('dana', key)).body).toMatchObject({ result: { ok: true } });
    expect((await ask('/_sandbox/faults')).body).toEqual([]);
    expect((await ask('/_sandbox/faults', { rate: 1 })).status).toBe(400);
  });

  it('breaks single calls, and the third of them when told so', async () => {
    const { key } = await raise(site);
    await ask('/_sandbox/idle', {});
    const fault = { target: 'jira', status: 500, times: 1 };
    const once = { ...fault, method: 'post', path: '/rest/api/3/workflows/create' };
    await ask('/_sandbox/faults', once);
    await ask('/_sandbox/faults', { ...fault, path: '/rest/api/3/issue/', after: 2 });
    expect((await ask('/_sandbox/faults')).body).toHaveLength(2);
    const codes: unknown[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { result } = (await invoke('dana', key)).body as { result?: Record<string, unknown> };
      codes.push(result?.['code'] ?? 'well');
    }
    expect(codes).toEqual(['well', 'well', 'unavailable', 'well']);
    expect((await ask('/_sandbox/faults')).body).toMatchObject([{ method: 'POST', left: 1 }]);
    await ask('/_sandbox/faults', { ...once, rate: 0 });
    expect((await ask('/_sandbox/faults')).body).toEqual([]);
  });

  it('has everything back as it was, however often', async () => {
    const all = async () => ({
      store: site.forge.storage(),
      people: site.jira.people(),
      projects: await rest(site, 'ada').get('/rest/api/3/project/search?expand=description,lead'),
      fields: await rest(site, 'ada').get('/rest/api/3/field'),
      statuses: await rest(site, 'ada').get('/rest/api/3/statuses/search?maxResults=200'),
      spaces: await wiki(site, 'ada').get('/wiki/api/v2/spaces'),
    });
    const before = structuredClone(await all());
    for (let time = 0; time < 2; time += 1) {
      const { key } = await raise(site);
      await call(site, 'dana', key, 'takeIncident', { from: null });
      await rest(site, 'ada').put('/rest/api/3/project/HOT', { name: 'Something else' });
      await site.forge.idle();
      expect(await all()).not.toEqual(before);
      await site.reset();
      expect(await all()).toEqual(before);
    }
  });

  it('goes back to the start', async () => {
    await raise(site);
    await ask('/_sandbox/clock', { advance: 'P1D' });
    await ask('/_sandbox/reset', {});
    expect((await ask('/_sandbox/clock')).body['now']).toBe('2026-03-02T12:00:00.000Z');
    const { key } = await raise(site);
    expect(key).toBe('HOT-1');
  });
});

describe('what the site serves', () => {
  it("keeps the app's pages on another origin, under a strict policy, and out of the site's", async () => {
    const frame = await fetch(
      `${site.url.replace('localhost', '127.0.0.1')}/_app/incident-context/index.html`,
    );
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(frame.status).toBe(200);
    expect(policy).toContain(`frame-ancestors`);
    expect(policy).not.toMatch(/(script|style)-src[^;]*'unsafe-inline'/);
    const page = await fetch(`${site.url.replace('localhost', '127.0.0.1')}/browse/HOT-1`, {
      redirect: 'manual',
    });
    expect(page.headers.get('location')).toBe(`${site.url}/browse/HOT-1`);
  });
});

describe('a schedule', () => {
  it.each([
    { advance: 'PT4M', runs: 0 },
    { advance: 'PT5M', runs: 1 },
    { advance: 'PT3H', runs: 3 },
    { advance: 'P3650D', runs: 25 },
  ])('runs $runs times in $advance', async ({ advance, runs }) => {
    await ask('/_sandbox/clock', { advance });
    expect(site.forge.invocations().filter(({ kind }) => kind === 'scheduled')).toHaveLength(runs);
  });
});
