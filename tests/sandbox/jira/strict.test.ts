import { beforeEach, describe, expect, test } from '@jest/globals';
import { SWALLOWED } from '../../../sandbox/jira/http/swallowed';
import { allCalls, isDescribed } from './description';
import { addressOf, doc, said, TestSite } from './site';

/** What Jira refuses, and in which words where they are known. */

let site: TestSite;
let key: string;
beforeEach(async () => {
  site = new TestSite();
  await site.project();
  key = await site.issue();
});

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

const NOT_A_PAYLOAD = 'Invalid request payload. Refer to the REST API documentation and try again.';
const jql = 'project = HOT';

describe('a search', () => {
  test.each([
    ['startAt', { jql, startAt: 0 }, NOT_A_PAYLOAD],
    ['a key that nobody knows', { jql, total: true }, NOT_A_PAYLOAD],
    ['fields that are no list', { jql, fields: 'summary' }, NOT_A_PAYLOAD],
    ['a number as a text', { jql, maxResults: 'x' }, NOT_A_PAYLOAD],
    ['no rows', { jql, maxResults: 0 }, 'The maxResults parameter must be between 1 and 5,000.'],
    [
      '5,001 rows',
      { jql, maxResults: 5001 },
      'The maxResults parameter must be between 1 and 5,000.',
    ],
    [
      'six properties',
      { jql, properties: ['a', 'b', 'c', 'd', 'e', 'f'] },
      'A maximum of 5 issue property keys can be specified.',
    ],
  ])('refuses %s', async (_what, body, words) => {
    expect(said(await site.call('POST', '/search/jql', body)).slice(0, 2)).toEqual([400, words]);
  });

  test.each(['startAt=0', 'total=1', 'maxResults=0', 'maxResults=5001', 'maxResults=x'])(
    'refuses ?%s in its address',
    async (parameter) => {
      const path = `/search/jql?jql=${encodeURIComponent(jql)}&${parameter}`;
      expect((await site.call('GET', path)).status).toBe(400);
    },
  );

  test('takes 5,000 rows, a first page by name, and no heed of its address when it has a body', async () => {
    const body = { jql, maxResults: 5000, nextPageToken: null };
    const { issues } = await site.ok('POST', '/search/jql?startAt=7', body);
    expect(issues).toHaveLength(1);
  });

  test.each([
    ['/search/approximate-count', { jql, fields: [] }],
    ['/issue/bulkfetch', { issueIdsOrKeys: ['HOT-1'], startAt: 0 }],
    ['/issue/bulkfetch', { issueIdsOrKeys: [] }],
    ['/changelog/bulkfetch', { issueIdsOrKeys: ['HOT-1'], startAt: 0 }],
    ['/jql/parse', { queries: [jql], strict: true }],
  ])('%s refuses %j', async (path, body) => {
    expect((await site.call('POST', path, body)).status).toBe(400);
  });
});

describe('a number in an address', () => {
  test('is one, or the call is refused as a problem', async () => {
    const reply = await site.call('GET', `/issue/${key}/comment?maxResults=abc`);
    expect(reply).toMatchObject({
      status: 400,
      body: { title: 'Bad Request', detail: "Failed to convert 'maxResults' with value: 'abc'" },
    });
  });

  test('counts as zero below it', async () => {
    expect(await site.ok('GET', `/issue/${key}/comment?startAt=-1`)).toMatchObject({ startAt: 0 });
  });
});

describe('values', () => {
  const transitions = `HOT-1/transitions`;
  const both = { fields: { labels: ['a'] }, update: { labels: [{ add: 'b' }] } };
  const inBoth =
    "labels: Field 'labels' cannot be set in both 'fields' and 'update' of one request.";

  test.each([
    [{ transition: { id: 11 } }, NOT_A_PAYLOAD],
    [{ transition: { id: 'Done' } }, "'transition' identifier must be an integer"],
    [{ fields: {} }, "Missing 'transition' identifier"],
  ])('a transition is named by a text of digits, not by %j', async (body, words) => {
    const reply = await site.call('POST', `/issue/${transitions}`, body);
    expect(said(reply).slice(0, 2)).toEqual([400, words]);
  });

  test('nothing is set twice in one request', async () => {
    const [first] = (await site.ok('GET', `/issue/${transitions}`)).transitions ?? [];
    const issuetype = { name: 'Task' };
    const fresh = { project: { key: 'HOT' }, issuetype, summary: 'x', ...both.fields };
    const moved = { ...both, transition: { id: String(first?.id) } };
    expect(said(await site.call('PUT', `/issue/${key}`, both))).toEqual([400, inBoth]);
    expect(said(await site.call('POST', '/issue', { ...both, fields: fresh }))).toEqual([
      400,
      inBoth,
    ]);
    expect(said(await site.call('POST', `/issue/${transitions}`, moved))).toContain(inBoth);
  });

  test.each([
    ['summary', 'x'.repeat(256), "summary: Summary can't exceed 255 characters."],
    [
      'summary',
      'one\ntwo',
      'summary: The summary is invalid because it contains newline characters.',
    ],
    ['summary', '  ', 'summary: You must specify a summary of the issue.'],
    ['labels', ['two words'], "labels: The label 'two words' contains spaces which is invalid."],
    [
      'labels',
      ['x'.repeat(256)],
      `labels: The label '${'x'.repeat(256)}' exceeds the maximum length for single labels.`,
    ],
    [
      'description',
      'plain words',
      'description: Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    ],
  ])('%s is not %j', async (field, value, words) => {
    const reply = await site.call('PUT', `/issue/${key}`, { fields: { [field]: value } });
    expect(said(reply)).toEqual([400, words]);
  });
});

describe('a document', () => {
  const text = (words: string, ...marks: object[]): object =>
    marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };
  const paragraph = (...content: object[]): object => ({ type: 'paragraph', content });
  const list = (...content: object[]): object => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content }],
  });
  const of = (...content: object[]): object => ({ type: 'doc', version: 1, content });
  const heading = { type: 'heading', attrs: { level: 2 }, content: [text('x')] };

  test.each([
    ['without its version', { type: 'doc', content: [] }],
    ['of another version', { type: 'doc', version: 2, content: [] }],
    ['that is none', { type: 'paragraph', content: [] }],
    ['with an unknown node', of({ type: 'poem' })],
    ['with an unknown mark', of(paragraph(text('x', { type: 'shout' })))],
    ['with an unknown key', of({ type: 'rule', loud: true })],
    ['with a text of nothing', of(paragraph(text('')))],
    ['with bare words', of(text('x'))],
    ['with a heading in a quote', of({ type: 'blockquote', content: [heading] })],
    ['with a line in a list', of(list({ type: 'rule' }))],
    ['with code in bold', of(paragraph(text('x', { type: 'code' }, { type: 'strong' })))],
    ['with a link to nowhere', of(paragraph(text('x', { type: 'link', attrs: {} })))],
  ])('%s is no valid input', async (_what, body) => {
    const edit = await site.call('PUT', `/issue/${key}`, { fields: { description: body } });
    const comment = await site.call('POST', `/issue/${key}/comment`, { body });
    expect([said(edit), said(comment)]).toEqual([
      [400, 'INVALID_INPUT'],
      [400, 'INVALID_INPUT'],
    ]);
  });

  test.each([
    ['nothing', of()],
    ['an empty line', of(paragraph())],
    [
      'lists, headings, code, links',
      of(
        heading,
        list(paragraph(text('x'))),
        paragraph(
          text('y', { type: 'code' }, { type: 'link', attrs: { href: 'https://a.example' } }),
        ),
      ),
    ],
  ])('may hold %s', async (_what, body) => {
    expect((await site.call('POST', `/issue/${key}/comment`, { body })).status).toBe(201);
  });

  test('of 33,000 letters is too long', async () => {
    const body = doc('x'.repeat(33_000));
    const edit = await site.call('PUT', `/issue/${key}`, { fields: { description: body } });
    expect(said(edit)).toEqual([400, 'CONTENT_LIMIT_EXCEEDED']);
    expect(said(await site.call('POST', `/issue/${key}/comment`, { body }))).toEqual([
      400,
      'CONTENT_LIMIT_EXCEEDED',
      'comment: CONTENT_LIMIT_EXCEEDED',
    ]);
  });
});

describe('a query', () => {
  const dates =
    "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";
  const notADate = (value: string): string =>
    `Date value '${value}' for field 'created' is invalid. ${dates}`;

  test.each([
    ['created > "2026-01-01T10:00:00Z"', notADate('2026-01-01T10:00:00Z')],
    ['created > "2026-02-30"', notADate('2026-02-30')],
    ['created > "-1M"', notADate('-1M')],
    ['created > "-1d 1y"', notADate('-1d 1y')],
    ['assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'."],
    ['reporter in (nobody)', "The value 'nobody' does not exist for the field 'reporter'."],
    ['creator = nobody', "The value 'nobody' does not exist for the field 'creator'."],
    ['watcher = nobody', "The value 'nobody' does not exist for the field 'watcher'."],
    ['status = Frozen', "The value 'Frozen' does not exist for the field 'status'."],
    ['level = Secret', "The value 'Secret' does not exist for the field 'level'."],
    ['fixVersion = 1.0', "The value '1.0' does not exist for the field 'fixVersion'."],
    ['key = HOT-99', "An issue with key 'HOT-99' does not exist for field 'key'."],
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    [
      'summary ~ "*down"',
      "The text query '*down' for field 'summary' is not allowed to start with '*'.",
    ],
    ['text ~ "?own"', "The text query '?own' for field 'text' is not allowed to start with '?'."],
    ['text ~ "it *down"', "Unable to parse the text 'it *down' for field 'text'."],
    ['text ~ "path (x"', "Unable to parse the text 'path (x' for field 'text'."],
    ['summary ~ ""', "The field 'summary' does not support searching for an empty string."],
  ])('%s', async (query, words) => {
    const body = { jql: `project = HOT AND ${query}` };
    expect(said(await site.call('POST', '/search/jql', body))).toEqual([400, words]);
  });

  test.each(['created > "-4w 2d"', 'created <= "2026/03/02 13:00"', 'assignee is EMPTY'])(
    'may ask for %s',
    async (query) => {
      const body = { jql: `project = HOT AND ${query}` };
      expect((await site.ok('POST', '/search/jql', body)).issues).toHaveLength(1);
    },
  );
});
