import { beforeAll, describe, expect, test } from '@jest/globals';
import { APP, doc, NOON, TestSite } from './site';

let site: TestSite;
const HOUR = 3_600_000;

/** HOT-1 to HOT-4, an hour apart; the last one at noon. */
beforeAll(async () => {
  site = new TestSite();
  await site.project();
  const severity = await site.field('Severity', 'select', ['1 – Critical', '2 – Major']);
  const start = await site.field('Impact start', 'datetime');
  const products = await site.field('Products', 'multicheckboxes', ['Shop', 'Till']);
  const issues = [
    { summary: 'Checkout down', labels: ['night'], [severity]: { value: '1 – Critical' } },
    {
      summary: 'Checkout slow',
      [severity]: { value: '2 – Major' },
      [products]: [{ value: 'Shop' }],
    },
    {
      summary: 'Mail late',
      description: doc('The relay refuses mail'),
      priority: { name: 'High' },
    },
    {
      summary: 'Till broken',
      assignee: { accountId: site.responder.accountId },
      duedate: '2026-03-02',
    },
  ];
  site.clock.stop(NOON - 3 * HOUR);
  for (const [at, fields] of issues.entries()) {
    const moment = new Date(site.clock.now()).toISOString().replace('Z', '+0000');
    const key = await site.issue({ ...fields, ...(at < 3 ? { [start]: moment } : {}) });
    if (at < 2) await site.ok('PUT', `/issue/${key}/properties/incident`, { severity: at + 1 });
    if (at < 3) site.clock.stop(site.clock.now() + HOUR);
  }
  const { transitions } = await site.ok('GET', '/issue/HOT-2/transitions');
  const done = transitions?.find(({ name }) => name === 'Done');
  await site.ok('POST', '/issue/HOT-2/transitions', { transition: { id: done?.id } });
});

describe('finds', () => {
  test.each([
    ['project = HOT ORDER BY key', '1 2 3 4'],
    ['project = hot', '4 3 2 1'],
    ['project in (Incidents) AND key != HOT-1 ORDER BY created ASC', '2 3 4'],
    ['Severity = "1 – Critical"', '1'],
    ['Severity in ("1 – Critical", "2 – Major") ORDER BY Severity DESC', '2 1'],
    ['Severity != "1 – Critical"', '2'],
    ['Severity is EMPTY', '4 3'],
    ['Products = Shop', '2'],
    ['"Impact start" >= -2h ORDER BY "Impact start"', '2 3'],
    ['"Impact start" > "2026-03-02 10:30"', '3'],
    ['created < startOfDay() OR created >= now()', '4'],
    ['created >= startOfWeek() AND created <= endOfMonth()', '4 3 2 1'],
    ['due = 2026-03-02', '4'],
    ['due < now()', ''],
    ['due <= endOfDay()', '4'],
    ['summary ~ checkout', '2 1'],
    ['summary ~ "check* slow"', '2'],
    ['summary ~ "\\"checkout down\\""', '1'],
    ['summary !~ checkout', '4 3'],
    ['text ~ relay', '3'],
    ['labels = night', '1'],
    ['labels not in (night)', ''],
    ['assignee = currentUser()', ''],
    ['assignee in membersOf(responders)', '4'],
    ['reporter = "ada@fjord.example" AND assignee is not EMPTY', '4'],
    ['status = Done', '2'],
    ['statusCategory != Done', '4 3 1'],
    ['status was "To Do" AND status = Done', '2'],
    ['status changed to Done after -1h', '2'],
    ['status changed by currentUser()', '2'],
    ['resolution = Unresolved', '4 3 1'],
    ['resolution is not EMPTY', '2'],
    ['priority > Medium', '3'],
    ['issue.property[incident].severity = 1', '1'],
    ['incidentSeverity >= 2', '2'],
    ['NOT (Severity is EMPTY OR status = Done)', '1'],
    ['issuetype = Task AND "Due date" is EMPTY', '3 2 1'],
  ])('%s', async (jql, numbers) => {
    const { issues } = await site.ok('POST', '/search/jql', { jql, fields: ['key'] });
    expect(issues?.map(({ key }) => String(key).replace('HOT-', '')).join(' ')).toBe(numbers);
  });
});

describe('refuses', () => {
  test.each([
    [
      '',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    [
      'ORDER BY created',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['Severity = Pink', "The option 'Pink' for field 'Severity' does not exist."],
    ['summary = x', "The operator '=' is not supported by the 'summary' field."],
    ['status > Done', "The operator '>' is not supported by the 'status' field."],
    [
      'issue.property[incident].hidden = 1',
      "Field 'issue.property' does not exist or you do not have permission to view it.",
    ],
  ])('%s', async (jql, message) => {
    const reply = await site.call('POST', '/search/jql', { jql });
    expect(reply).toMatchObject({ status: 400, body: { errorMessages: [message] } });
  });

  test('a mistake with its place', async () => {
    const { body } = await site.call('POST', '/search/jql', { jql: 'project HOT' });
    expect(body.errorMessages?.[0]).toMatch(/^Error in the JQL Query: .*\(line 1, character 9\)$/);
  });

  test('the old search', async () => {
    expect((await site.call('GET', '/search?jql=project=HOT')).status).toBe(410);
  });
});

test('a moment in a query is read on the clock of who asks', async () => {
  const far = site.jira.addPerson({
    displayName: 'Tomo',
    email: 'tomo@fjord.example',
    timeZone: 'Asia/Tokyo',
    groups: ['readers'],
  });
  const jql = '"Impact start" > "2026-03-02 19:30"';
  const { issues } = await site.ok('POST', '/search/jql', { jql, fields: ['key'] }, far);
  expect(issues?.map(({ key }) => String(key))).toEqual(['HOT-3']);
});

test('pages go on with a token until the last, and show only ids unless asked', async () => {
  const first = await site.ok('POST', '/search/jql', { jql: 'project = HOT', maxResults: 3 });
  expect([first.isLast, Object.keys(first.issues?.[0] ?? {})]).toEqual([false, ['id']]);
  const path = `/search/jql?jql=project+%3D+HOT&maxResults=3&nextPageToken=${String(first.nextPageToken)}`;
  const last = await site.ok('GET', path);
  expect([last.isLast, last.issues?.length, last.nextPageToken]).toEqual([true, 1, undefined]);
});

test('the count is of what the asker may see', async () => {
  const count = async (who?: Parameters<TestSite['ok']>[3]): Promise<unknown> =>
    (await site.ok('POST', '/search/approximate-count', { jql: 'created is not EMPTY' }, who))
      .count;
  expect([await count(site.reader), await count(site.outsider), await count(APP)]).toEqual([
    4, 0, 4,
  ]);
});
