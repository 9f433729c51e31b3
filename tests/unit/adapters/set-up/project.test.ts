import { describe, expect, test } from '@jest/globals';
import { issueType } from '../../../../src/adapters/jira/set-up/issue-type';
import { everything, isAmong, Named } from '../../../../src/adapters/jira/set-up/pages';
import { project } from '../../../../src/adapters/jira/set-up/project';
import { type Choices } from '../../../../src/domain/set-up/set-up';
import { type Answers, FakeJira, listOf, others, refusal } from '../../../fakes/jira';
import { FakeSite, MAKE, PROJECT, t, USE } from '../../../fakes/set-up-site';

const HOT = { id: 10000, key: 'HOT', name: 'Incidents' };
const MADE: Answers = {
  'GET /rest/api/3/project/HOT': refusal(404),
  'GET /rest/api/3/myself': { accountId: 'dana' },
  'POST /rest/api/3/project': { id: 10000 },
};

describe('the project', () => {
  test.each([
    ['service', 'service_desk', 'com.atlassian.servicedesk:simplified-it-service-management'],
    ['software', 'software', 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic'],
  ] as const)('of kind %s is made with its template', async (kind, projectTypeKey, template) => {
    const site = new FakeSite({ ...MAKE, project: { make: { key: 'HOT', name: 'X', kind } } }, {});
    const jira = new FakeJira(MADE);
    expect(await project(jira.ask, site)).toEqual({ how: 'done', what: 'HOT X' });
    expect(jira.writes).toEqual([
      {
        call: 'POST /rest/api/3/project',
        body: {
          key: 'HOT',
          name: 'X',
          description: t('names.project.description'),
          projectTypeKey,
          projectTemplateKey: template,
          leadAccountId: 'dana',
          assigneeType: 'UNASSIGNED',
        },
      },
    ]);
    expect(jira.deadlines).toEqual({ 'POST /rest/api/3/project': 20_000 });
    expect(site.found()).toEqual({
      projectId: '10000',
      projectKey: 'HOT',
      ours: ['project 10000'],
    });
  });

  test('that set-up has made before is there, and nothing is made', async () => {
    const site = new FakeSite(MAKE, { ...PROJECT, ours: ['project 10000'] });
    const jira = new FakeJira({ 'GET /rest/api/3/project/HOT': HOT });
    expect(await project(jira.ask, site)).toEqual({ how: 'done', what: 'HOT Incidents' });
    expect([jira.writes, site.told]).toEqual([[], []]);
  });

  test('whose key is somebody else’s is not taken', async () => {
    const site = new FakeSite(MAKE, {});
    const jira = new FakeJira({ ...MADE, 'GET /rest/api/3/project/HOT': { ...HOT, name: 'Heat' } });
    await expect(project(jira.ask, site)).rejects.toMatchObject({
      code: 'name-taken',
      details: { subject: 'HOT Heat' },
    });
    expect([jira.writes, site.told]).toEqual([[], []]);
  });

  test('that is used is looked up by its id, and is not ours', async () => {
    const site = new FakeSite(USE, {});
    const jira = new FakeJira({ 'GET /rest/api/3/project/10000': HOT });
    expect(await project(jira.ask, site)).toEqual({ how: 'adopted', what: 'HOT Incidents' });
    expect(site.found()).toEqual({ projectId: '10000', projectKey: 'HOT' });
  });

  test('that a team manages is refused, and not remembered', async () => {
    const site = new FakeSite(USE, {});
    const jira = new FakeJira({ 'GET /rest/api/3/project/10000': { ...HOT, simplified: true } });
    await expect(project(jira.ask, site)).rejects.toMatchObject({
      code: 'team-managed',
      details: { subject: 'Incidents' },
    });
    expect(site.told).toEqual([]);
  });

  test.each([
    [400, 'refused'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'refused'],
    [429, 'unavailable'],
    [500, 'unavailable'],
  ])('that Jira does not make (%i) is %s, and nothing is remembered', async (status, code) => {
    const site = new FakeSite(MAKE, {});
    const jira = new FakeJira({ ...MADE, 'POST /rest/api/3/project': refusal(status) });
    await expect(project(jira.ask, site)).rejects.toMatchObject({ code });
    expect(site.told).toEqual([]);
  });

  test('of which Jira does not say whether it is there is not made', async () => {
    for (const status of [400, 403, 429, 503]) {
      const jira = new FakeJira({ ...MADE, 'GET /rest/api/3/project/HOT': refusal(status) });
      await expect(project(jira.ask, new FakeSite(MAKE, {}))).rejects.toThrow();
      expect(jira.writes).toEqual([]);
    }
  });
});

describe('the issue type', () => {
  const scheme = t('names.schemes.issueTypes', { key: 'HOT' });
  const ofProject = (name: string) => ({ values: [{ issueTypeScheme: { id: 7, name } }] });
  const SITE: Answers = {
    'GET /rest/api/3/issuetype': [],
    'POST /rest/api/3/issuetype': { id: '10010' },
    'GET /rest/api/3/issuetypescheme/project': ofProject('Default'),
    'GET /rest/api/3/issuetypescheme': listOf(...others(60)),
    'POST /rest/api/3/issuetypescheme': { issueTypeSchemeId: 8 },
    'PUT /rest/api/3/issuetypescheme/project': undefined,
    'GET /rest/api/3/issuetypescheme/mapping': listOf(),
    'PUT /rest/api/3/issuetypescheme/7/issuetype': undefined,
  };
  const before = { projectId: '10000', projectKey: 'HOT' };
  const assigned = (issueTypeSchemeId: string) => ({
    call: 'PUT /rest/api/3/issuetypescheme/project',
    body: { issueTypeSchemeId, projectId: '10000' },
  });

  test('is made, with a scheme that offers nothing else, and the project gets it', async () => {
    const site = new FakeSite(MAKE, before);
    const jira = new FakeJira(SITE);
    expect(await issueType(jira.ask, site)).toEqual({
      how: 'done',
      what: t('names.issueType.name'),
    });
    expect(jira.writes).toEqual([
      {
        call: 'POST /rest/api/3/issuetype',
        body: {
          name: t('names.issueType.name'),
          description: t('names.issueType.description'),
          type: 'standard',
        },
      },
      {
        call: 'POST /rest/api/3/issuetypescheme',
        body: { name: scheme, issueTypeIds: ['10010'], defaultIssueTypeId: '10010' },
      },
      assigned('8'),
    ]);
    expect(site.found()).toEqual({ ...PROJECT, ours: ['issueType 10010'] });
    expect(jira.queriesOf('GET /rest/api/3/issuetypescheme/project')).toEqual([
      { projectId: '10000' },
    ]);
    expect(jira.queriesOf('GET /rest/api/3/issuetypescheme')).toEqual([
      { startAt: '0', maxResults: '50', queryString: scheme },
      { startAt: '50', maxResults: '50', queryString: scheme },
    ]);
  });

  test('of the site is used where it has the name, is no subtask and belongs to no project', async () => {
    const name = t('names.issueType.name');
    const types = [
      { id: '1', name: 'Task' },
      { id: '2', name, subtask: true },
      { id: '3', name, scope: { type: 'PROJECT' } },
      { id: '4', name, subtask: false },
    ];
    const site = new FakeSite(MAKE, before);
    const jira = new FakeJira({ ...SITE, 'GET /rest/api/3/issuetype': types });
    expect(await issueType(jira.ask, site)).toEqual({ how: 'adopted', what: name });
    expect(site.found()).toEqual({ ...before, issueTypeId: '4' });
  });

  test('that was made before is still ours', async () => {
    const type = { id: '10010', name: t('names.issueType.name') };
    const site = new FakeSite(MAKE, { ...before, ours: ['issueType 10010'] });
    const jira = new FakeJira({ ...SITE, 'GET /rest/api/3/issuetype': [type] });
    expect((await issueType(jira.ask, site)).how).toBe('done');
  });

  test('that was chosen is used whatever it is called, beside what the project has', async () => {
    const choices: Choices = { ...USE, issueType: '5' };
    const types = [
      { id: '4', name: t('names.issueType.name') },
      { id: '5', name: 'Outage', scope: {} },
    ];
    const site = new FakeSite(choices, before);
    const jira = new FakeJira({ ...SITE, 'GET /rest/api/3/issuetype': types });
    expect(await issueType(jira.ask, site)).toEqual({ how: 'adopted', what: 'Outage' });
    expect(jira.writes).toEqual([
      { call: 'PUT /rest/api/3/issuetypescheme/7/issuetype', body: { issueTypeIds: ['5'] } },
    ]);
    expect(jira.queriesOf('GET /rest/api/3/issuetypescheme/mapping')[0]).toEqual({
      startAt: '0',
      maxResults: '50',
      issueTypeSchemeId: '7',
    });
  });

  test('that the project offers already is not added, and a project without a scheme gets none', async () => {
    const item = (id: number) => ({ issueTypeSchemeId: 7, issueTypeId: id });
    const choices: Choices = { ...USE, issueType: '5' };
    const base = { ...SITE, 'GET /rest/api/3/issuetype': [{ id: '5', name: 'Outage' }] };
    const mappings = Array.from({ length: 50 }, (_, n) => item(n + 100));
    for (const more of [
      { 'GET /rest/api/3/issuetypescheme/mapping': listOf(...mappings, item(5)) },
      { 'GET /rest/api/3/issuetypescheme/project': { values: [] } },
    ]) {
      const jira = new FakeJira({ ...base, ...more });
      await issueType(jira.ask, new FakeSite(choices, before));
      expect(jira.writes).toEqual([]);
    }
  });

  test('of a project that has our scheme changes nothing; a scheme that is there is only given', async () => {
    const base = {
      ...SITE,
      'GET /rest/api/3/issuetype': [{ id: '10010', name: t('names.issueType.name') }],
    };
    const done = new FakeJira({
      ...base,
      'GET /rest/api/3/issuetypescheme/project': ofProject(scheme),
    });
    await issueType(done.ask, new FakeSite(MAKE, before));
    expect(done.writes).toEqual([]);
    const there = [...others(50), { id: '9', name: scheme }];
    const half = new FakeJira({ ...base, 'GET /rest/api/3/issuetypescheme': listOf(...there) });
    await issueType(half.ask, new FakeSite(MAKE, before));
    expect(half.writes).toEqual([assigned('9')]);
  });

  test('is remembered before the scheme is made: a stop there leaves no second one', async () => {
    const site = new FakeSite(MAKE, before);
    const jira = new FakeJira(SITE);
    jira.stopAfter(1);
    await expect(issueType(jira.ask, site)).rejects.toMatchObject({ code: 'unavailable' });
    expect(site.found()).toMatchObject({ issueTypeId: '10010', ours: ['issueType 10010'] });
  });
});

describe('a list of pages', () => {
  const read = (pages: readonly object[]) => {
    const asked: number[] = [];
    const all = [...pages];
    const one = (startAt: number) => {
      asked.push(startAt);
      return Promise.resolve(all.shift());
    };
    return { asked, one };
  };
  const page = (ids: readonly number[], isLast?: boolean) => ({
    values: ids.map((id) => ({ id, name: `N${id}` })),
    ...(isLast !== undefined && { isLast }),
  });

  test('is read to its end, from where the last page ended', async () => {
    const { asked, one } = read([page([1, 2], false), page([3], false), page([4], true)]);
    expect((await everything(Named, one)).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    expect(asked).toEqual([0, 2, 3]);
  });

  test('ends where Jira does not say whether there is more, and at an empty page', async () => {
    const silent = read([page([1]), page([2])]);
    expect(await everything(Named, silent.one)).toHaveLength(1);
    const empty = read([page([1], false), page([], false), page([2], true)]);
    expect(await everything(Named, empty.one)).toHaveLength(1);
    expect(empty.asked).toEqual([0, 1]);
  });

  test('is read no further than what is looked for', async () => {
    const { asked, one } = read([page([1], false), page([2], false), page([3], true)]);
    expect(await isAmong(Named, one, ({ id }) => id === '2')).toBe(true);
    expect(asked).toEqual([0, 1]);
    const none = read([page([1], false), page([2], true)]);
    expect(await isAmong(Named, none.one, ({ id }) => id === '3')).toBe(false);
  });
});
