import { describe, expect, test } from '@jest/globals';
import { jiraSiteInventory } from '../../../src/adapters/jira/inspect/site-inventory';
import { type Answers, FakeJira, listOf, others, refusal } from '../../fakes/jira';

const global = { contextId: 'g', isGlobalContext: true };

describe('what an administrator can choose from', () => {
  const inventory = (answers: Answers) => {
    const jira = new FakeJira(answers);
    return { jira, site: jiraSiteInventory(jira.ask) };
  };

  test('is a project of service only where the site has such', async () => {
    const of = (...keys: readonly string[]) =>
      inventory({
        'GET /rest/api/3/project/type/accessible': keys.map((key) => ({ key })),
      }).site.kinds();
    expect(await of('software', 'service_desk')).toEqual(['service', 'software']);
    expect(await of('software', 'business')).toEqual(['software']);
  });

  const SEARCH = 'GET /rest/api/3/project/search';
  test('are live projects that no team manages, from all pages', async () => {
    const all = [
      ...others(50).map((one) => ({ ...one, key: one.id })),
      { id: 7, key: 'TEAM', name: 'Team', simplified: true },
      { id: 8, key: 'OPS', name: 'Ops', simplified: false, style: 'classic' },
    ];
    const { jira, site } = inventory({ [SEARCH]: listOf(...all) });
    const found = await site.projects();
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toEqual({ id: '8', key: 'OPS', name: 'Ops' });
    expect(jira.queriesOf(SEARCH)).toEqual(
      ['0', '50'].map((startAt) => ({
        startAt,
        maxResults: '50',
        orderBy: 'key',
        status: 'live',
      })),
    );
    expect(await inventory({ [SEARCH]: refusal(404) }).site.projects()).toEqual([]);
    await expect(inventory({ [SEARCH]: refusal(403) }).site.projects()).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('are types that are no subtasks, with their statuses', async () => {
    const status = (id: number, key: string) => ({
      id,
      name: `S${id}`,
      statusCategory: { key, colorName: 'x' },
    });
    const { site } = inventory({
      'GET /rest/api/3/project/10000/statuses': [
        { id: 1, name: 'Sub', subtask: true, statuses: [] },
        {
          id: 2,
          name: 'Incident',
          subtask: false,
          statuses: [
            status(1, 'new'),
            status(2, 'indeterminate'),
            status(3, 'done'),
            status(4, 'undefined'),
          ],
        },
      ],
    });
    const statuses = (['new', 'indeterminate', 'done', 'new'] as const).map((category, n) => ({
      id: String(n + 1),
      name: `S${n + 1}`,
      category,
    }));
    expect(await site.issueTypes('10000')).toEqual([{ id: '2', name: 'Incident', statuses }]);
  });

  test('are fields of a kind that we can use, of no project alone', async () => {
    const custom = (id: string, kind: string, more: object = {}) => ({
      id,
      name: `F ${id}`,
      schema: { custom: `com.atlassian.x:${kind}` },
      ...more,
    });
    const kinds = [
      ['select', 'select'],
      ['radiobuttons', 'select'],
      ['multicheckboxes', 'checkboxes'],
      ['multiselect', 'checkboxes'],
      ['datetime', 'moment'],
      ['url', 'url'],
    ] as const;
    const { site } = inventory({
      'GET /rest/api/3/field': [
        ...kinds.map(([custom_]) => custom(custom_, custom_)),
        custom('date', 'datepicker'),
        custom('own', 'select', { scope: { type: 'PROJECT' } }),
        { id: 'summary', name: 'Summary' },
        { id: 'x', name: 'X', schema: {} },
      ],
    });
    expect(await site.fields()).toEqual(kinds.map(([id, kind]) => ({ id, name: `F ${id}`, kind })));
  });

  const MAPPINGS = 'GET /rest/api/3/field/s/context/projectmapping';
  const [OWN, GLOBAL] = ['p', 'g'].map((id) => `GET /rest/api/3/field/s/context/${id}/option`);
  test('are the options of the context that holds in the project', async () => {
    const option = (id: number, disabled?: boolean) => ({
      id,
      value: `V${id}`,
      ...(disabled !== undefined && { disabled }),
    });
    const many = Array.from({ length: 50 }, (_, n) => option(n));
    const own = { contextId: 'p', projectId: 10000 };
    const other = { contextId: 'o', projectId: 1 };
    const answers = {
      [MAPPINGS]: listOf(other, global, own),
      [OWN ?? '']: listOf(...many, option(50, true), option(51, false)),
      [GLOBAL ?? '']: listOf(option(9)),
    };
    const { jira, site } = inventory(answers);
    const found = await site.options('s', '10000');
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toEqual({ id: '51', value: 'V51' });
    expect(jira.queriesOf(OWN ?? '').map(({ startAt }) => startAt)).toEqual(['0', '50']);
    expect(await site.options('s', '2')).toEqual([{ id: '9', value: 'V9' }]);
    const none = inventory({ [MAPPINGS]: listOf(other) });
    expect(await none.site.options('s', '10000')).toEqual([]);
  });
});
