import { describe, expect, test } from '@jest/globals';
import { createHints, hintsOnSite } from '../../../../src/adapters/jira/set-up/create-hints';
import { filters } from '../../../../src/adapters/jira/set-up/filters';
import { isSwitchedOn, switchOn } from '../../../../src/adapters/jira/set-up/switch-on';
import { type Found } from '../../../../src/ports/set-up/site-builder';
import { type Answers, FakeJira, listOf, others, refusal } from '../../../fakes/jira';
import { FakeSite, MAKE, PROJECT, t } from '../../../fakes/set-up-site';

const KNOWN = {
  ...PROJECT,
  phases: { '30': 'fixing', '4': 'cancelled', '1': 'new', '3': 'resolved' },
  fields: {
    severity: 'customfield_1',
    impactStart: 'customfield_2',
    impactRecovered: 'customfield_3',
    faultyService: 'customfield_4',
    drill: 'customfield_5',
  },
} as const satisfies Found;
const site = (about: Found = {}) => new FakeSite(MAKE, { ...KNOWN, ...about });

/** Each status that a write may come back with, and what it is then. */
const CODES = [
  [400, 'refused'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'refused'],
  [429, 'unavailable'],
] as const;

describe('the filters', () => {
  const NAMES = ['active', 'overdue', 'withoutTimes', 'mine'] as const;
  const titleOf = (name: (typeof NAMES)[number]) => t(`names.filters.${name}`, { key: 'HOT' });
  const jqlOf = (where: string) =>
    `project = 10000 AND issuetype = 10010 AND ${where} ORDER BY cf[1] ASC, created ASC`;
  const JQL = {
    active: jqlOf('status in (1, 30)'),
    overdue: jqlOf(
      'status in (1, 30) AND (incidentUpdateDue < now() OR (assignee is EMPTY AND created < -15m))',
    ),
    withoutTimes: jqlOf(
      '(cf[2] is EMPTY OR (status in (3) AND cf[3] is EMPTY)) AND status not in (4)',
    ),
    mine: jqlOf('status in (1, 30) AND assignee = currentUser()'),
  };
  const bodyOf = (name: (typeof NAMES)[number]) => ({
    name: titleOf(name),
    description: t(`names.filters.${name}Help`),
    jql: JQL[name],
    sharePermissions: [{ type: 'project', project: { id: '10000' } }],
  });
  const SEARCH = 'GET /rest/api/3/filter/search';
  const MADE = { 'POST /rest/api/3/filter': { id: 90, name: 'made' } };
  const made = (name: (typeof NAMES)[number]) => ({
    call: 'POST /rest/api/3/filter',
    body: bodyOf(name),
  });
  /** Only the first filter is there, as these; all others say what they should. */
  const first = (...there: readonly object[]): Answers => ({
    ...MADE,
    [SEARCH]: (call) => {
      const name = NAMES.find((one) => titleOf(one) === call.query.filterName) ?? 'active';
      const right = { id: `right-${name}`, name: titleOf(name), jql: JQL[name] };
      const list = listOf(...(name === 'active' ? there : [right]));
      return typeof list === 'function' ? list(call) : list;
    },
  });
  const active = (id: string, jql: string) => ({ id, name: titleOf('active'), jql });

  test('are made by ids, shared with whoever sees the project, one after the other', async () => {
    const own = site();
    const jira = new FakeJira({
      ...MADE,
      [SEARCH]: listOf(...others(49).map((one) => ({ ...one, jql: '' }))),
    });
    expect(await filters(jira.ask, own)).toEqual({
      how: 'done',
      what: NAMES.map(titleOf).join(', '),
    });
    expect(jira.writes).toEqual(NAMES.map(made));
    expect(own.told).toHaveLength(4);
    expect(own.found().filters).toEqual({
      active: '90',
      overdue: '90',
      withoutTimes: '90',
      mine: '90',
    });
    expect(jira.queriesOf(SEARCH)[1]).toEqual({
      startAt: '0',
      maxResults: '50',
      filterName: titleOf('overdue'),
      expand: 'jql',
    });
  });

  test('of a workflow without a cancelled one ask no such status', async () => {
    const jira = new FakeJira({ ...MADE, [SEARCH]: listOf() });
    await filters(jira.ask, site({ phases: { '1': 'new', '3': 'resolved' } }));
    expect(jira.writes[2]?.body).toMatchObject({
      jql: jqlOf('(cf[2] is EMPTY OR (status in (3) AND cf[3] is EMPTY))'),
    });
  });

  test('that say what they should are used, wherever they stand in the list', async () => {
    const own = site({ filters: { active: '1' } });
    const jira = new FakeJira(first(active('1', 'old'), active('2', JQL.active)));
    await filters(jira.ask, own);
    expect(jira.writes).toEqual([]);
    expect(own.found().filters).toMatchObject({ active: '2', mine: 'right-mine' });
  });

  test('that say something else are changed: the one that is known, else the first', async () => {
    for (const [known, id] of [
      ['2', '2'],
      ['9', '1'],
      [undefined, '1'],
    ]) {
      const own = site(known === undefined ? {} : { filters: { active: known } });
      const jira = new FakeJira({
        ...first(active('1', 'old'), active('2', 'old')),
        [`PUT /rest/api/3/filter/${id}`]: {},
      });
      await filters(jira.ask, own);
      expect(jira.writes).toEqual([
        { call: `PUT /rest/api/3/filter/${id}`, body: bodyOf('active') },
      ]);
      expect(own.found().filters?.active).toBe(id);
    }
  });

  test.each([400, 403, 404])(
    'of somebody else (%i) stay, beside one of one’s own',
    async (status) => {
      const own = site();
      const there = first(active('1', 'old'));
      const jira = new FakeJira({ ...there, 'PUT /rest/api/3/filter/1': refusal(status) });
      await filters(jira.ask, own);
      expect(jira.writes[1]).toEqual(made('active'));
      expect(own.found().filters?.active).toBe('90');
    },
  );

  test('that Jira is too busy to change are not made once more', async () => {
    const jira = new FakeJira({
      ...first(active('1', 'old')),
      'PUT /rest/api/3/filter/1': refusal(429),
    });
    await expect(filters(jira.ask, site())).rejects.toMatchObject({ code: 'unavailable' });
    expect(jira.writes).toHaveLength(1);
  });

  test('are remembered one by one: a stop leaves those that are there', async () => {
    const own = site();
    const jira = new FakeJira({ ...MADE, [SEARCH]: listOf() });
    jira.stopAfter(2);
    await expect(filters(jira.ask, own)).rejects.toMatchObject({ code: 'unavailable' });
    expect(own.found().filters).toEqual({ active: '90', overdue: '90' });
  });

  test.each(CODES)('that are refused (%i) end the step', async (status, code) => {
    const jira = new FakeJira({ [SEARCH]: listOf(), 'POST /rest/api/3/filter': refusal(status) });
    await expect(filters(jira.ask, site())).rejects.toMatchObject({ code });
  });
});

describe('switching on', () => {
  const OF_TYPE = '/rest/api/3/issuetype/10010/properties/incident-response';
  const OF_PROJECT = '/rest/api/3/project/10000/properties/incident-response';
  const marked = (issueTypeId: unknown, enabled: unknown = true) => ({
    value: { enabled, issueTypeId },
  });
  const SITE: Answers = {
    [`GET ${OF_PROJECT}`]: refusal(404),
    [`PUT ${OF_TYPE}`]: undefined,
    [`PUT ${OF_PROJECT}`]: undefined,
  };
  const both = [
    { call: `PUT ${OF_TYPE}`, body: { enabled: true } },
    { call: `PUT ${OF_PROJECT}`, body: { enabled: true, issueTypeId: 10010 } },
  ];

  test('marks the type, then the project', async () => {
    const jira = new FakeJira(SITE);
    expect(await switchOn(jira.ask, site())).toEqual({ how: 'done', what: 'HOT' });
    expect(jira.writes).toEqual(both);
    const again = new FakeJira({ ...SITE, [`GET ${OF_PROJECT}`]: marked(10010) });
    await switchOn(again.ask, site());
    expect(again.writes).toEqual(both);
  });

  test('takes the mark from the type that had it, at last, gone or not', async () => {
    const remove = 'DELETE /rest/api/3/issuetype/5/properties/incident-response';
    for (const answer of [undefined, refusal(404)]) {
      const before = { [`GET ${OF_PROJECT}`]: marked(5), [remove]: answer };
      const jira = new FakeJira({ ...SITE, ...before });
      await switchOn(jira.ask, site());
      expect(jira.writes).toEqual([...both, { call: remove }]);
    }
    const held = new FakeJira({
      ...SITE,
      [`GET ${OF_PROJECT}`]: marked(5),
      [remove]: refusal(403),
    });
    await expect(switchOn(held.ask, site())).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each([
    ['both marks', marked(10010), {}, true],
    ['no mark of the project', refusal(404), {}, false],
    ['no mark of the type', marked(10010), refusal(404), false],
    ['the mark of another type', marked(5), {}, false],
    ['a mark that says no', marked(10010, false), {}, false],
    ['a mark without a type', { value: { enabled: true } }, {}, false],
  ])('with %s is told', async (_, project, type, is) => {
    const jira = new FakeJira({ [`GET ${OF_PROJECT}`]: project, [`GET ${OF_TYPE}`]: type });
    expect(await isSwitchedOn(jira.ask, { projectId: '10000', issueTypeId: '10010' })).toBe(is);
  });

  test.each(CODES.filter(([status]) => status !== 404))(
    'that is refused (%i) is %s',
    async (status, code) => {
      for (const call of Object.keys(SITE)) {
        const jira = new FakeJira({ ...SITE, [call]: refusal(status) });
        await expect(switchOn(jira.ask, site())).rejects.toMatchObject({ code });
      }
      const there = { [`GET ${OF_PROJECT}`]: marked(10010), [`GET ${OF_TYPE}`]: {} };
      for (const call of Object.keys(there)) {
        const jira = new FakeJira({ ...there, [call]: refusal(status) });
        const asked = isSwitchedOn(jira.ask, { projectId: '10000', issueTypeId: '10010' });
        await expect(asked).rejects.toMatchObject({ code });
      }
    },
  );
});

describe('hints in the create dialog', () => {
  const LIST = 'GET /rest/api/3/uiModifications';
  const DATA =
    '{"projectId":"10000","issueTypeId":"10010","phases":{"1":"new","3":"resolved","4":"cancelled","30":"fixing"},' +
    '"fields":{"faultyService":"customfield_4","drill":"customfield_5"},"severities":{}}';
  const contextOf = (viewType: string, about: object = {}) => ({
    projectId: '10000',
    issueTypeId: '10010',
    viewType,
    ...about,
  });
  const BOTH = [contextOf('GIC'), contextOf('GICAgentView')];
  const bodyOf = (contexts: readonly object[]) => ({
    name: 'running-incidents',
    data: DATA,
    contexts,
  });
  const ours = (contexts: readonly object[], data = DATA) => ({ id: 5, ...bodyOf(contexts), data });
  const where = { ...KNOWN, projectId: '10000', issueTypeId: '10010' };
  const foreign = others(49).map((one) => ({ ...one, contexts: BOTH, data: DATA }));

  test('are made for both dialogs, with what the browser needs', async () => {
    const jira = new FakeJira({
      [LIST]: listOf(...foreign),
      'POST /rest/api/3/uiModifications': { id: 5 },
    });
    expect(await createHints(jira.ask, site())).toEqual({ how: 'done', what: 'HOT' });
    expect(jira.writes).toEqual([{ call: 'POST /rest/api/3/uiModifications', body: bodyOf(BOTH) }]);
    expect(jira.queriesOf(LIST)).toEqual([
      { startAt: '0', maxResults: '50', expand: 'data,contexts' },
    ]);
  });

  test.each([
    ['of another type', ours([contextOf('GIC', { issueTypeId: '1' }), BOTH[1] ?? {}])],
    ['of another project', ours([contextOf('GIC', { projectId: '1' }), BOTH[1] ?? {}])],
    ['that is not available', ours([contextOf('GIC', { isAvailable: false }), BOTH[1] ?? {}])],
    ['for one dialog', ours(BOTH.slice(0, 1))],
    ['with what was true before', ours(BOTH, '{}')],
  ])('%s are put right', async (_, there) => {
    const jira = new FakeJira({
      [LIST]: listOf(...foreign, foreign[0] ?? {}, there),
      'PUT /rest/api/3/uiModifications/5': undefined,
    });
    await createHints(jira.ask, site());
    expect(jira.writes).toEqual([
      { call: 'PUT /rest/api/3/uiModifications/5', body: bodyOf(BOTH) },
    ]);
  });

  test('that stand are left alone, in whatever order the statuses are known', async () => {
    const jira = new FakeJira({ [LIST]: listOf(ours(BOTH)) });
    await createHints(jira.ask, site());
    expect(jira.writes).toEqual([]);
    const data = DATA.replace(/"phases":{[^}]*}/, '"phases":{"a":"new","b":"fixing"}');
    const named = new FakeJira({ [LIST]: listOf(ours(BOTH, data)) });
    await createHints(named.ask, site({ phases: { b: 'fixing', a: 'new' } }));
    expect(named.writes).toEqual([]);
  });

  test('are made for one dialog where Jira does not know the other', async () => {
    const only = BOTH.slice(0, 1);
    const knowsOne = (call: { readonly body?: unknown }) =>
      JSON.stringify(call.body).includes('Agent') ? refusal(400) : { id: 5 };
    const jira = new FakeJira({ [LIST]: listOf(), 'POST /rest/api/3/uiModifications': knowsOne });
    await createHints(jira.ask, site());
    expect(jira.writes.map(({ body }) => body)).toEqual([bodyOf(BOTH), bodyOf(only)]);
    const there = new FakeJira({
      [LIST]: listOf(ours(only)),
      'PUT /rest/api/3/uiModifications/5': knowsOne,
    });
    await createHints(there.ask, site());
    expect(there.writes).toHaveLength(1);
  });

  test.each(CODES)('that are refused (%i) end the step as %s', async (status, code) => {
    const jira = new FakeJira({
      [LIST]: listOf(),
      'POST /rest/api/3/uiModifications': refusal(status),
    });
    await expect(createHints(jira.ask, site())).rejects.toMatchObject({ code });
    expect(jira.writes).toHaveLength(code === 'refused' ? 2 : 1);
  });

  test.each([
    ['service_desk', BOTH, 'all'],
    ['service_desk', BOTH.slice(0, 1), 'not-for-agents'],
    ['service_desk', BOTH.slice(1), 'none'],
    ['service_desk', [], 'none'],
    ['software', BOTH.slice(0, 1), 'all'],
    ['software', BOTH.slice(1), 'none'],
  ])('of a project of kind %s with %j are %s', async (projectTypeKey, contexts, hints) => {
    const jira = new FakeJira({
      [LIST]: listOf(ours(contexts)),
      'GET /rest/api/3/project/10000': { projectTypeKey },
    });
    expect(await hintsOnSite(jira.ask, where)).toBe(hints);
    const none = new FakeJira({ ...jira.answers, [LIST]: listOf(...foreign) });
    expect(await hintsOnSite(none.ask, where)).toBe('none');
  });
});
