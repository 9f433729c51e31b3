import { describe, expect, test } from '@jest/globals';
import { jiraFieldHelp } from '../../../../src/adapters/jira/set-up/field-help';
import { jiraSiteBuilder } from '../../../../src/adapters/jira/set-up/site-builder';
import { type Choices } from '../../../../src/domain/set-up/set-up';
import { type NativeField } from '../../../../src/domain/incident/fields';
import { type Answers, FakeJira, listOf, refusal } from '../../../fakes/jira';
import { FakeSite, MAKE, PROJECT, t, USE } from '../../../fakes/set-up-site';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes:';
const CONTEXT = t('names.schemes.context', { key: 'HOT' });
const nameOf = (name: NativeField) => t(`names.fields.${name}.name`);
const global = { contextId: '70', isGlobalContext: true };
const elsewhere = { contextId: '71', projectId: '10001' };

/** Jira with one field of ours by now, `f1`, and these contexts of it. */
function siteWith(fields: readonly object[], ...mappings: readonly object[]): Answers {
  return {
    'GET /rest/api/3/field': fields,
    'POST /rest/api/3/field': { id: 'f1', name: 'made' },
    'PUT /rest/api/3/field/association': undefined,
    'GET /rest/api/3/field/f1/context/projectmapping': listOf(...mappings),
    'POST /rest/api/3/field/f1/context': { id: 72, name: CONTEXT },
    'GET /rest/api/3/field/f1/context/72/option': listOf(),
    'POST /rest/api/3/field/f1/context/72/option': { options: [] },
  };
}

const associated = {
  call: 'PUT /rest/api/3/field/association',
  body: {
    associationContexts: [{ type: 'PROJECT_ID', identifier: 10000 }],
    fields: [{ type: 'FIELD_ID', identifier: 'f1' }],
  },
};
const withContext = {
  call: 'POST /rest/api/3/field/f1/context',
  body: { name: CONTEXT, projectIds: ['10000'], issueTypeIds: [] },
};

function run(jira: FakeJira, site: FakeSite, name: NativeField) {
  return jiraSiteBuilder(jira.ask).run(`field-${name}`, site);
}

describe('a field', () => {
  test.each([
    ['severity', 'select', 'multiselectsearcher'],
    ['faultyService', 'select', 'multiselectsearcher'],
    ['affectedProducts', 'multicheckboxes', 'multiselectsearcher'],
    ['impactStart', 'datetime', 'datetimerange'],
    ['impactDetected', 'datetime', 'datetimerange'],
    ['impactRecovered', 'datetime', 'datetimerange'],
    ['chatChannel', 'url', 'exacttextsearcher'],
    ['videoCall', 'url', 'exacttextsearcher'],
    ['stateDocument', 'url', 'exacttextsearcher'],
  ] as const)('%s is made, given to the project, and has a context there', async (...about) => {
    const [name, type, searcher] = about;
    const site = new FakeSite();
    const hasOptions = searcher === 'multiselectsearcher';
    const jira = new FakeJira(siteWith([], elsewhere, global));
    expect(await run(jira, site, name)).toEqual({ how: 'done', what: `${nameOf(name)} (f1)` });
    const made = {
      call: 'POST /rest/api/3/field',
      body: {
        name: nameOf(name),
        description: t(`names.fields.${name}.help`),
        type: TYPES + type,
        searcherKey: TYPES + searcher,
      },
    };
    // A list of options is the project's own; anything else may be the one that holds everywhere.
    expect(jira.writes).toEqual([made, associated, ...(hasOptions ? [withContext] : [])]);
    expect(site.found()).toEqual({
      ...PROJECT,
      fields: { [name]: 'f1' },
      contexts: { [name]: hasOptions ? '72' : '70' },
      ours: ['field f1'],
    });
  });

  test('of a drill has one box to tick, which is not made twice', async () => {
    const box = {
      call: 'POST /rest/api/3/field/f1/context/72/option',
      body: { options: [{ value: t('names.fields.drill.option'), disabled: false }] },
    };
    const jira = new FakeJira(siteWith([]));
    await run(jira, new FakeSite(), 'drill');
    expect(jira.writes.slice(1)).toEqual([associated, withContext, box]);
    const there = siteWith([{ id: 'f1', name: 'Drill' }], { contextId: 72, projectId: 10000 });
    const again = new FakeJira({
      ...there,
      'GET /rest/api/3/field/f1/context/72/option': listOf({ id: 1, value: 'Something' }),
    });
    await run(again, new FakeSite(MAKE, { ...PROJECT, fields: { drill: 'f1' } }), 'drill');
    expect(again.writes).toEqual([associated]);
  });

  test('of the same name and type is used, one of another type is not', async () => {
    const name = nameOf('impactStart');
    const custom = `${TYPES}datetime`;
    const date = { id: 'f0', name, schema: { custom: `${TYPES}datepicker` } };
    const other = { id: 'f9', name: 'Start', schema: { custom } };
    const jira = new FakeJira(
      siteWith([date, other, { id: 'f1', name, schema: { custom } }], global),
    );
    const site = new FakeSite();
    expect(await run(jira, site, 'impactStart')).toEqual({ how: 'adopted', what: `${name} (f1)` });
    expect(jira.writes).toEqual([associated]);
    expect(site.found().ours).toBeUndefined();
    const without = new FakeJira(siteWith([date, { id: 'f8', name }], global));
    expect(await run(without, new FakeSite(), 'impactStart')).toMatchObject({ how: 'done' });
  });

  test('that was chosen is used with the options and the context that it has', async () => {
    const choices: Choices = { ...USE, fields: { severity: 'f1' }, severities: { '3': 1 } };
    const site = new FakeSite(choices);
    const jira = new FakeJira(siteWith([{ id: 'f1', name: 'How bad' }], elsewhere, global));
    expect(await run(jira, site, 'severity')).toEqual({ how: 'adopted', what: 'How bad (f1)' });
    expect(jira.writes).toEqual([associated]);
    expect(site.found()).toEqual({
      ...PROJECT,
      fields: { severity: 'f1' },
      severities: { '3': 1 },
      contexts: { severity: '70' },
    });
  });

  test('of which levels were chosen says so only of the severity', async () => {
    const site = new FakeSite({ ...USE, severities: { '3': 1 } });
    await run(new FakeJira(siteWith([])), site, 'faultyService');
    expect(site.found().severities).toBeUndefined();
  });

  test('that was made before is known by its id, keeps the others, and is ours still', async () => {
    const known = {
      ...PROJECT,
      fields: { severity: 'f0', faultyService: 'f1' },
      contexts: { severity: '69' },
      ours: ['field f1'],
    };
    const own = { contextId: 73, projectId: 10000 };
    const site = new FakeSite(MAKE, known);
    const jira = new FakeJira(siteWith([{ id: 'f1', name: 'Renamed' }], global, own));
    expect(await run(jira, site, 'faultyService')).toEqual({ how: 'done', what: 'Renamed (f1)' });
    expect(jira.writes).toEqual([associated]);
    expect(site.found()).toEqual({ ...known, contexts: { severity: '69', faultyService: '73' } });
  });

  test('that is gone by now is made again', async () => {
    const site = new FakeSite(MAKE, { ...PROJECT, fields: { severity: 'gone' } });
    const jira = new FakeJira(siteWith([]));
    await run(jira, site, 'severity');
    expect(site.found().fields).toEqual({ severity: 'f1' });
  });

  test('is remembered before it is given to the project: a stop there leaves no second one', async () => {
    const site = new FakeSite();
    const jira = new FakeJira(siteWith([]));
    jira.stopAfter(1);
    await expect(run(jira, site, 'severity')).rejects.toMatchObject({ code: 'unavailable' });
    expect(site.found()).toMatchObject({ fields: { severity: 'f1' }, ours: ['field f1'] });
  });

  const CALLS = [
    'GET /rest/api/3/field',
    'POST /rest/api/3/field',
    'PUT /rest/api/3/field/association',
    'GET /rest/api/3/field/f1/context/projectmapping',
    'POST /rest/api/3/field/f1/context',
    'GET /rest/api/3/field/f1/context/72/option',
    'POST /rest/api/3/field/f1/context/72/option',
  ];
  test.each(CALLS)('of which %s is refused is no step that went well', async (call) => {
    const codes = { 400: 'refused', 403: 'forbidden', 404: 'not-found', 429: 'unavailable' };
    for (const [status, code] of Object.entries(codes)) {
      const jira = new FakeJira({ ...siteWith([]), [call]: refusal(Number(status)) });
      await expect(run(jira, new FakeSite(), 'drill')).rejects.toMatchObject({ code });
      expect(jira.sent.at(-1)?.call).toBe(call);
    }
  });
});

test('a help text becomes the description of its field', async () => {
  const jira = new FakeJira({ 'PUT /rest/api/3/field/f1': undefined });
  await jiraFieldHelp(jira.ask).set('f1', 'How bad is it?');
  expect(jira.writes).toEqual([
    { call: 'PUT /rest/api/3/field/f1', body: { description: 'How bad is it?' } },
  ]);
});
