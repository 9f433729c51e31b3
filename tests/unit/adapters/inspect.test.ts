import { describe, expect, test } from '@jest/globals';
import { jiraSiteInspector } from '../../../src/adapters/jira/inspect/site-inspector';
import { APP_RIGHTS } from '../../../src/domain/set-up/check';
import { type SiteMap } from '../../../src/ports/set-up/site-map';
import { type Answer, type Answers, FakeJira, listOf, refusal } from '../../fakes/jira';

const MAP: SiteMap = {
  projectId: '10000',
  issueTypeId: '10010',
  fields: {
    severity: 's',
    impactStart: 'i1',
    impactDetected: 'gone',
    impactRecovered: 'i3',
    timeToDetect: 'ttd',
    timeToRecovery: 'ttr',
    faultyService: 'f',
  },
  phases: { '1': 'new', '2': 'fixing', '3': 'resolved' },
  severities: { '71': 1, '72': 2 },
};

const [TYPE_MARK, PROJECT_MARK] = [
  'GET /rest/api/3/issuetype/10010/properties/incident-response',
  'GET /rest/api/3/project/10000/properties/incident-response',
];
const STATUSES = 'GET /rest/api/3/project/10000/statuses';
const CREATE_META = 'GET /rest/api/3/issue/createmeta/10000/issuetypes/10010';
const WORKFLOWS = 'POST /rest/api/3/workflows';
const RIGHTS = 'GET /rest/api/3/mypermissions';
const global = { contextId: 'g', isGlobalContext: true };
const anyType = { contextId: 'g', isAnyIssueType: true };

/** A field with its contexts and projects, as Jira tells of them in three calls. */
function about(id: string, projects: Answer, mappings: Answer, types: Answer): Answers {
  return {
    [`GET /rest/api/3/field/${id}/association/project`]: projects,
    [`GET /rest/api/3/field/${id}/context/projectmapping`]: mappings,
    [`GET /rest/api/3/field/${id}/context/issuetypemapping`]: types,
  };
}

function screen(id: number, ...fields: readonly string[]): Answers {
  return {
    [`GET /rest/api/3/screens/${id}/tabs`]: [{ id: 1, name: 'Tab' }],
    [`GET /rest/api/3/screens/${id}/tabs/1/fields`]: fields.map((one) => ({ id: one })),
  };
}

const asked = (fieldId: string, more: object = {}) => ({
  fieldId,
  name: `Name of ${fieldId}`,
  required: false,
  ...more,
});

const SITE: Answers = {
  [STATUSES]: [
    { id: 10010, name: 'Outage' },
    { id: 5, name: 'Task' },
  ],
  [PROJECT_MARK]: { value: { enabled: true, issueTypeId: 10010 } },
  [TYPE_MARK]: {},
  'GET /rest/api/3/uiModifications': listOf(),
  'GET /rest/api/3/project/10000': { projectTypeKey: 'software' },
  'GET /rest/api/3/field': ['s', 'i1', 'i3', 'f', 'other'].map((id) => ({
    id,
    name: `Field ${id}`,
  })),
  'GET /rest/api/3/issuetypescreenscheme/project': {
    values: [{ issueTypeScreenScheme: { id: 60 } }],
  },
  'GET /rest/api/3/issuetypescreenscheme/mapping': listOf({
    issueTypeId: 'default',
    screenSchemeId: 61,
  }),
  'GET /rest/api/3/screenscheme': listOf({
    id: 61,
    screens: { default: 70, create: 71, edit: 72, view: 73 },
  }),
  ...screen(71, 's', 'f'),
  ...screen(72, 'i1', 'f'),
  ...screen(73, 'i3', 'f'),
  ...about('s', listOf(...projects(60), { projectId: 10000 }), listOf(global), listOf(anyType)),
  ...about(
    'i1',
    listOf(...projects(3)),
    listOf(global),
    listOf({ contextId: 'g', issueTypeId: 5 }),
  ),
  ...about(
    'i3',
    listOf({ projectId: 10000 }),
    listOf(global, { contextId: 'p', projectId: 10000 }),
    listOf(anyType, { contextId: 'p', issueTypeId: 5 }),
  ),
  ...about(
    'f',
    listOf({ projectId: 10000 }),
    listOf({ contextId: 'x', projectId: 1 }, { contextId: 'p', projectId: 10000 }),
    listOf({ contextId: 'x', isAnyIssueType: true }, { contextId: 'p', issueTypeId: 10010 }),
  ),
  [WORKFLOWS]: { statuses: [], workflows: [] },
  [CREATE_META]: { total: 0, fields: [] },
};
const OF_APP: Answers = { [RIGHTS]: { permissions: {} } };

function projects(count: number) {
  return Array.from({ length: count }, (_, n) => ({ projectId: n }));
}

function inspected(more: Answers = {}, ofApp: Answers = OF_APP) {
  const [viewer, app] = [new FakeJira({ ...SITE, ...more }), new FakeJira(ofApp)];
  const facts = jiraSiteInspector(viewer.ask, app.ask).inspect(MAP);
  return { viewer, app, facts };
}

describe('inspecting a site', () => {
  test('tells that the project is gone, and asks nothing more', async () => {
    const { facts, viewer, app } = inspected({ [STATUSES]: refusal(404) });
    expect(await facts).toEqual({
      projectThere: false,
      switchedOn: false,
      hints: 'none',
      issueTypeThere: false,
      fields: {},
      statuses: [],
      levels: [],
      appRights: [],
      demanded: [],
    });
    expect([viewer.sent.length, app.sent.length]).toEqual([1, 0]);
  });

  test('tells whether the type is among those of the project, and the marks are there', async () => {
    expect(await inspected().facts).toMatchObject({
      projectThere: true,
      issueTypeThere: true,
      typeName: 'Outage',
      switchedOn: true,
      hints: 'none',
    });
    const none = inspected({ [STATUSES]: [{ id: 5, name: 'Task' }], [TYPE_MARK]: refusal(404) });
    expect(await none.facts).toMatchObject({ issueTypeThere: false, switchedOn: false });
  });

  test('tells of each field where it holds, and on which screens it is', async () => {
    const { fields } = await inspected().facts;
    const on = (where: { create?: true; edit?: true; view?: true }) => ({
      onCreate: where.create ?? false,
      onEdit: where.edit ?? false,
      onView: where.view ?? false,
    });
    expect(fields).toEqual({
      severity: { name: 'Field s', inProject: true, inContext: true, ...on({ create: true }) },
      // Of another project's, and of another type.
      impactStart: { name: 'Field i1', inProject: false, inContext: false, ...on({ edit: true }) },
      // The project has a context of its own, which is for another type.
      impactRecovered: {
        name: 'Field i3',
        inProject: true,
        inContext: false,
        ...on({ view: true }),
      },
      faultyService: {
        name: 'Field f',
        inProject: true,
        inContext: true,
        ...on({ create: true, edit: true, view: true }),
      },
    });
  });

  test('reads projects of a field only up to the one it looks for', async () => {
    const { viewer, facts } = inspected({
      ...about('s', listOf({ projectId: 10000 }, ...projects(60)), listOf(), listOf()),
    });
    await facts;
    expect(viewer.queriesOf('GET /rest/api/3/field/s/association/project')).toEqual([
      { startAt: '0', maxResults: '50' },
    ]);
  });

  test('asks as the app what the app may do there, and tells what it may', async () => {
    const [first, ...rest] = APP_RIGHTS;
    const permissions = {
      ...Object.fromEntries(rest.map((right) => [right, { havePermission: true }])),
      [first]: { havePermission: false },
      OTHER: { havePermission: true },
    };
    const { facts, app } = inspected({}, { [RIGHTS]: { permissions } });
    expect((await facts).appRights).toEqual(rest);
    expect(app.queriesOf(RIGHTS)).toEqual([
      { projectId: '10000', permissions: APP_RIGHTS.join(',') },
    ]);
  });

  test('tells what raising demands that we do not fill', async () => {
    const fields = [
      ...['summary', 'description', 'issuetype', 'project', 'reporter', 's', 'f'].map((id) =>
        asked(id, { required: true }),
      ),
      asked('priority', { required: true, hasDefaultValue: true }),
      asked('labels'),
      asked('team', { required: true }),
      asked('cause', { required: true, hasDefaultValue: false }),
    ];
    const { facts, viewer } = inspected({ [CREATE_META]: { total: fields.length, fields } });
    expect((await facts).demanded).toEqual(['Name of team', 'Name of cause']);
    expect(viewer.queriesOf(CREATE_META)).toEqual([{ startAt: '0', maxResults: '200' }]);
  });

  test('reads a dialog of many fields to its end', async () => {
    const all = Array.from({ length: 401 }, (_, n) => asked(`c${n}`, { required: n === 400 }));
    const { facts, viewer } = inspected({
      [CREATE_META]: ({ query }) => {
        const startAt = Number(query.startAt);
        return {
          total: all.length,
          fields: all.slice(startAt, startAt + Number(query.maxResults)),
        };
      },
    });
    expect((await facts).demanded).toEqual(['Name of c400']);
    expect(viewer.queriesOf(CREATE_META).map(({ startAt }) => startAt)).toEqual([
      '0',
      '200',
      '400',
    ]);
    const fewer = inspected({
      [CREATE_META]: ({ query }) => ({
        total: 900,
        fields: query.startAt === '0' ? all.slice(0, 2) : [],
      }),
    });
    await fewer.facts;
    expect(fewer.viewer.queriesOf(CREATE_META)).toHaveLength(2);
    const silent = inspected({ [CREATE_META]: { fields: all.slice(0, 2) } });
    await silent.facts;
    expect(silent.viewer.queriesOf(CREATE_META)).toHaveLength(1);
  });

  test('tells which levels can be chosen: those of the dialog, else all', async () => {
    const levelsWith = async (answer: Answer) =>
      (await inspected({ [CREATE_META]: answer }).facts).levels;
    const allowedValues = [{ id: '72' }, { id: '79' }, {}];
    expect(await levelsWith({ fields: [asked('s', { allowedValues })] })).toEqual([2]);
    expect(await levelsWith({ fields: [asked('other', { allowedValues })] })).toEqual([1, 2]);
    expect(await levelsWith(refusal(404))).toEqual([]);
    expect((await inspected({ [CREATE_META]: refusal(404) }).facts).demanded).toEqual([]);
  });

  test('tells of each status what it stands for, and where one gets from there', async () => {
    const named = (n: number, name: string) => ({ id: String(n), name, statusReference: `r${n}` });
    const move = (type: string, to: number, ...from: readonly number[]) => ({
      type,
      toStatusReference: `r${to}`,
      links: from.map((n) => ({ fromStatusReference: `r${n}` })),
    });
    const { facts, viewer } = inspected({
      [WORKFLOWS]: {
        statuses: [named(1, 'Open'), named(2, 'Working'), named(3, 'Done'), named(4, 'Review')],
        workflows: [
          {
            statuses: [
              { statusReference: 'r1', properties: {} },
              { statusReference: 'r2', properties: { 'jira.issue.editable': 'true' } },
              { statusReference: 'r3', properties: { 'jira.issue.editable': 'false' } },
              { statusReference: 'r4' },
              { statusReference: 'r9' },
            ],
            transitions: [
              move('INITIAL', 1),
              move('DIRECTED', 2, 1, 4),
              move('DIRECTED', 4, 2),
              move('GLOBAL', 3),
              { type: 'DIRECTED', toStatusReference: null, links: [{ fromStatusReference: 'r1' }] },
              { type: 'DIRECTED', toStatusReference: 'r1' },
            ],
          },
        ],
      },
    });
    expect((await facts).statuses).toEqual([
      { name: 'Open', phase: 'new', editable: true, leadsTo: ['fixing', 'resolved'] },
      { name: 'Working', phase: 'fixing', editable: true, leadsTo: ['resolved'] },
      { name: 'Done', phase: 'resolved', editable: false, leadsTo: ['resolved'] },
      { name: 'Review', phase: undefined, editable: true, leadsTo: ['fixing', 'resolved'] },
      { name: 'r9', phase: undefined, editable: true, leadsTo: ['resolved'] },
    ]);
    expect(viewer.sent.find(({ call }) => call === WORKFLOWS)?.body).toEqual({
      projectAndIssueTypes: [{ projectId: '10000', issueTypeId: '10010' }],
    });
  });

  test('changes nothing', async () => {
    const { facts, viewer, app } = inspected();
    await facts;
    expect([...viewer.writes, ...app.writes]).toEqual([]);
  });

  const calls = Object.keys(SITE);
  test.each(calls)('is no picture of a site of which %s is refused', async (call) => {
    const codes = { 400: 'refused', 403: 'forbidden', 429: 'unavailable' };
    for (const [status, code] of Object.entries(codes)) {
      const { facts } = inspected({ [call]: refusal(Number(status)) });
      await expect(facts).rejects.toMatchObject({ code });
    }
    const mayBeAbsent = [STATUSES, PROJECT_MARK, TYPE_MARK, CREATE_META].includes(call);
    const { facts } = inspected({ [call]: refusal(404) });
    if (mayBeAbsent) await facts;
    else await expect(facts).rejects.toMatchObject({ code: 'not-found' });
  });

  test('does not take a refusal to the app for a right that it lacks', async () => {
    const { facts } = inspected({}, { [RIGHTS]: refusal(403) });
    await expect(facts).rejects.toMatchObject({ code: 'forbidden' });
  });
});
