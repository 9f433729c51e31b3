import { describe, expect, test } from '@jest/globals';
import { screens } from '../../../../src/adapters/jira/set-up/screens';
import {
  fieldsOnScreen,
  screensOfProject,
} from '../../../../src/adapters/jira/set-up/screens-of-project';
import { type Found } from '../../../../src/ports/set-up/site-builder';
import { type Answers, FakeJira, listOf, others, refusal } from '../../../fakes/jira';
import { FakeSite, MAKE, PROJECT, t, USE } from '../../../fakes/set-up-site';

const key = 'HOT';
const [CREATE, EDIT] = [t('names.screens.create', { key }), t('names.screens.edit', { key })];
const SCHEME = t('names.schemes.screens', { key });
const BY_TYPE = t('names.schemes.issueTypeScreens', { key });
const FIELDS: Found['fields'] = {
  severity: 's',
  faultyService: 'f',
  affectedProducts: 'p',
  drill: 'd',
  impactStart: 'i1',
  impactDetected: 'i2',
  impactRecovered: 'i3',
  chatChannel: 'c',
  videoCall: 'v',
  stateDocument: 'x',
};
const KNOWN: Found = { ...PROJECT, fields: FIELDS };
const ON_CREATE = ['summary', 'description', 's', 'f', 'p', 'd'];
const NATIVE = ['s', 'f', 'p', 'd', 'i1', 'i2', 'i3', 'c', 'v', 'x'];
const ON_EDIT = ['summary', 'description', 'assignee', 'reporter', ...NATIVE, 'ttd', 'ttr'];
const DERIVED = [
  { id: 'no', name: 'Time to detect', schema: { custom: 'another-app/static/time' } },
  { id: 'ttd', name: 'TTD', schema: { custom: 'ari:x/static/time-to-detect' } },
  { id: 'ttr', name: 'TTR', schema: { custom: 'ari:x/static/time-to-recovery' } },
  { id: 'plain', name: 'Plain' },
];
const tab = (id: number) => ({ id, name: `Tab ${id}` });
const ids = (...all: readonly string[]) => all.map((id) => ({ id }));
const added = (screen: string, fields: readonly string[]) =>
  fields.map((fieldId) => ({
    call: `POST /rest/api/3/screens/${screen}/tabs/1/fields`,
    body: { fieldId },
  }));

describe('the screens of a project of ours', () => {
  const SITE: Answers = {
    'GET /rest/api/3/field': DERIVED,
    'GET /rest/api/3/screens': listOf(...others(50), { id: 31, name: EDIT }),
    'POST /rest/api/3/screens': { id: 30 },
    'GET /rest/api/3/screens/30/tabs': [tab(1)],
    'GET /rest/api/3/screens/30/tabs/1/fields': [],
    'POST /rest/api/3/screens/30/tabs/1/fields': {},
    'GET /rest/api/3/screens/31/tabs': [tab(1), tab(2)],
    'GET /rest/api/3/screens/31/tabs/1/fields': ids('summary', 's'),
    'GET /rest/api/3/screens/31/tabs/2/fields': ids('i1', 'ttr'),
    'POST /rest/api/3/screens/31/tabs/1/fields': {},
    'GET /rest/api/3/screenscheme': listOf(...others(50)),
    'POST /rest/api/3/screenscheme': { id: 40 },
    'GET /rest/api/3/issuetypescreenscheme': listOf(...others(50)),
    'POST /rest/api/3/issuetypescreenscheme': { id: 50 },
    'PUT /rest/api/3/issuetypescreenscheme/project': undefined,
  };
  const assigned = (issueTypeScreenSchemeId: string) => ({
    call: 'PUT /rest/api/3/issuetypescreenscheme/project',
    body: { issueTypeScreenSchemeId, projectId: '10000' },
  });

  test('are made or filled up, put into schemes and given to the project', async () => {
    const site = new FakeSite(MAKE, KNOWN);
    const jira = new FakeJira(SITE);
    expect(await screens(jira.ask, site)).toEqual({ how: 'done', what: `${CREATE}, ${EDIT}` });
    expect(jira.writes).toEqual([
      { call: 'POST /rest/api/3/screens', body: { name: CREATE, description: '' } },
      ...added('30', ON_CREATE),
      ...added(
        '31',
        ON_EDIT.filter((id) => !['summary', 's', 'i1', 'ttr'].includes(id)),
      ),
      {
        call: 'POST /rest/api/3/screenscheme',
        body: { name: SCHEME, screens: { default: 31, create: 30, edit: 31, view: 31 } },
      },
      {
        call: 'POST /rest/api/3/issuetypescreenscheme',
        body: {
          name: BY_TYPE,
          issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: '40' }],
        },
      },
      assigned('50'),
    ]);
    expect(site.told).toEqual([
      { fields: { ...FIELDS, timeToDetect: 'ttd', timeToRecovery: 'ttr' } },
    ]);
    for (const [call, queryString] of [
      ['screens', CREATE],
      ['screenscheme', SCHEME],
      ['issuetypescreenscheme', BY_TYPE],
    ]) {
      expect(jira.queriesOf(`GET /rest/api/3/${call}`).slice(0, 2)).toEqual(
        [
          { startAt: '0', maxResults: '50', queryString },
          { startAt: '50', maxResults: '50', queryString },
        ].slice(0, jira.queriesOf(`GET /rest/api/3/${call}`).length),
      );
    }
  });

  test('that are there with all they need are only given to the project', async () => {
    const jira = new FakeJira({
      ...SITE,
      'GET /rest/api/3/screens': listOf({ id: 30, name: CREATE }, { id: 31, name: EDIT }),
      'GET /rest/api/3/screens/30/tabs/1/fields': ids(...ON_CREATE),
      'GET /rest/api/3/screens/31/tabs/1/fields': ids(...ON_EDIT),
      'GET /rest/api/3/screenscheme': listOf(...others(50), { id: 41, name: SCHEME }),
      'GET /rest/api/3/issuetypescreenscheme': listOf(...others(50), { id: 51, name: BY_TYPE }),
    });
    await screens(jira.ask, new FakeSite(MAKE, KNOWN));
    expect(jira.writes).toEqual([assigned('51')]);
  });

  test('do without the fields of times that the app does not bring yet', async () => {
    const site = new FakeSite(MAKE, KNOWN);
    const jira = new FakeJira({
      ...SITE,
      'GET /rest/api/3/field': [],
      'GET /rest/api/3/screens/31/tabs/2/fields': [],
    });
    await screens(jira.ask, site);
    const last = jira.writes.filter(({ call }) => call.endsWith('/31/tabs/1/fields')).at(-1);
    expect(last?.body).toEqual({ fieldId: 'x' });
    expect(site.found().fields).toEqual(FIELDS);
  });

  test.each(Object.keys(SITE))('end the step where %s is refused', async (call) => {
    const codes = { 400: 'refused', 403: 'forbidden', 404: 'not-found', 409: 'refused' };
    for (const [status, code] of Object.entries(codes)) {
      const jira = new FakeJira({ ...SITE, [call]: refusal(Number(status)) });
      await expect(screens(jira.ask, new FakeSite(MAKE, KNOWN))).rejects.toMatchObject({ code });
    }
  });

  test('are not looked for before there are fields', async () => {
    const jira = new FakeJira({ 'GET /rest/api/3/field': [] });
    const none = new FakeSite(MAKE, { projectId: '1', projectKey: 'HOT' });
    await screens(jira.ask, none).catch(() => undefined);
    expect(none.found().fields).toEqual({});
  });
});

describe('the screens that a project has', () => {
  const SITE: Answers = {
    'GET /rest/api/3/field': DERIVED,
    'GET /rest/api/3/issuetypescreenscheme/project': {
      values: [{ issueTypeScreenScheme: { id: 60 } }],
    },
    'GET /rest/api/3/issuetypescreenscheme/mapping': listOf(
      { issueTypeId: 'default', screenSchemeId: 61 },
      { issueTypeId: 10010, screenSchemeId: 62 },
    ),
    'GET /rest/api/3/screenscheme': listOf(
      { id: 61, screens: { default: 1 } },
      { id: 62, screens: { default: 70, create: 71, view: 72 } },
    ),
    ...Object.fromEntries(
      [70, 71, 72].flatMap((id) => [
        [`GET /rest/api/3/screens/${id}/tabs`, [tab(1)]],
        [`GET /rest/api/3/screens/${id}/tabs/1/fields`, ids(...ON_EDIT.slice(2))],
        [`POST /rest/api/3/screens/${id}/tabs/1/fields`, {}],
      ]),
    ),
  };
  const where = { projectId: '10000', issueTypeId: '10010' };

  test('get what they lack, each what it asks', async () => {
    const jira = new FakeJira(SITE);
    const step = await screens(jira.ask, new FakeSite(USE, KNOWN));
    expect(step).toEqual({ how: 'done', what: '+6' });
    const both = ['summary', 'description'];
    expect(jira.writes).toEqual([...added('71', both), ...added('70', both), ...added('72', both)]);
  });

  test('that lack nothing are as they were; one that both edits and shows is filled once', async () => {
    const full = ids(...ON_EDIT);
    const jira = new FakeJira({
      ...SITE,
      'GET /rest/api/3/screens/70/tabs/1/fields': full,
      'GET /rest/api/3/screens/71/tabs/1/fields': full,
      'GET /rest/api/3/screens/72/tabs/1/fields': full,
    });
    expect(await screens(jira.ask, new FakeSite(USE, KNOWN))).toEqual({
      how: 'adopted',
      what: '+0',
    });
    const one = new FakeJira({
      ...SITE,
      'GET /rest/api/3/screenscheme': listOf({ id: 62, screens: { default: 70, create: 71 } }),
    });
    expect((await screens(one.ask, new FakeSite(USE, KNOWN))).what).toBe('+4');
  });

  test('are found by the scheme of the type, else by the one of all types', async () => {
    const own = new FakeJira(SITE);
    expect(await screensOfProject(own.ask, where)).toEqual({
      create: '71',
      edit: '70',
      view: '72',
    });
    expect(own.queriesOf('GET /rest/api/3/issuetypescreenscheme/project')).toEqual([
      { projectId: '10000' },
    ]);
    expect(own.queriesOf('GET /rest/api/3/issuetypescreenscheme/mapping')).toEqual([
      { startAt: '0', maxResults: '50', issueTypeScreenSchemeId: '60' },
    ]);
    expect(own.queriesOf('GET /rest/api/3/screenscheme')).toEqual([
      { startAt: '0', maxResults: '50', id: '62' },
    ]);
    const all = await screensOfProject(own.ask, { ...where, issueTypeId: '5' });
    expect(all).toEqual({ create: '1', edit: '1', view: '1' });
  });

  test.each([
    ['no scheme', 'GET /rest/api/3/issuetypescreenscheme/project', { values: [] }],
    ['no scheme of screens', 'GET /rest/api/3/screenscheme', listOf()],
    ['no scheme for the type', 'GET /rest/api/3/issuetypescreenscheme/mapping', listOf()],
  ])('are not there where there is %s', async (_, call, answer) => {
    const jira = new FakeJira({ ...SITE, [call]: answer });
    await expect(screensOfProject(jira.ask, where)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of which one has no tab cannot be filled', async () => {
    const jira = new FakeJira({ 'GET /rest/api/3/screens/9/tabs': [] });
    await expect(fieldsOnScreen(jira.ask, '9')).rejects.toMatchObject({ code: 'not-found' });
  });
});
