import { describe, expect, test } from '@jest/globals';
import { helpTexts } from '../../../../src/adapters/jira/set-up/help-texts';
import { IncidentError } from '../../../../src/domain/errors';
import { type Found } from '../../../../src/ports/set-up/site-builder';
import { type Answers, FakeJira, listOf, others, refusal } from '../../../fakes/jira';
import { FakeSite, MAKE, PROJECT, t } from '../../../fakes/set-up-site';

const NAME = t('names.schemes.fields', { key: 'HOT' });
const description = t('names.schemes.fieldsDescription');
const [SUMMARY, DESCRIPTION] = [t('names.fields.summary.help'), t('names.fields.description.help')];
const KNOWN: Found = { ...PROJECT, fields: { severity: 's', drill: 'd', timeToDetect: 'ttd' } };
const DONE = { how: 'done', what: NAME };
const WHICH = 'GET /rest/api/3/config/fieldschemes/projects';
const site = (about: Found = {}) => new FakeSite(MAKE, { ...KNOWN, ...about });
const withScheme = (schemeId: unknown) => ({
  values: [
    { projectId: 10001, schemeId: 8 },
    { projectId: 10000, schemeId },
  ],
});

const SCHEMES: Answers = {
  [WHICH]: withScheme(9),
  'GET /rest/api/3/config/fieldschemes': listOf(...others(50)),
  'POST /rest/api/3/config/fieldschemes/9/clone': { id: 12 },
  'PUT /rest/api/3/config/fieldschemes/fields': undefined,
  'PUT /rest/api/3/config/fieldschemes/fields/parameters': undefined,
  'PUT /rest/api/3/config/fieldschemes/projects': undefined,
};

const CONFIGURATIONS: Answers = {
  [WHICH]: refusal(404),
  'GET /rest/api/3/fieldconfiguration': listOf(...others(50)),
  'POST /rest/api/3/fieldconfiguration': { id: 20 },
  'PUT /rest/api/3/fieldconfiguration/20/fields': undefined,
  'GET /rest/api/3/fieldconfigurationscheme': listOf(...others(50)),
  'POST /rest/api/3/fieldconfigurationscheme': { id: 21 },
  'PUT /rest/api/3/fieldconfigurationscheme/21/mapping': undefined,
  'PUT /rest/api/3/fieldconfigurationscheme/project': undefined,
  'PUT /rest/api/3/field/association': undefined,
};

/** What fills a scheme of this id, and gives the project to it. */
const filled = (id: number) => [
  {
    call: 'PUT /rest/api/3/config/fieldschemes/fields',
    body: { s: [{ schemeIds: [id] }], d: [{ schemeIds: [id] }] },
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/fields/parameters',
    body: {
      summary: [{ schemeIds: [id], parameters: { description: SUMMARY } }],
      description: [{ schemeIds: [id], parameters: { description: DESCRIPTION } }],
    },
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/projects',
    body: { [id]: { projectIds: [10000] } },
  },
];

const configured = (configuration: string, scheme: string) => ({
  fields: {
    call: `PUT /rest/api/3/fieldconfiguration/${configuration}/fields`,
    body: {
      fieldConfigurationItems: [
        { id: 'summary', description: SUMMARY },
        { id: 'description', description: DESCRIPTION },
        { id: 's', isHidden: false },
        { id: 'd', isHidden: false },
      ],
    },
  },
  mapping: {
    call: `PUT /rest/api/3/fieldconfigurationscheme/${scheme}/mapping`,
    body: { mappings: [{ issueTypeId: 'default', fieldConfigurationId: configuration }] },
  },
  project: {
    call: 'PUT /rest/api/3/fieldconfigurationscheme/project',
    body: { fieldConfigurationSchemeId: scheme, projectId: '10000' },
  },
  associated: {
    call: 'PUT /rest/api/3/field/association',
    body: {
      associationContexts: [{ type: 'PROJECT_ID', identifier: 10000 }],
      fields: ['s', 'd'].map((identifier) => ({ type: 'FIELD_ID', identifier })),
    },
  },
});

describe('help texts on a site with field schemes', () => {
  test('stand in a copy of the scheme that the project has', async () => {
    const jira = new FakeJira(SCHEMES);
    const own = site();
    expect(await helpTexts(jira.ask, own)).toEqual(DONE);
    expect(jira.writes).toEqual([
      {
        call: 'POST /rest/api/3/config/fieldschemes/9/clone',
        body: { name: NAME, description },
      },
      ...filled(12),
    ]);
    expect(own.found()).toMatchObject({ helpBy: 'scheme', ours: ['field-scheme 12'] });
    expect(jira.deadlines).toEqual({ 'POST /rest/api/3/config/fieldschemes/9/clone': 20_000 });
    expect(jira.queriesOf(WHICH)).toEqual([{ projectId: '10000' }]);
    expect(jira.queriesOf('GET /rest/api/3/config/fieldschemes')).toEqual([
      { startAt: '0', maxResults: '50', query: NAME },
    ]);
  });

  test('stand in the copy that was made before', async () => {
    const there = listOf(...others(50), { id: 13, name: NAME });
    const jira = new FakeJira({ ...SCHEMES, 'GET /rest/api/3/config/fieldschemes': there });
    const own = site();
    await helpTexts(jira.ask, own);
    expect(jira.writes).toEqual(filled(13));
    expect(own.found().ours).toBeUndefined();
  });

  const some = (fieldId?: string) => ({
    results: [
      { fieldId: 'd', success: true },
      { success: false, error: 'Locked.', ...(fieldId !== undefined && { fieldId }) },
    ],
  });

  test('of which a part is refused say whose, and what was said', async () => {
    const failedWith = async (more: Answers) => {
      const jira = new FakeJira({ ...SCHEMES, ...more });
      const said = await helpTexts(jira.ask, site()).catch((error: unknown) =>
        error instanceof IncidentError ? [error.code, error.details.subject] : error,
      );
      return [said, jira.writes.length - 1];
    };
    const severity = t('names.fields.severity.name');
    const [fields, parameters, projects] = filled(0).map(({ call }) => call);
    // Without our fields in it the project is not moved there.
    expect(await failedWith({ [fields ?? '']: some('s') })).toEqual([
      ['refused', `${severity}: Locked.`],
      1,
    ]);
    const both = { [parameters ?? '']: some('summary'), [projects ?? '']: some() };
    expect(await failedWith(both)).toEqual([['refused', 'summary: Locked. · HOT: Locked.'], 3]);
    // All of it refused is an error of the whole call.
    const all = refusal(400, { errors: { s: 'Never.', other: 'No.' } });
    expect(await failedWith({ [fields ?? '']: all })).toEqual([
      ['refused', `${severity}: Never. · other: No.`],
      1,
    ]);
    expect(await failedWith({ [fields ?? '']: refusal(400) })).toEqual([
      ['refused', 'No: 400.'],
      1,
    ]);
  });

  test.each(Object.keys(SCHEMES).slice(1))('end the step where %s fails', async (call) => {
    for (const [status, code] of [
      [403, 'forbidden'],
      [404, 'not-found'],
      [429, 'unavailable'],
    ] as const) {
      const jira = new FakeJira({ ...SCHEMES, [call]: refusal(status) });
      await expect(helpTexts(jira.ask, site())).rejects.toMatchObject({ code });
    }
  });
});

describe('help texts on a site that has not moved yet', () => {
  const all = configured('20', '21');

  test('stand in a configuration of the project’s own', async () => {
    const jira = new FakeJira(CONFIGURATIONS);
    const own = site();
    expect(await helpTexts(jira.ask, own)).toEqual(DONE);
    expect(jira.writes).toEqual([
      { call: 'POST /rest/api/3/fieldconfiguration', body: { name: NAME, description } },
      all.fields,
      { call: 'POST /rest/api/3/fieldconfigurationscheme', body: { name: NAME, description } },
      all.mapping,
      all.project,
      all.associated,
    ]);
    expect(own.found()).toMatchObject({
      helpBy: 'configuration',
      ours: ['field-configuration 20', 'field-configuration-scheme 21'],
    });
    expect(jira.queriesOf('GET /rest/api/3/fieldconfiguration')).toEqual([
      { startAt: '0', maxResults: '50', query: NAME },
    ]);
  });

  test('stand in what was made before', async () => {
    const jira = new FakeJira({
      ...CONFIGURATIONS,
      'GET /rest/api/3/fieldconfiguration': listOf(...others(50), { id: 20, name: NAME }),
      'GET /rest/api/3/fieldconfigurationscheme': listOf(...others(50), { id: 21, name: NAME }),
    });
    await helpTexts(jira.ask, site());
    expect(jira.writes).toEqual([all.fields, all.mapping, all.project, all.associated]);
  });

  test.each([
    ['forbids to ask', refusal(403)],
    ['refuses the question', refusal(400)],
    ['has no scheme for the project', withScheme(null)],
    ['says nothing of the project', { values: [{ projectId: 1, schemeId: 9 }] }],
    ['says something else', { other: true }],
  ])('are made so too where Jira %s', async (_, answer) => {
    const jira = new FakeJira({ ...CONFIGURATIONS, [WHICH]: answer });
    const own = site();
    await helpTexts(jira.ask, own);
    expect(own.found().helpBy).toBe('configuration');
  });

  test('wait where Jira is down, and nothing is remembered of it', async () => {
    for (const status of [429, 503]) {
      const jira = new FakeJira({ ...CONFIGURATIONS, [WHICH]: refusal(status) });
      const own = site();
      await expect(helpTexts(jira.ask, own)).rejects.toMatchObject({ code: 'unavailable' });
      expect([jira.writes, own.told]).toEqual([[], []]);
    }
  });

  test('do not ask again which way it is, until that way fails', async () => {
    const again = new FakeJira(CONFIGURATIONS);
    await helpTexts(again.ask, site({ helpBy: 'configuration' }));
    expect(again.queriesOf(WHICH)).toEqual([]);
    const gone = { 'GET /rest/api/3/fieldconfiguration': refusal(404) };
    const moved = new FakeJira({ ...CONFIGURATIONS, ...SCHEMES, ...gone });
    const own = site({ helpBy: 'configuration' });
    expect(await helpTexts(moved.ask, own)).toEqual(DONE);
    expect(own.found().helpBy).toBe('scheme');
    const broken = new FakeJira({ ...CONFIGURATIONS, ...gone });
    await expect(helpTexts(broken.ask, site({ helpBy: 'configuration' }))).rejects.toMatchObject({
      code: 'not-found',
    });
    // One that has moved already stays there.
    const stays = new FakeJira(SCHEMES);
    await helpTexts(stays.ask, site({ helpBy: 'scheme' }));
    expect(stays.writes).toHaveLength(4);
  });

  test.each(Object.keys(CONFIGURATIONS).slice(1))('end the step where %s fails', async (call) => {
    for (const [status, code] of [
      [400, 'refused'],
      [403, 'forbidden'],
      [409, 'refused'],
      [429, 'unavailable'],
    ] as const) {
      const jira = new FakeJira({ ...CONFIGURATIONS, [call]: refusal(status) });
      await expect(helpTexts(jira.ask, site())).rejects.toMatchObject({ code });
    }
  });
});
