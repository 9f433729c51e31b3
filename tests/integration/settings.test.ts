import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Settings } from '../../src/contract/admin';
import { type Site } from '../../sandbox/site/site';
import {
  aSite,
  askAdmin,
  call,
  callAdmin,
  callAdminLoosely,
  done,
  person,
  raise,
  rest,
  type Who,
} from '../support/site';
import { type FollowingField } from '../../src/ports/settings/field-options';

let site: Site;
beforeAll(async () => {
  site = await aSite();
}, 120_000); // the bundle is built first, on a machine that may be busy
beforeEach(() => site.reset());
afterAll(() => site.stop());

const get = () => askAdmin(site, 'getSettings');

async function save(change: (settings: Settings) => Partial<Settings>, who: Who = 'ada') {
  const { version: from, settings } = await get();
  const draft = { from, settings: { ...settings, ...change(settings) } };
  const reply = done(await callAdmin(site, who, 'saveSettings', draft));
  expect(reply.problems).toEqual([]);
  return reply.saved;
}

const withServices =
  (...names: string[]) =>
  ({ services }: Settings): Partial<Settings> => ({
    services: [
      ...names.map((name) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name })),
      ...services.filter(({ id }) => id === 'unknown'),
    ],
  });

const inLine = (field: FollowingField) => askAdmin(site, 'bringOptionsInLine', { field });

describe('an administrator', () => {
  it("finds the handbook's scale before anybody has saved", async () => {
    const { settings } = await askAdmin(site, 'getVersion', { version: 0 });
    expect(settings).toMatchObject({
      services: [{ id: 'unknown', name: 'Unknown' }],
      products: [],
      scale: { levels: { 1: { label: '1 – Critical' }, 3: { label: '3 – Minor' } } },
      agreements: [
        { severity: 1, cadenceMinutes: 30 },
        { severity: 2, cadenceMinutes: 60 },
        { severity: 3 },
      ],
    });
  });

  it('saves, and everybody reads who saved what and when', async () => {
    await save(withServices('Payments', 'Ledger'));
    expect(await get()).toMatchObject({
      version: 2,
      savedBy: person('ada').accountId,
      savedAt: '2026-03-02T12:00:00.000Z',
      settings: { services: [{ name: 'Payments' }, { name: 'Ledger' }, { name: 'Unknown' }] },
    });
    expect(await askAdmin(site, 'getVersions')).toHaveLength(2);
    await save(withServices('Payments', 'Ledger', 'Vault'));
    expect(await askAdmin(site, 'getVersion', { version: 3 })).toMatchObject({
      changes: [{ table: 'services', kind: 'added', name: 'Vault' }],
      changesBack: [],
    });
  });

  it('saves nothing new where nothing is different', async () => {
    expect(await save((settings) => settings)).toMatchObject({ version: 1 });
  });

  it('is told what is new and what is wrong before saving', async () => {
    const { version: from, settings } = await get();
    const services = [
      { id: 's1', name: 'Ledger' },
      { id: 's2', name: 'ledger' },
      ...settings.services,
    ];
    const draft = { ...settings, services };
    const check = await askAdmin(site, 'checkSettings', { from, settings: draft });
    expect(check.changes).toHaveLength(2);
    expect(check.problems).toEqual([
      { table: 'services', key: 's2', cell: 'name', code: 'duplicate' },
    ]);
    const reply = await askAdmin(site, 'saveSettings', { from, settings: draft });
    expect(reply).toMatchObject({ saved: null, problems: check.problems });
    expect(await get()).toMatchObject({ version: 1 });
  });

  it('who saves a moment later loses nothing and overwrites nothing', async () => {
    await save(withServices('Ledger'));
    const { version: from, settings } = await get();
    const mine = { ...settings, products: [{ id: 'shop', name: 'Web shop' }] };
    await save(withServices('Ledger', 'Basket'));
    expect(await callAdmin(site, 'ada', 'saveSettings', { from, settings: mine })).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
    });
    const merge = await askAdmin(site, 'mergeSettings', { from, settings: mine, answers: {} });
    expect(merge).toMatchObject({
      asks: [],
      theirs: { version: 3, savedBy: person('ada').accountId },
      theirChanges: [{ kind: 'added', name: 'Basket' }],
    });
    await askAdmin(site, 'saveSettings', { from: merge.theirs.version, settings: merge.settings });
    expect((await get()).settings).toMatchObject({
      services: [{ name: 'Ledger' }, { name: 'Basket' }, { name: 'Unknown' }],
      products: [{ name: 'Web shop' }],
    });
  });

  it('restores an older version', async () => {
    await save(withServices('Ledger'));
    await save(withServices('Basket'));
    const { settings } = await askAdmin(site, 'getVersion', { version: 2 });
    await save(() => settings);
    expect(await get()).toMatchObject({ version: 4, settings });
    expect(await callAdmin(site, 'ada', 'getVersion', { version: 5 })).toMatchObject({
      code: 'not-found',
    });
  });

  it('takes the settings out and in again', async () => {
    await save(withServices('Ledger', 'Basket'));
    const { text } = await askAdmin(site, 'getSettingsFile');
    await save(withServices('Ledger'));
    const read = await askAdmin(site, 'readSettingsFile', { text });
    expect(read).toMatchObject({ changes: [{ kind: 'added', name: 'Basket' }], problems: [] });
  });

  it.each([
    ['{', [{ code: 'no-json' }]],
    ['{"format":"other/1"}', [{ code: 'not-ours' }]],
    ['{"format":"hot-settings/2"}', [{ code: 'newer', where: 'hot-settings/2' }]],
    [
      '{"format":"hot-settings/1","services":[{"id":"a","name":"A","colour":"red"},{"id":"b"}],"products":[],"scale":{"levels":{}},"agreements":[]}',
      [
        { code: 'shape', where: 'services.0.colour' },
        { code: 'shape', where: 'services.1.name' },
        { code: 'shape', where: 'scale.levels.1' },
        { code: 'shape', where: 'scale.levels.2' },
        { code: 'shape', where: 'scale.levels.3' },
      ],
    ],
  ])('is told what is wrong in the file %s', async (text, faults) => {
    const read = await askAdmin(site, 'readSettingsFile', { text });
    if (!('faults' in read)) throw new Error('It was read');
    expect(read.faults).toEqual(expect.arrayContaining(faults));
    expect(read.faults).toHaveLength(faults.length);
  });
});

describe("Jira's options", () => {
  const withLedger = ({ services }: Settings) => ({
    services: [{ id: 'ledger', name: 'Ledger' }, ...services],
  });
  const renamed =
    (id: string, name: string) =>
    ({ services }: Settings) => ({
      services: services.map((one) => (one.id === id ? { ...one, name } : one)),
    });

  it('follow over several saves: added, renamed, in order, and nothing where nothing is new', async () => {
    await save(withLedger);
    expect((await get()).options[0]).toMatchObject({ field: 'faultyService', version: 1 });
    expect(await inLine('faultyService')).toMatchObject({
      added: ['Ledger'],
      renamed: [],
      deleted: [],
      others: [],
      failures: [],
      pending: 0,
      reordered: true,
    });
    expect((await get()).options[0]).toMatchObject({ version: 2, failures: [], pending: 0 });
    const [ledger, checkout] = await options('Faulty service');
    expect([ledger?.value, checkout?.value]).toEqual(['Ledger', 'Checkout']);
    await save(renamed('ledger', 'Books'));
    expect(await inLine('faultyService')).toMatchObject({
      renamed: [{ from: 'Ledger', to: 'Books' }],
      added: [],
      reordered: false,
    });
    expect((await options('Faulty service'))[0]).toEqual({ ...ledger, value: 'Books' });
    expect(await inLine('faultyService')).toMatchObject({
      renamed: [],
      added: [],
      adopted: [],
      deleted: [],
      reordered: false,
      failures: [],
    });
  });

  it('that incidents have are disabled, others deleted, and both come back', async () => {
    const incident = await raise(site, { 'Faulty service': { value: 'Payments' } });
    const before = (await get()).settings;
    await save(withServices('Basket'));
    expect(await inLine('faultyService')).toMatchObject({
      adopted: ['Basket'],
      disabled: ['Payments'],
      pending: 0,
      failures: [],
      deleted: before.services
        .map(({ name }) => name)
        .filter((name) => !['Basket', 'Payments', 'Unknown'].includes(name)),
    });
    expect(await incident.field('Faulty service')).toMatchObject({ value: 'Payments' });
    expect(await options('Faulty service')).toEqual([
      expect.objectContaining({ value: 'Basket', disabled: false }),
      expect.objectContaining({ value: 'Unknown', disabled: false }),
      expect.objectContaining({ value: 'Payments', disabled: true }),
    ]);
    await save(() => before);
    expect(await inLine('faultyService')).toMatchObject({ enabled: ['Payments'], failures: [] });
    expect((await options('Faulty service')).map(({ value }) => value)).toEqual(
      before.services.map(({ name }) => name),
    );
    expect(await incident.field('Faulty service')).toMatchObject({ value: 'Payments' });
  });

  it('that somebody added in Jira are told, and taken over by a service of that name', async () => {
    await addOption('Faulty service', 'Vault');
    expect(await inLine('faultyService')).toMatchObject({ others: ['Vault'], deleted: [] });
    expect((await get()).options[0]).toMatchObject({ others: ['Vault'] });
    await save(({ services }) => ({ services: [{ id: 'vault', name: 'Vault' }, ...services] }));
    expect(await inLine('faultyService')).toMatchObject({ adopted: ['Vault'], others: [] });
  });

  it('that we did not make are left alone where another project uses the field too', async () => {
    await addOption('Faulty service', 'Vault');
    await shareContext('Faulty service');
    await save(({ services }) => ({ services: [{ id: 'vault', name: 'Vault' }, ...services] }));
    expect(await inLine('faultyService')).toMatchObject({ adopted: ['Vault'] });
    await save(renamed('vault', 'Safe'));
    expect(await inLine('faultyService')).toMatchObject({
      left: ['Vault'],
      added: ['Safe'],
      renamed: [],
      deleted: [],
      disabled: [],
    });
    await save(renamed('service-1', 'Cash desk'));
    expect(await inLine('faultyService')).toMatchObject({
      renamed: [{ from: 'Checkout', to: 'Cash desk' }],
    });
  });

  it('of the severity keep their level under another name', async () => {
    const incident = await raise(site);
    const [first] = await options('Severity');
    await save(({ scale }) => ({
      scale: { levels: { ...scale.levels, 1: { label: '1 – Everything is down', text: 'All.' } } },
    }));
    const report = await inLine('severity');
    expect(report.renamed).toEqual([{ from: '1 – Critical', to: '1 – Everything is down' }]);
    expect(report.levels[first?.id ?? '']).toBe(1);
    expect(await call(site, 'dana', incident.key, 'getIncident')).toMatchObject({
      value: { severity: 1 },
    });
  });

  it('that Jira refused stay on the list until they are made', async () => {
    await save(withLedger);
    const answer = site.jira.fetch.bind(site.jira);
    site.jira.fetch = (request, caller) =>
      request.method === 'POST' && request.url.endsWith('/option')
        ? Promise.resolve(Response.json({ errorMessages: ['Too many.'] }, { status: 400 }))
        : answer(request, caller);
    const refused = await inLine('faultyService');
    site.jira.fetch = answer;
    const failure = { step: 'add', names: ['Ledger'], code: 'refused', subject: 'Too many.' };
    expect(refused).toMatchObject({ added: [], failures: [failure] });
    expect((await get()).options[0]).toMatchObject({ failures: [failure] });
    expect(await inLine('faultyService')).toMatchObject({ added: ['Ledger'], failures: [] });
    expect((await get()).options[0]).toMatchObject({ failures: [] });
  });

  it('go thirty at a time where many are taken away', async () => {
    const many = Array.from({ length: 50 }, (_, at) => `Service ${at}`);
    await save(withServices(...many));
    await inLine('faultyService');
    await save(withServices());
    expect(await inLine('faultyService')).toMatchObject({ pending: 20 });
    expect(await inLine('faultyService')).toMatchObject({ pending: 0 });
    expect((await options('Faulty service')).map(({ value }) => value)).toEqual(['Unknown']);
  });
});

async function contextOf(name: string): Promise<string> {
  const admin = rest(site, 'ada');
  const fields = await admin.get<{ id: string; name: string }[]>('/rest/api/3/field');
  const field = fields.find((one) => one.name === name)?.id ?? '';
  const all = `/rest/api/3/field/${field}/context`;
  const contexts = await admin.get<{ values: { id: string; name: string }[] }>(all);
  const own = contexts.values.find((context) => context.name === 'HOT: incidents');
  return `${all}/${own?.id ?? ''}`;
}

async function options(name: string): Promise<{ id: string; value: string; disabled: boolean }[]> {
  const page = await rest(site, 'ada').get<{
    values: { id: string; value: string; disabled: boolean }[];
  }>(`${await contextOf(name)}/option`);
  return page.values;
}

/** As an administrator would in Jira's own pages. */
async function addOption(name: string, value: string): Promise<void> {
  const path = `${await contextOf(name)}/option`;
  await rest(site, 'ada').post(path, { options: [{ value }] });
}

/** Lets another project use the field with the same options. */
async function shareContext(name: string): Promise<void> {
  const admin = rest(site, 'ada');
  const { id } = await admin.post<{ id: number }>('/rest/api/3/project', {
    key: 'OPS',
    name: 'Operations',
    projectTypeKey: 'software',
    projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
    leadAccountId: person('ada').accountId,
  });
  await admin.put(`${await contextOf(name)}/project`, { projectIds: [String(id)] });
}

describe('anybody else', () => {
  const CALLS = [
    ['getSettings', {}],
    ['checkSettings', 'draft'],
    ['saveSettings', 'draft'],
    ['mergeSettings', 'draft'],
    ['getVersions', {}],
    ['getVersion', { version: 0 }],
    ['getSettingsFile', {}],
    ['readSettingsFile', { text: '{}' }],
    ['bringOptionsInLine', { field: 'severity' }],
  ] as const;

  it.each(
    CALLS.flatMap(([name, payload]) => [
      ['dana' as const, name, payload] as const,
      [null, name, payload] as const,
    ]),
  )('%s is refused %s', async (who, name, payload) => {
    const { settings } = await get();
    const before = JSON.stringify(site.forge.storage());
    const input = payload === 'draft' ? { from: 0, settings, answers: {} } : payload;
    expect(await callAdminLoosely(site, who, name, input)).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
    expect(JSON.stringify(site.forge.storage())).toBe(before);
  });
});
