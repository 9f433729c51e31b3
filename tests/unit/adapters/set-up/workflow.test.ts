import { describe, expect, test } from '@jest/globals';
import { workflow } from '../../../../src/adapters/jira/set-up/workflow';
import { type Choices } from '../../../../src/domain/set-up/set-up';
import {
  type Answer,
  type Answers,
  FakeJira,
  listed,
  listOf,
  others,
  refusal,
} from '../../../fakes/jira';
import { FakeSite, MAKE, PROJECT, t, USE } from '../../../fakes/set-up-site';

const NAME = t('names.workflow.name', { key: 'HOT' });
const SCHEME = t('names.schemes.workflows', { key: 'HOT' });
const PHASES = ['new', 'fixing', 'resolved', 'cancelled'] as const;
const nameOf = (phase: (typeof PHASES)[number]) => t(`names.status.${phase}`);
const reference = (n: number) => `5ab0c4f2-6f0e-4b3a-8d0f-00000000000${n}`;

/** Statuses as a search by a text finds them: also those that only contain it. */
function statuses(...there: readonly (object & { readonly name: string })[]): Answer {
  return (call) =>
    listed(
      there.filter(({ name }) => name.includes(call.query.searchString ?? '')),
      call,
    );
}

const OURS = [
  { id: '1', name: nameOf('new'), statusCategory: 'TODO' },
  { id: '2', name: nameOf('fixing'), statusCategory: 'IN_PROGRESS' },
  { id: '3', name: nameOf('resolved'), statusCategory: 'DONE' },
  { id: '4', name: nameOf('cancelled'), statusCategory: 'DONE' },
];
const ofProject = (name: string) => ({ values: [{ workflowScheme: { id: 6, name } }] });
const SITE: Answers = {
  'GET /rest/api/3/workflows/search': listOf(...others(50)),
  'GET /rest/api/3/statuses/search': statuses(),
  'GET /rest/api/3/resolution/search': listOf(
    { id: '21', name: 'Fixed' },
    { id: '22', name: "Won't Do" },
    { id: '23', name: 'Done' },
  ),
  'POST /rest/api/3/workflows/create': {},
  'GET /rest/api/3/workflowscheme/project': ofProject('Default'),
  'GET /rest/api/3/workflowscheme': listOf(...others(50)),
  'POST /rest/api/3/workflowscheme': { id: 7 },
  'PUT /rest/api/3/workflowscheme/project': undefined,
};
const assigned = (workflowSchemeId: string) => ({
  call: 'PUT /rest/api/3/workflowscheme/project',
  body: { workflowSchemeId, projectId: '10000' },
});
const RULE = {
  ruleKey: 'forge:workflow-post-function',
  parameters: {
    key: 'ari:cloud:ecosystem::extension/an-app/an-environment/static/transition-made',
    config: '{}',
    id: expect.any(String),
    disabled: 'false',
  },
};
const move = (
  id: string,
  name: 'fix' | 'resolve' | 'cameBack' | 'cancel',
  { from, to, value }: { from: number[]; to: number; value: string },
) => ({
  id,
  type: 'DIRECTED',
  name: t(`names.transition.${name}`),
  toStatusReference: reference(to),
  links: from.map((n) => ({ fromStatusReference: reference(n) })),
  actions: [{ ruleKey: 'system:update-field', parameters: { field: 'resolution', value } }],
});
const MOVES = [
  move('11', 'fix', { from: [1], to: 2, value: '' }),
  move('21', 'resolve', { from: [1, 2], to: 3, value: '23' }),
  move('31', 'cameBack', { from: [3, 4], to: 2, value: '' }),
  move('41', 'cancel', { from: [1, 2], to: 4, value: '22' }),
];
const CREATED = {
  id: '1',
  type: 'INITIAL',
  name: t('names.transition.create'),
  toStatusReference: reference(1),
  links: [],
};

describe('the workflow of a project of ours', () => {
  test('is made with its statuses and moves, and the project gets its scheme', async () => {
    const site = new FakeSite(MAKE);
    const jira = new FakeJira(SITE);
    expect(await workflow(jira.ask, site)).toEqual({ how: 'done', what: NAME });
    const categories = ['TODO', 'IN_PROGRESS', 'DONE', 'DONE'];
    expect(jira.writes).toEqual([
      {
        call: 'POST /rest/api/3/workflows/create',
        body: {
          scope: { type: 'GLOBAL' },
          statuses: PHASES.map((phase, n) => ({
            name: nameOf(phase),
            statusCategory: categories[n],
            statusReference: reference(n + 1),
          })),
          workflows: [
            {
              name: NAME,
              description: t('names.workflow.description'),
              statuses: PHASES.map((_, n) => ({
                statusReference: reference(n + 1),
                properties: {},
              })),
              transitions: [CREATED, ...MOVES],
            },
          ],
        },
      },
      {
        call: 'POST /rest/api/3/workflowscheme',
        body: { name: SCHEME, defaultWorkflow: NAME },
      },
      assigned('7'),
    ]);
    expect(Object.values(jira.deadlines)).toEqual([20_000, 20_000]);
    expect(site.found().ours).toEqual([`workflow ${NAME}`]);
    expect(jira.queriesOf('GET /rest/api/3/workflows/search')).toEqual([
      { startAt: '0', maxResults: '50', queryString: NAME },
    ]);
    expect(jira.queriesOf('GET /rest/api/3/workflowscheme/project')).toEqual([
      { projectId: '10000' },
    ]);
  });

  test('takes statuses that the site has under the very name, not those of a project', async () => {
    const near = { id: '9', name: `${nameOf('new')} one`, statusCategory: 'TODO' };
    const own = {
      id: '8',
      name: nameOf('fixing'),
      statusCategory: 'DONE',
      scope: { type: 'PROJECT' },
    };
    const all = {
      id: '5',
      name: nameOf('fixing'),
      statusCategory: 'TODO',
      scope: { type: 'GLOBAL' },
    };
    const site = new FakeSite(MAKE);
    const jira = new FakeJira({
      ...SITE,
      'GET /rest/api/3/statuses/search': statuses(near, own, all),
    });
    await workflow(jira.ask, site);
    expect(jira.writes[0]?.body).toMatchObject({
      statuses: [
        { name: nameOf('new'), statusCategory: 'TODO' },
        { id: '5', name: nameOf('fixing'), statusCategory: 'TODO' },
        { name: nameOf('resolved') },
        { name: nameOf('cancelled') },
      ],
    });
    expect(site.found().phases).toEqual({ '5': 'fixing' });
  });

  test('that is there is not made again; its statuses are found and the project gets it', async () => {
    const site = new FakeSite(MAKE, { ...PROJECT, ours: [`workflow ${NAME}`] });
    const there = { name: NAME };
    const schemes = [...others(50), { id: '9', name: SCHEME }];
    const jira = new FakeJira({
      ...SITE,
      'GET /rest/api/3/workflows/search': listOf(...others(50), there),
      'GET /rest/api/3/statuses/search': statuses(...OURS),
      'GET /rest/api/3/workflowscheme': listOf(...schemes),
    });
    expect(await workflow(jira.ask, site)).toEqual({ how: 'done', what: NAME });
    expect(jira.writes).toEqual([assigned('9')]);
    expect(site.found().phases).toEqual({
      '1': 'new',
      '2': 'fixing',
      '3': 'resolved',
      '4': 'cancelled',
    });
  });

  test('that somebody else has made is used, and a project that has its scheme is left alone', async () => {
    const jira = new FakeJira({
      ...SITE,
      'GET /rest/api/3/workflows/search': listOf({ name: NAME }),
      'GET /rest/api/3/workflowscheme/project': ofProject(SCHEME),
    });
    expect(await workflow(jira.ask, new FakeSite(MAKE))).toEqual({ how: 'adopted', what: NAME });
    expect(jira.writes).toEqual([]);
  });

  test('resolves with what the site has: its first one where ours are not there, none where it has none', async () => {
    const valuesWith = async (...there: readonly object[]) => {
      const jira = new FakeJira({ ...SITE, 'GET /rest/api/3/resolution/search': listOf(...there) });
      await workflow(jira.ask, new FakeSite(MAKE));
      const body = JSON.stringify(jira.writes[0]?.body);
      return [...body.matchAll(/"value":"(\w*)"/g)].map(([, value]) => value);
    };
    const german = [
      { id: '31', name: 'Offen' },
      { id: '32', name: 'Wird nicht erledigt' },
      { id: '33', name: 'Fertig' },
    ];
    expect(await valuesWith(...german)).toEqual(['', '33', '', '32']);
    expect(await valuesWith({ id: '41', name: 'Gut' })).toEqual(['', '41', '', '41']);
    expect(await valuesWith()).toEqual(['', '', '', '']);
  });

  test('tells the app on every move where that is wanted, with a rule of its own for each', async () => {
    const jira = new FakeJira(SITE);
    await workflow(jira.ask, new FakeSite({ ...MAKE, tellOnTransition: true }));
    expect(jira.writes[0]?.body).toMatchObject({
      workflows: [
        {
          transitions: [
            CREATED,
            ...MOVES.map((one) => ({ ...one, actions: [...one.actions, RULE] })),
          ],
        },
      ],
    });
    const ids = [...JSON.stringify(jira.writes[0]?.body).matchAll(/"id":"([\w-]{36})"/g)];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(4);
  });

  test('is remembered as soon as it is made: where its scheme fails it is not made again', async () => {
    const site = new FakeSite(MAKE);
    const jira = new FakeJira({ ...SITE, 'GET /rest/api/3/statuses/search': statuses(...OURS) });
    jira.stopAfter(1);
    await expect(workflow(jira.ask, site)).rejects.toMatchObject({ code: 'unavailable' });
    expect(site.found()).toMatchObject({ ours: [`workflow ${NAME}`], phases: { '3': 'resolved' } });
    const failed = new FakeSite(MAKE);
    const down = new FakeJira({ ...SITE, 'POST /rest/api/3/workflows/create': refusal(400) });
    await expect(workflow(down.ask, failed)).rejects.toMatchObject({ code: 'refused' });
    expect(failed.told).toEqual([]);
  });
});

describe('the workflow that a site has', () => {
  const choices: Choices = { ...USE, phases: { '7': 'new', '8': 'fixing', '9': 'resolved' } };
  const theirs = (...transitions: readonly object[]) => ({
    statuses: [{ statusReference: 'a' }],
    workflows: [
      {
        id: 'w',
        version: { versionNumber: 3, id: 'v' },
        description: 'Ours',
        startPointLayout: { x: 1, y: 2 },
        name: 'Theirs',
        statuses: [{ statusReference: 'a', layout: { x: 1 } }],
        transitions,
      },
    ],
  });
  const told = { ruleKey: RULE.ruleKey, parameters: { ...RULE.parameters, id: 'before' } };
  const others = { ruleKey: 'forge:workflow-post-function', parameters: { key: 'another' } };

  test('is used as it was mapped, and nothing is asked', async () => {
    const site = new FakeSite(choices);
    const jira = new FakeJira({});
    expect(await workflow(jira.ask, site)).toEqual({ how: 'adopted', what: '3' });
    expect(site.told).toEqual([{ phases: choices.phases }]);
    expect(jira.sent).toEqual([]);
  });

  test('gets the rule on moves that lack it; all else goes back as it was read', async () => {
    const start = { type: 'INITIAL', id: '1' };
    const plain = { type: 'DIRECTED', id: '2', name: 'Go', links: [{ a: 1 }] };
    const other = { type: 'GLOBAL', id: '3', actions: [others], validators: [] };
    const done = { type: 'DIRECTED', id: '4', actions: [others, told] };
    const jira = new FakeJira({
      'POST /rest/api/3/workflows': theirs(start, plain, other, done),
      'POST /rest/api/3/workflows/update': {},
    });
    const site = new FakeSite({ ...choices, tellOnTransition: true });
    expect(await workflow(jira.ask, site)).toEqual({ how: 'adopted', what: '3' });
    expect(jira.sent[0]?.body).toEqual({
      projectAndIssueTypes: [{ projectId: '10000', issueTypeId: '10010' }],
    });
    const { name: _, ...kept } = theirs().workflows[0] ?? {};
    const transitions = [
      start,
      { ...plain, actions: [RULE] },
      { ...other, actions: [others, RULE] },
      done,
    ];
    expect(jira.writes).toEqual([
      {
        call: 'POST /rest/api/3/workflows/update',
        body: { statuses: theirs().statuses, workflows: [{ ...kept, transitions }] },
      },
    ]);
    expect(jira.deadlines).toEqual({ 'POST /rest/api/3/workflows/update': 20_000 });
  });

  test('whose moves all tell the app, and one that is not there, are left alone', async () => {
    const done = { type: 'DIRECTED', actions: [told] };
    for (const answer of [theirs({ type: 'INITIAL' }, done), { statuses: [], workflows: [] }]) {
      const jira = new FakeJira({ 'POST /rest/api/3/workflows': answer });
      await workflow(jira.ask, new FakeSite({ ...choices, tellOnTransition: true }));
      expect(jira.writes).toEqual([]);
    }
  });

  test.each([
    [400, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'refused'],
    [429, 'unavailable'],
  ])('whose change is answered with %i ends the step as %s', async (status, code) => {
    const jira = new FakeJira({
      'POST /rest/api/3/workflows': theirs({ type: 'DIRECTED' }),
      'POST /rest/api/3/workflows/update': refusal(status),
    });
    const site = new FakeSite({ ...choices, tellOnTransition: true });
    await expect(workflow(jira.ask, site)).rejects.toMatchObject({ code });
  });
});
