import { describe, expect, test } from '@jest/globals';
import { type Service, type Settings } from '../../../src/domain/settings/settings';
import { changesBetween } from '../../../src/domain/settings/changes';
import { withOurIds } from '../../../src/domain/settings/ids';
import { mergeSettings } from '../../../src/domain/settings/merge';
import { problemsOf, tidied } from '../../../src/domain/settings/rules';
import { CHECKOUT, PAYMENTS, someSettings, UNKNOWN } from '../../fixtures/settings';

const many = (count: number): Service[] =>
  Array.from({ length: count }, (_, at) => ({ id: `s${at}`, name: `Service ${at}` }));
const services = (...list: Service[]) => someSettings({ services: [...list, UNKNOWN] });
const base = someSettings();
const { levels } = base.scale;

describe('what can be saved', () => {
  const scale = (change: Partial<Settings['scale']>) =>
    someSettings({ scale: { ...base.scale, ...change } });
  const labelled = (label: string) => scale({ levels: { ...levels, 2: { ...levels[2], label } } });
  const agreed = (change: object) =>
    someSettings({
      agreements: [...base.agreements.slice(0, 3), { severity: 1, service: 'checkout', ...change }],
    });
  const own = [...many(498), CHECKOUT, PAYMENTS];
  const responding = (response: Settings['response']) => someSettings({ response });

  test.each<[string, Settings]>([
    ['the settings of Larkfield', base],
    ['500 services beside Unknown', services(...own)],
    ['no page', scale({ page: undefined })],
    ['a label of the number alone', labelled('2')],
    ['updates every 5 minutes', agreed({ cadenceMinutes: 5 })],
    [
      'every rule of the response',
      responding({
        changesJql: 'project = CHG AND summary ~ "a (order by) b"',
        supportJql: 'type = Bug',
        cleanUpProject: 'OPS',
        reviewSpace: '~dana',
        handOverHours: 1,
      }),
    ],
    ['a day until a hand-over', responding({ handOverHours: 24 })],
    ['updates once a day', agreed({ cadenceMinutes: 1440, agreedOn: '2026-02-28' })],
  ])('%s', (_, settings) => {
    expect(problemsOf(settings)).toEqual([]);
  });

  test.each<[string, Settings, object]>([
    [
      'no name',
      services(CHECKOUT, { ...PAYMENTS, name: '' }),
      { table: 'services', key: 'payments', cell: 'name', code: 'empty' },
    ],
    [
      'a name that differs in capitals and spaces alone',
      services(CHECKOUT, { ...PAYMENTS, name: 'check out' }, { id: 'c', name: 'CHECK  OUT' }),
      { key: 'c', code: 'duplicate' },
    ],
    [
      'a second Unknown',
      services(CHECKOUT, { ...PAYMENTS, name: 'unknown' }),
      { key: 'payments', code: 'duplicate' },
    ],
    [
      'a name that is no option in Jira',
      services(CHECKOUT, { ...PAYMENTS, name: 'p'.repeat(256) }),
      { code: 'too-long', limit: 255 },
    ],
    ['501 services', services(...own, ...many(499).slice(498)), { code: 'too-many', limit: 500 }],
    [
      '201 products',
      someSettings({ products: many(201) }),
      { table: 'products', code: 'too-many', limit: 200 },
    ],
    ['a page that is not encrypted', scale({ page: 'http://x.example' }), { code: 'bad-address' }],
    ['a page that is none', scale({ page: 'severity' }), { cell: 'page', code: 'bad-address' }],
    ['a label without its number', labelled('Major'), { key: '2', code: 'label-number', limit: 2 }],
    ['a label of another number', labelled('20 – Major'), { code: 'label-number' }],
    [
      'a meaning of nothing',
      scale({ levels: { ...levels, 3: { ...levels[3], text: '' } } }),
      { table: 'levels', key: '3', cell: 'text', code: 'empty' },
    ],
    [
      'updates every 4 minutes',
      agreed({ cadenceMinutes: 4 }),
      { table: 'agreements', key: '1:checkout', cell: 'cadenceMinutes', code: 'bad-cadence' },
    ],
    ['updates after more than a day', agreed({ cadenceMinutes: 1441 }), { code: 'bad-cadence' }],
    ['half minutes', agreed({ cadenceMinutes: 7.5 }), { code: 'bad-cadence' }],
    ['a day that is none', agreed({ agreedOn: '2026-02-30' }), { code: 'bad-date' }],
    ['a service that is gone', agreed({ service: 'gone' }), { code: 'no-such-service' }],
    [
      'the same exception twice',
      agreed({ severity: 3, service: undefined }),
      { code: 'duplicate' },
    ],
    [
      'no default',
      someSettings({ agreements: base.agreements.slice(1) }),
      { table: 'agreements', key: '1', code: 'no-default' },
    ],
    ...(
      [
        ['an order in a query', { changesJql: 'project = CHG ORDER BY key' }, 'jql-order'],
        ['a parenthesis that is not closed', { changesJql: '(project = CHG' }, 'jql-open'],
        ['one that was never opened', { changesJql: 'a = 1) OR (b = 2' }, 'jql-open'],
        ['a quote that is not closed', { supportJql: 'summary ~ "a' }, 'jql-open'],
        ['a query without an end', { supportJql: 'x'.repeat(2001) }, 'too-long'],
        ['a project that is none', { cleanUpProject: 'ops-1' }, 'bad-project'],
        ['a space that is none', { reviewSpace: 'our space' }, 'bad-space'],
        ['no hours until a hand-over', { handOverHours: 0 }, 'bad-hours'],
        ['more than a day until a hand-over', { handOverHours: 25 }, 'bad-hours'],
        ['half hours', { handOverHours: 2.5 }, 'bad-hours'],
      ] as const
    ).map(([name, response, code]): [string, Settings, object] => [
      name,
      responding(response),
      { table: 'response', key: 'response', cell: Object.keys(response)[0], code },
    ]),
    [
      'more than the store takes',
      services(...own.map((one) => ({ ...one, deliveryTeam: 'ü'.repeat(255) }))),
      { code: 'too-large' },
    ],
  ])('not %s', (_, settings, problem) => {
    expect(problemsOf(settings)).toEqual([expect.objectContaining(problem)]);
  });
});

test('spaces and empty lines go, lines of a text stay', () => {
  const typed = someSettings({
    services: [UNKNOWN, { ...CHECKOUT, name: '  Check \n out ', deliveryTeam: ' ' }],
    scale: { levels: { ...levels, 1: { label: ' 1 ', text: ' Down.\nFor all. ' } }, page: '' },
  });
  const tidy = tidied(typed, base);
  expect(tidy.services).toEqual([{ id: 'checkout', name: 'Check out' }, UNKNOWN]);
  expect(tidy.scale.levels[1]).toEqual({ label: '1', text: 'Down.\nFor all.' });
  expect('page' in tidy.scale).toBe(false);
});

test('rules of the response that say nothing go, and a query keeps its lines', () => {
  const typed = someSettings({ response: { changesJql: ' a = 1\nAND b = 2 ', reviewSpace: ' ' } });
  expect(tidied(typed, base).response).toEqual({ changesJql: 'a = 1\nAND b = 2' });
  expect('response' in tidied(someSettings({ response: { reviewSpace: '' } }), base)).toBe(false);
});

test('a rule that is new is said by its cell', () => {
  const after = someSettings({ response: { handOverHours: 6 } });
  expect(changesBetween(base, after)).toEqual([
    {
      table: 'response',
      key: 'response',
      kind: 'changed',
      name: '',
      cells: [{ cell: 'handOverHours', before: undefined, after: 6 }],
    },
  ]);
});

test.each<[string, readonly Service[]]>([
  ['taken away', [CHECKOUT]],
  ['renamed', [{ ...UNKNOWN, name: 'Somewhere' }, CHECKOUT]],
])('Unknown cannot be %s', (_, list) => {
  expect(tidied(someSettings({ services: list }), base).services).toEqual([CHECKOUT, UNKNOWN]);
});

test('changes are said one by one', () => {
  const after = someSettings({
    services: [{ ...PAYMENTS, name: 'Payment desk' }, { id: 'till', name: 'Till' }, UNKNOWN],
    products: [...base.products].reverse(),
    scale: { levels: { ...levels, 2: { label: '2 – Grave', text: levels[2].text } } },
    agreements: base.agreements.slice(0, 3),
  });
  expect(changesBetween(base, after)).toEqual([
    expect.objectContaining({ table: 'services', kind: 'removed', name: 'Checkout' }),
    {
      table: 'services',
      key: 'payments',
      kind: 'changed',
      name: 'Payment desk',
      cells: [{ cell: 'name', before: 'Payments', after: 'Payment desk' }],
    },
    expect.objectContaining({ table: 'services', kind: 'added', name: 'Till' }),
    { table: 'products', key: '', kind: 'moved', name: '', cells: [] },
    expect.objectContaining({ table: 'levels', key: '2', kind: 'changed' }),
    expect.objectContaining({
      table: 'scale',
      cells: [{ cell: 'page', before: base.scale.page, after: undefined }],
    }),
    expect.objectContaining({ key: '2:payments', kind: 'removed', name: 'Payment desk' }),
  ]);
});

describe('two who changed the same state', () => {
  const merge = (mine: Settings, theirs: Settings, answers = {}) =>
    mergeSettings({ base, mine, theirs }, answers);
  const till: Service = { id: 'till', name: 'Till' };
  const hub: Service = { id: 'hub', name: 'Hub' };

  test('add at the same place, and both are there', () => {
    const { settings, asks } = merge(
      services(CHECKOUT, till, PAYMENTS),
      services(CHECKOUT, hub, PAYMENTS),
    );
    expect(asks).toEqual([]);
    expect(settings.services.map(({ id }) => id)).toEqual([
      'checkout',
      'till',
      'hub',
      'payments',
      'unknown',
    ]);
  });

  test('change different cells of one service, and nobody is asked', () => {
    const mine = services({ ...CHECKOUT, name: 'Cash desk' }, PAYMENTS);
    const theirs = services({ ...CHECKOUT, deliveryTeam: 'Core' }, PAYMENTS);
    const { settings, asks } = merge(mine, theirs);
    expect(asks).toEqual([]);
    expect(settings.services[0]).toEqual({ ...CHECKOUT, name: 'Cash desk', deliveryTeam: 'Core' });
  });

  test('give it different names, and are asked whose it shall be', () => {
    const mine = services({ ...CHECKOUT, name: 'Cash desk' }, PAYMENTS);
    const theirs = services({ ...CHECKOUT, name: 'Till' }, PAYMENTS);
    const { settings, asks } = merge(mine, theirs);
    const id = 'services/checkout/name';
    expect(asks).toEqual([
      {
        id,
        table: 'services',
        key: 'checkout',
        cell: 'name',
        name: 'Cash desk',
        mine: 'Cash desk',
        theirs: 'Till',
      },
    ]);
    expect(settings).toEqual(mine);
    expect(merge(mine, theirs, { [id]: 'theirs' }).settings).toEqual(theirs);
  });

  test('one takes away what the other changed, and are asked', () => {
    const mine = services(PAYMENTS);
    const theirs = services({ ...CHECKOUT, name: 'Till' }, PAYMENTS);
    const { settings, asks } = merge(mine, theirs);
    expect(asks).toEqual([
      expect.objectContaining({ id: 'services/checkout/', theirs: 'Till · Basket team' }),
    ]);
    expect(settings).toEqual(mine);
    expect(merge(mine, theirs, { 'services/checkout/': 'theirs' }).settings).toEqual(theirs);
  });

  test('one puts in order, the other adds', () => {
    const { settings, asks } = merge(
      services(PAYMENTS, CHECKOUT),
      services(CHECKOUT, PAYMENTS, till),
    );
    expect(asks).toEqual([]);
    expect(settings).toEqual(services(PAYMENTS, till, CHECKOUT));
  });

  test('put in different orders, and are asked', () => {
    const three = someSettings({ services: [CHECKOUT, PAYMENTS, till, UNKNOWN] });
    const mine = services(PAYMENTS, CHECKOUT, till);
    const theirs = services(CHECKOUT, till, PAYMENTS);
    const asked = (answers: object) =>
      mergeSettings({ base: three, mine, theirs }, answers as Record<string, 'theirs'>);
    expect(asked({})).toMatchObject({ settings: mine, asks: [{ id: 'services//' }] });
    expect(asked({ 'services//': 'theirs' }).settings).toEqual(theirs);
  });
});

test("another site's settings get our ids where names are the same", () => {
  const theirs = someSettings({
    services: [{ id: 'x1', name: 'payments' }, { id: 'x2', name: 'Till' }, UNKNOWN],
    agreements: [{ severity: 1, service: 'x1' }],
  });
  expect(withOurIds(theirs, base)).toMatchObject({
    services: [{ id: 'payments', name: 'payments' }, { id: 'x2', name: 'Till' }, UNKNOWN],
    agreements: [{ severity: 1, service: 'payments' }],
  });
});
