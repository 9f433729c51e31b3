import { describe, expect, test } from '@jest/globals';
import { COLUMNS, configIn, defaultConfig } from '../../../static/active/config';
import {
  fieldsOf,
  type FoundIssue,
  lasted,
  listedIn,
  type Where,
  worstFirst,
} from '../../../static/kit/lists/listed';

const WHERE: Where = {
  projectId: '10001',
  issueTypeId: '10004',
  phases: { '1': 'new', '2': 'fixing', '3': 'resolved', '4': 'cancelled' },
  severities: { '10': 1, '11': 2, '12': 3 },
  fields: {
    severity: 'customfield_1',
    faultyService: 'customfield_2',
    affectedProducts: 'customfield_3',
    impactStart: 'customfield_4',
    impactDetected: 'customfield_5',
    impactRecovered: 'customfield_6',
    drill: 'customfield_7',
  },
};

function issue(fields: Readonly<Record<string, unknown>>, property?: unknown): FoundIssue {
  return {
    key: 'HOT-7',
    ...(property !== undefined && { properties: { incident: { nextUpdateDue: property } } }),
    fields: {
      summary: 'Card payments fail',
      created: '2026-03-02T12:00:00.000+0000',
      status: { id: '2' },
      ...fields,
    },
  };
}

describe('an incident in a list', () => {
  test('says what Jira says', () => {
    const found = issue(
      {
        assignee: { displayName: 'Dana Okafor' },
        customfield_1: { id: '10', value: '1 – Critical' },
        customfield_2: { id: '20', value: 'Payments' },
        customfield_3: [{ id: '30', value: 'Shop' }],
        customfield_4: '2026-03-02T11:40:00.000+0000',
        customfield_7: [{ id: '70', value: 'Drill' }],
      },
      '2026-03-02T12:30:00.000Z',
    );
    expect(listedIn(found, WHERE)).toEqual({
      key: 'HOT-7',
      summary: 'Card payments fail',
      severity: 1,
      phase: 'fixing',
      since: Date.parse('2026-03-02T11:40:00Z'),
      until: null,
      manager: 'Dana Okafor',
      service: { option: '20', name: 'Payments' },
      products: ['Shop'],
      isDrill: true,
      due: Date.parse('2026-03-02T12:30:00Z'),
    });
  });

  test('lasts to its recovery, also while people work on it', () => {
    const found = issue({
      customfield_4: '2026-03-02T11:40:00.000+0000',
      customfield_6: '2026-03-02T12:45:00.000+0000',
    });
    expect(lasted(listedIn(found, WHERE), Date.parse('2026-03-02T19:50:00Z'))).toBe(65 * 60_000);
  });

  test('says nothing that Jira does not say, and counts from its creation', () => {
    expect(listedIn(issue({ status: { id: '99' } }), WHERE)).toEqual({
      key: 'HOT-7',
      summary: 'Card payments fail',
      severity: null,
      phase: null,
      since: Date.parse('2026-03-02T12:00:00Z'),
      until: null,
      manager: null,
      service: null,
      products: [],
      isDrill: false,
      due: null,
    });
  });

  test.each([
    ['12:00:00', '12:00:23', 'the default, whose seconds Jira cut'],
    ['12:00:23', '12:00:23', 'the default as it was'],
    ['11:59:00', '11:59:00', 'another minute, which somebody said'],
  ])('detected at %s counts from %s: %s', (detected, since) => {
    const found = issue({
      created: '2026-03-02T12:00:23.000+0000',
      customfield_5: `2026-03-02T${detected}.000+0000`,
    });
    expect(listedIn(found, WHERE).since).toBe(Date.parse(`2026-03-02T${since}Z`));
  });

  test.each([['soon'], [7], [{}], [null]])('a property of %j promises nothing', (said) => {
    expect(listedIn(issue({}, said), WHERE).due).toBeNull();
  });

  test('a search asks for every field that the site has, and for no other', () => {
    const { drill, ...fields } = WHERE.fields;
    expect(fieldsOf({ ...WHERE, fields })).not.toContain(drill);
    expect(fieldsOf(WHERE)).toEqual(expect.arrayContaining(['assignee', drill]));
  });

  test('the worst comes first, then the longest; one without a severity last', () => {
    const rows = [
      { severity: null, since: 1 },
      { severity: 2, since: 2 },
      { severity: 1, since: 9 },
      { severity: 1, since: 3 },
    ] as const;
    expect([...rows].sort(worstFirst).map(({ since }) => since)).toEqual([3, 9, 2, 1]);
  });
});

describe('what was chosen for a list', () => {
  test('comes back as it was saved', () => {
    const saved = {
      ...defaultConfig(WHERE),
      jql: 'labels = shop',
      severities: [1, 2],
      services: ['20'],
      columns: ['due', 'phase'],
      resolvedHours: 4,
    };
    expect(configIn(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  });

  test.each([
    undefined,
    null,
    'text',
    {},
    { version: 2, where: WHERE },
    { version: 1 },
    { version: 1, where: { ...WHERE, projectId: '1 OR project is not EMPTY' } },
    { version: 1, where: { ...WHERE, phases: undefined } },
  ])('%j is none', (saved) => {
    expect(configIn(saved)).toBeUndefined();
  });

  test('what is missing or no such thing has its default', () => {
    const read = configIn({ version: 1, where: WHERE, severities: 'all', resolvedHours: '4' });
    expect(read).toEqual(defaultConfig(WHERE));
    expect(configIn({ version: 1, where: WHERE, columns: ['due', 'rm'] })?.columns).toEqual([
      'due',
    ]);
    expect(read?.columns).toEqual(COLUMNS);
  });
});
