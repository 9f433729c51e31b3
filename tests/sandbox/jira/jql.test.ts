import { beforeAll, describe, expect, test } from '@jest/globals';
import { APP, type Body, doc, NOON, TestSite } from './site';

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
    ['cf[10051] = "1 – Critical"', '1'],
    ['cf[10052] is not EMPTY ORDER BY cf[10052] DESC', '3 2 1'],
    ['"Severity[Dropdown]" = "2 – Major"', '2'],
    ['project = 10000 AND id in (10000, 10002)', '3 1'],
    ['project = 10000 AND id not in (10000, 10002)', '4 2'],
    ['resolution in (Unresolved, Done)', '4 3 2 1'],
    ['resolution not in (Done)', ''],
    ['Severity in ("1 – Critical", EMPTY)', '4 3 1'],
    ['statusCategory in (2, "In Progress")', '4 3 1'],
    ['projectType = software AND component is EMPTY', '4 3 2 1'],
    ['incidentSeverity is EMPTY', '4 3'],
    ['incidentSeverity is not EMPTY ORDER BY incidentSeverity DESC', '2 1'],
    ['"Products" is EMPTY AND assignee is EMPTY', '3 1'],
    ['summary is not EMPTY AND description is EMPTY AND cf[10052] is EMPTY', '4'],
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
    ['project = 99999', "A value with ID '99999' does not exist for the field 'project'."],
    ['key in (HOT-1, HOT-99)', "An issue with key 'HOT-99' does not exist for field 'key'."],
    ['id = 99999', "A value with ID '99999' does not exist for the field 'id'."],
    ['filter = 99999', "A value with ID '99999' does not exist for the field 'filter'."],
    ['filter = mine', "The value 'mine' does not exist for the field 'filter'."],
    ['cf[99999] = 1', "Field 'cf[99999]' does not exist or you do not have permission to view it."],
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

test('an issue that the asker may not see is unknown to the query', async () => {
  const reply = await site.call('POST', '/search/jql', { jql: 'key = HOT-1' }, site.outsider);
  expect(reply.body.errorMessages).toEqual([
    "An issue with key 'HOT-1' does not exist for field 'key'.",
  ]);
});

describe('a saved filter', () => {
  const found = async (jql: string, who?: Parameters<TestSite['ok']>[3]): Promise<unknown> =>
    (await site.ok('POST', '/search/jql', { jql, fields: ['key'] }, who)).issues?.map(
      ({ key }) => key,
    );

  test('stands in a query by its id and by its name, and within another filter', async () => {
    const jql = 'project = HOT AND Severity is not EMPTY';
    const { id } = await site.ok('POST', '/filter', { name: 'With severity', jql });
    expect(await found(`filter = ${String(id)}`)).toEqual(['HOT-2', 'HOT-1']);
    expect(await found('filter != "with severity" AND project = HOT')).toEqual(['HOT-4', 'HOT-3']);
    const outer = { name: 'Worst', jql: `filter = ${String(id)} AND Severity = "1 – Critical"` };
    const worst = await site.ok('POST', '/filter', outer);
    expect(await found(`filter in (Worst) ORDER BY key`)).toEqual(['HOT-1']);
    const own = await site.call('PUT', `/filter/${String(worst.id)}`, {
      ...outer,
      jql: 'filter = Worst',
    });
    expect(own.status).toBe(200);
    const round = await site.call('POST', '/search/jql', { jql: 'filter = Worst' });
    expect(round.body.errorMessages?.[0]).toMatch(/cyclical/);
  });

  test('is unknown to whom it is not shared with', async () => {
    const shared = { name: 'Open', jql: 'project = HOT AND resolution is EMPTY' };
    const { id } = await site.ok('POST', '/filter', shared);
    const ask = (): ReturnType<TestSite['call']> =>
      site.call('POST', '/search/jql', { jql: `filter = ${String(id)}` }, site.reader);
    expect((await ask()).status).toBe(400);
    expect((await site.call('GET', `/filter/${String(id)}`, undefined, site.reader)).status).toBe(
      400,
    );
    const sharePermissions = [{ type: 'authenticated' }];
    await site.ok('PUT', `/filter/${String(id)}`, { ...shared, sharePermissions });
    expect((await ask()).body.issues).toHaveLength(3);
  });

  test('is starred by each for themselves', async () => {
    const sharePermissions = [{ type: 'authenticated' }];
    const { id } = await site.ok('POST', '/filter', {
      name: 'All',
      jql: 'project = HOT',
      sharePermissions,
    });
    const filter = `/filter/${String(id)}`;
    const names = async (path: string): Promise<unknown> =>
      ((await site.ok('GET', path, undefined, site.reader)) as unknown as Body[]).map(
        ({ name }) => name,
      );
    expect(await names('/filter/my?includeFavourites=true')).toEqual([]);
    const starred = await site.ok('PUT', `${filter}/favourite`, undefined, site.reader);
    expect(starred).toMatchObject({ favourite: true, favouritedCount: 1 });
    expect(await names('/filter/my?includeFavourites=true')).toEqual(['All']);
    expect([await names('/filter/my'), await names('/filter/favourite')]).toEqual([[], ['All']]);
    expect((await site.ok('GET', filter)).favourite).toBe(false);
    await site.ok('DELETE', `${filter}/favourite`, undefined, site.reader);
    expect(await names('/filter/favourite')).toEqual([]);
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

test('linked issues are asked for from either end, and by what the link says', async () => {
  const link = { type: { name: 'Blocks' } };
  const ends = { inwardIssue: { key: 'HOT-1' }, outwardIssue: { key: 'HOT-3' } };
  await site.ok('POST', '/issueLink', { ...link, ...ends });
  const found = async (argument: string): Promise<unknown> => {
    const jql = `issue in linkedIssues(${argument})`;
    const { issues } = await site.ok('POST', '/search/jql', { jql, fields: ['key'] });
    return issues?.map(({ key }) => key);
  };
  expect(await found('"HOT-1"')).toEqual(['HOT-3']);
  expect(await found('HOT-3')).toEqual(['HOT-1']);
  expect(await found('HOT-1, "blocks"')).toEqual(['HOT-3']);
  expect(await found('HOT-1, "is blocked by"')).toEqual([]);
});
