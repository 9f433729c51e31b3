import { describe, expect, test } from '@jest/globals';
import { jiraChangedIncidents } from '../../../../src/adapters/jira/many/changed-incidents';
import { jiraOldIncidents } from '../../../../src/adapters/jira/many/old-incidents';
import { jiraRunningIncidents } from '../../../../src/adapters/jira/many/running-incidents';
import { jiraSeenIncidents } from '../../../../src/adapters/jira/many/seen-incidents';
import { jiraPeopleNames } from '../../../../src/adapters/jira/people-names';
import { jiraSearches } from '../../../../src/adapters/jira/searches';
import { type PersonId } from '../../../../src/domain/incident/incident';
import { type Instant } from '../../../../src/domain/time';
import { type Answer, FakeJira, refusal } from '../../../fakes/jira';
import { fakeSiteMaps } from '../../../fakes/site-maps';
import { at } from '../../../fixtures/incidents';
import { anIssue, MAP } from '../../../fixtures/issues';

const SEARCH = 'POST /rest/api/3/search/jql';
const COUNT = 'POST /rest/api/3/search/approximate-count';
const OURS = 'project = 10000 AND issuetype = 10010';
const NOW = at('12:00');
const maps = fakeSiteMaps(MAP);
const READ =
  'summary created updated project issuetype status statuscategorychangedate assignee s i1 i2 i3 ttd ttr f p d c v'.split(
    ' ',
  );

/** Pages of a search, one after the other, by the token of each. */
function pages(...all: readonly (readonly unknown[])[]): Answer {
  return ({ body }) => {
    const { nextPageToken } = body as { readonly nextPageToken?: string };
    const n = Number(nextPageToken ?? 0);
    return { issues: all[n] ?? [], ...(n + 1 < all.length && { nextPageToken: String(n + 1) }) };
  };
}

const bodies = (jira: FakeJira) => jira.sent.map(({ body }) => body);

describe('incidents that were changed lately', () => {
  test('are read page by page, to the last one', async () => {
    const jira = new FakeJira({ [SEARCH]: pages([anIssue(1), anIssue(2)], [], [anIssue(3)]) });
    const found: string[] = [];
    for await (const { incidents } of jiraChangedIncidents(jira.ask, maps).within(90))
      found.push(...incidents.map(({ key }) => key));
    expect(found).toEqual(['HOT-1', 'HOT-2', 'HOT-3']);
    const body = {
      jql: `${OURS} AND updated >= -90m ORDER BY created ASC`,
      maxResults: 100,
      fields: READ,
      properties: ['incident'],
    };
    expect(bodies(jira)).toEqual([
      body,
      { ...body, nextPageToken: '1' },
      { ...body, nextPageToken: '2' },
    ]);
  });

  test('are not the half of them where Jira refuses a page', async () => {
    const jira = new FakeJira({ [SEARCH]: refusal(429) });
    const all = jiraChangedIncidents(jira.ask, maps).within(90)[Symbol.asyncIterator]();
    await expect(all.next()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('old incidents', () => {
  test('are counted, and read a hundred at a time from a place on', async () => {
    const jira = new FakeJira({ [COUNT]: { count: 7 }, [SEARCH]: pages([], [anIssue(1)], []) });
    const old = jiraOldIncidents(jira.ask, maps);
    expect(await old.count()).toBe(7);
    expect(await old.page()).toEqual({ incidents: [], unread: [], next: '1' });
    const page = await old.page('1');
    expect([page?.incidents.map(({ key }) => key), page?.next]).toEqual([['HOT-1'], '2']);
    expect((await old.page('2'))?.next).toBeUndefined();
    const body = { jql: `${OURS} ORDER BY created ASC`, maxResults: 100, fields: READ };
    expect(bodies(jira).slice(0, 3)).toEqual([
      { jql: OURS },
      body,
      { ...body, nextPageToken: '1' },
    ]);
    expect(jira.deadlines).toEqual({ [SEARCH]: 20_000 });
  });

  test('begin anew where Jira does not know the place any more, and only then', async () => {
    const old = (status: number) =>
      jiraOldIncidents(new FakeJira({ [SEARCH]: refusal(status) }).ask, maps);
    expect(await old(400).page('old')).toBeUndefined();
    await expect(old(400).page()).rejects.toMatchObject({ code: 'refused' });
    for (const [status, code] of [
      [403, 'forbidden'],
      [429, 'unavailable'],
    ] as const) {
      await expect(old(status).page('old')).rejects.toMatchObject({ code });
    }
  });
});

describe('running incidents', () => {
  const running = (n: number, created: string, fields: object = {}) => ({
    key: `HOT-${n}`,
    fields: { created, summary: `No ${n}`, status: { id: '2' }, ...fields },
  });
  const ten = '2026-03-02T10:00:00.000+0000';

  test('are searched without drills and those for few, the worst and oldest first', async () => {
    const jira = new FakeJira({
      [SEARCH]: {
        issues: [
          running(1, ten),
          running(2, ten, { s: { id: '72', value: '2' }, f: { id: '5', value: 'Shop' } }),
          running(3, ten, { s: { id: '71', value: '1' }, i1: '2026-03-02T11:00:00.000+0000' }),
          running(4, ten, { s: { id: '71', value: '1' }, status: { id: '1' } }),
          running(5, ten, { s: { id: '79', value: '?' }, status: { id: '9' }, f: null }),
        ],
      },
    });
    const incidents = jiraRunningIncidents(jira.ask, maps);
    const found = await incidents.named();
    expect(found.map(({ key }) => key)).toEqual(['HOT-4', 'HOT-3', 'HOT-2', 'HOT-1', 'HOT-5']);
    expect(found[2]).toEqual({
      key: 'HOT-2',
      summary: 'No 2',
      phase: 'fixing',
      service: 'Shop',
      serviceOption: '5',
      severity: 2,
      since: at('10:00'),
    });
    expect(found.map(({ phase, severity }) => [phase, severity])).toEqual([
      ['new', 1],
      ['fixing', 1],
      ['fixing', 2],
      ['fixing', null],
      ['new', null],
    ]);
    expect(found[1]).toMatchObject({ since: at('11:00'), service: null, serviceOption: null });
    // What is said to everybody has no name and no summary.
    expect((await incidents.all())[2]).toEqual({
      service: 'Shop',
      severity: 2,
      since: at('10:00'),
    });
    expect(bodies(jira)[0]).toEqual({
      jql: `${OURS} AND status in (1, 2) AND level is EMPTY AND cf[d] is EMPTY ORDER BY created DESC`,
      maxResults: 20,
      fields: ['summary', 'status', 'created', 's', 'i1', 'f'],
    });
  });

  test('of a site without drills and services are searched all the same', async () => {
    const { faultyService: _, drill: __, ...fields } = MAP.fields;
    const jira = new FakeJira({ [SEARCH]: { issues: [running(1, ten)] } });
    await jiraRunningIncidents(jira.ask, fakeSiteMaps({ ...MAP, fields })).named();
    expect(bodies(jira)[0]).toMatchObject({
      jql: `${OURS} AND status in (1, 2) AND level is EMPTY ORDER BY created DESC`,
      fields: ['summary', 'status', 'created', 's', 'i1'],
    });
  });
});

describe('incidents that somebody sees', () => {
  const minutesAgo = (count: number) => (NOW - count * 60_000) as Instant;
  const seen = (answers: Record<string, Answer>) => {
    const jira = new FakeJira(answers);
    return { jira, incidents: jiraSeenIncidents(jira.ask, maps, () => NOW) };
  };

  test('are counted in a window, in minutes before now', async () => {
    const { jira, incidents } = seen({ [COUNT]: { count: 3 } });
    expect(await incidents.count({ until: minutesAgo(5) })).toBe(3);
    await incidents.count({ after: minutesAgo(90), until: minutesAgo(-5) });
    expect(bodies(jira)).toEqual([
      { jql: `(${OURS}) AND (created <= -5m)` },
      { jql: `(${OURS}) AND (created <= -0m AND created > -90m)` },
    ]);
  });

  test('are listed by ids, five thousand at a time, in a window or by a query', async () => {
    const { jira, incidents } = seen({ [SEARCH]: pages([{ id: '1' }], [{ id: '2' }]) });
    const window = { until: minutesAgo(5) };
    expect(await incidents.ids({ window })).toEqual({ ids: ['1'], next: '1' });
    expect(await incidents.ids({ jql: 'a = 1 OR b = 2' }, '1')).toEqual({
      ids: ['2'],
      next: undefined,
    });
    expect(bodies(jira)).toEqual([
      {
        jql: `(${OURS}) AND (created <= -5m) ORDER BY created ASC`,
        maxResults: 5000,
        fields: ['id'],
      },
      {
        jql: `(${OURS}) AND (a = 1 OR b = 2) ORDER BY created ASC`,
        maxResults: 5000,
        fields: ['id'],
        nextPageToken: '1',
      },
    ]);
  });

  test.each([
    [400, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'unavailable'],
  ] as const)('are said to be %i as it is', async (status, code) => {
    const { incidents } = seen({ [COUNT]: refusal(status), [SEARCH]: refusal(status) });
    await expect(incidents.count({ until: NOW })).rejects.toMatchObject({ code });
    await expect(incidents.ids({ jql: 'a = 1' })).rejects.toMatchObject({ code });
  });
});

describe('changes of a site', () => {
  const updated = '2026-03-02T09:00:00.000+0000';
  const change = (key: string, more: object = {}) => ({
    key,
    fields: { summary: `About ${key}`, updated, ...more },
  });

  test('are the fifty that were changed last, and whether there are more', async () => {
    const by = { assignee: { displayName: 'Ada' }, resolutiondate: '2026-03-02T08:00:00.000+0000' };
    const issues = [change('CHG-1', by), change('CHG-2', { assignee: null, resolutiondate: null })];
    const jira = new FakeJira({ [SEARCH]: pages(issues, []) });
    const window = { from: at('10:00'), until: NOW };
    expect(await jiraSearches(jira.ask, () => NOW).changes('project = CHG', window)).toEqual({
      more: true,
      found: [
        { kind: 'issue', id: 'CHG-1', name: 'About CHG-1', at: at('08:00'), by: 'Ada' },
        { kind: 'issue', id: 'CHG-2', name: 'About CHG-2', at: at('09:00') },
      ],
    });
    expect(bodies(jira)[0]).toMatchObject({
      maxResults: 50,
      fields: ['summary', 'updated', 'resolutiondate', 'assignee'],
    });
    const all = new FakeJira({ [SEARCH]: pages(issues), [COUNT]: { count: 9 } });
    const searches = jiraSearches(all.ask, () => NOW);
    expect((await searches.changes('project = CHG', window)).more).toBe(false);
    expect(await searches.count('a = 1')).toBe(9);
    expect(bodies(all)[1]).toEqual({ jql: 'a = 1' });
  });
});

describe('names of people', () => {
  const USERS = 'GET /rest/api/3/user/bulk';
  const ids = (count: number) => Array.from({ length: count }, (_, n) => `p${n}` as PersonId);

  test('are asked for fifty at a time, each once', async () => {
    const asked: string[][] = [];
    const send = (count: number) => {
      asked.length = 0;
      const jira = new FakeJira({ [USERS]: { values: [{ accountId: 'p1', displayName: 'One' }] } });
      return jiraPeopleNames((path) => {
        const query = new URLSearchParams(path.value.split('?')[1]);
        asked.push(query.getAll('accountId'));
        expect(query.get('maxResults')).toBe('50');
        return jira.ask(path);
      }).of([...ids(count), ...ids(1)]);
    };
    expect([...(await send(50))]).toEqual([['p1', 'One']]);
    expect(asked.map(({ length }) => length)).toEqual([50]);
    await send(101);
    expect(asked.map(({ length }) => length)).toEqual([50, 50, 1]);
    expect(asked.flat()).toEqual(ids(101));
  });

  test('are none for whom Jira does not let look anybody up, and an error where it is down', async () => {
    const names = (status: number) =>
      jiraPeopleNames(new FakeJira({ [USERS]: refusal(status) }).ask).of(ids(1));
    expect((await names(403)).size).toBe(0);
    await expect(names(429)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(names(400)).rejects.toMatchObject({ code: 'refused' });
  });
});
