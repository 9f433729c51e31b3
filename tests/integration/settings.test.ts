import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CheckView,
  type FileView,
  type MergeView,
  type OptionsReport,
  type Settings,
  type SettingsView,
} from '../../src/admin-contract';
import { type Site } from '../../sandbox/site/site';
import { aSite, callAdmin, person, raise, rest, type Who } from '../support/site';

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(() => site.reset());
afterAll(() => site.stop());

async function ask<Value>(name: string, payload: unknown = {}, who: Who = 'ada'): Promise<Value> {
  const reply = (await callAdmin(site, who, name, payload)) as { ok: boolean; value: Value };
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

const get = () => ask<SettingsView>('getSettings');

async function save(change: (settings: Settings) => Partial<Settings>, who: Who = 'ada') {
  const { version: from, settings } = await get();
  const reply = await ask<{ saved: SettingsView | null; problems: unknown[] }>(
    'saveSettings',
    { from, settings: { ...settings, ...change(settings) } },
    who,
  );
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

async function options(name: string): Promise<{ id: string; value: string; disabled: boolean }[]> {
  const admin = rest(site, 'ada');
  const fields = await admin.get<{ id: string; name: string }[]>('/rest/api/3/field');
  const field = fields.find((one) => one.name === name)?.id ?? '';
  const contexts = await admin.get<{ values: { id: string }[] }>(
    `/rest/api/3/field/${field}/context`,
  );
  const context = contexts.values[0]?.id ?? '';
  const page = await admin.get<{ values: { id: string; value: string; disabled: boolean }[] }>(
    `/rest/api/3/field/${field}/context/${context}/option`,
  );
  return page.values;
}

const inLine = (field: string) => ask<OptionsReport>('bringOptionsInLine', { field });

describe('an administrator', () => {
  it("finds the handbook's scale before anybody has saved", async () => {
    expect(await get()).toMatchObject({
      ...{ version: 0, savedBy: null, savedAt: null },
      settings: {
        services: [{ id: 'unknown', name: 'Unknown' }],
        products: [],
        scale: { levels: { 1: { label: '1 – Critical' }, 3: { label: '3 – Minor' } } },
        agreements: [
          { severity: 1, cadenceMinutes: 30 },
          { severity: 2, cadenceMinutes: 60 },
          { severity: 3 },
        ],
      },
    });
  });

  it('saves, and everybody reads who saved what and when', async () => {
    await save(withServices('Ledger'));
    expect(await get()).toMatchObject({
      ...{ version: 1, savedBy: person('ada').accountId, savedAt: '2026-03-02T12:00:00.000Z' },
      settings: { services: [{ name: 'Ledger' }, { name: 'Unknown' }] },
    });
    expect(await ask('getVersions')).toHaveLength(1);
    expect(await ask('getVersion', { version: 1 })).toMatchObject({
      changes: [{ table: 'services', kind: 'added', name: 'Ledger' }],
      changesBack: [],
    });
  });

  it('saves nothing new where nothing is different', async () => {
    expect(await save((settings) => settings)).toMatchObject({ version: 0 });
  });

  it('is told what is new and what is wrong before saving', async () => {
    const { version: from, settings } = await get();
    const draft = { ...settings, ...withServices('Ledger', 'ledger', 'Basket')(settings) };
    draft.services = draft.services.map((one, at) => ({ ...one, id: at < 3 ? `s${at}` : one.id }));
    const check = await ask<CheckView>('checkSettings', { from, settings: draft });
    expect(check.changes).toHaveLength(3);
    expect(check.problems).toEqual([
      { table: 'services', key: 's1', cell: 'name', code: 'duplicate' },
    ]);
    const reply = await ask('saveSettings', { from, settings: draft });
    expect(reply).toMatchObject({ saved: null, problems: check.problems });
    expect(await get()).toMatchObject({ version: 0 });
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
    const merge = await ask<MergeView>('mergeSettings', { from, settings: mine, answers: {} });
    expect(merge).toMatchObject({
      asks: [],
      theirs: { version: 2, savedBy: person('ada').accountId },
      theirChanges: [{ kind: 'added', name: 'Basket' }],
    });
    await ask('saveSettings', { from: merge.theirs.version, settings: merge.settings });
    expect((await get()).settings).toMatchObject({
      services: [{ name: 'Ledger' }, { name: 'Basket' }, { name: 'Unknown' }],
      products: [{ name: 'Web shop' }],
    });
  });

  it('restores an older version', async () => {
    await save(withServices('Ledger'));
    await save(withServices('Basket'));
    const { settings } = await ask<{ settings: Settings }>('getVersion', { version: 1 });
    await save(() => settings);
    expect(await get()).toMatchObject({ version: 3, settings });
    expect(await callAdmin(site, 'ada', 'getVersion', { version: 4 })).toMatchObject({
      code: 'not-found',
    });
  });

  it('takes the settings out and in again', async () => {
    await save(withServices('Ledger', 'Basket'));
    const { text } = await ask<{ text: string }>('getSettingsFile');
    await save(withServices('Ledger'));
    const read = await ask<FileView>('readSettingsFile', { text });
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
    const read = await ask<{ faults: unknown[] }>('readSettingsFile', { text });
    expect(read.faults).toEqual(expect.arrayContaining(faults));
    expect(read.faults).toHaveLength(faults.length);
  });
});

describe("Jira's options", () => {
  it('follow over several saves: taken over, added, renamed, in order', async () => {
    await save(withServices('Payments', 'Ledger'));
    expect(await inLine('faultyService')).toMatchObject({
      ...{ adopted: ['Payments', 'Unknown'], added: ['Ledger'], failures: [], pending: 0 },
      others: expect.arrayContaining(['Checkout', 'Basket']) as unknown,
    });
    const ledger = (await options('Faulty service')).find(({ value }) => value === 'Ledger');
    await save(({ services }) => ({
      services: services.map((one) => (one.id === 'ledger' ? { ...one, name: 'Books' } : one)),
    }));
    expect((await get()).options[0]).toMatchObject({ version: 1 });
    expect(await inLine('faultyService')).toMatchObject({
      ...{ renamed: [{ from: 'Ledger', to: 'Books' }], added: [], adopted: [] },
    });
    expect(await options('Faulty service')).toContainEqual({ ...ledger, value: 'Books' });
    expect((await get()).options[0]).toMatchObject({ version: 2, failures: [], pending: 0 });
    expect(await inLine('faultyService')).toMatchObject({
      ...{ renamed: [], added: [], adopted: [], deleted: [], reordered: false, failures: [] },
    });
  });

  it('that incidents have are disabled, others deleted, and both come back', async () => {
    await save(withServices('Ledger', 'Vault'));
    await inLine('faultyService');
    const incident = await raise(site, { 'Faulty service': { value: 'Vault' } });
    await save(withServices());
    expect(await inLine('faultyService')).toMatchObject({
      ...{ deleted: ['Ledger'], disabled: ['Vault'], pending: 0, failures: [] },
    });
    expect(await incident.field('Faulty service')).toMatchObject({ value: 'Vault' });
    expect(await options('Faulty service')).toContainEqual(
      expect.objectContaining({ value: 'Vault', disabled: true }),
    );
    await save(withServices('Vault', 'Ledger'));
    expect(await inLine('faultyService')).toMatchObject({ enabled: ['Vault'], added: ['Ledger'] });
    const values = (await options('Faulty service')).map(({ value }) => value);
    expect(values.slice(-2)).toEqual(['Vault', 'Ledger']);
  });

  it('that were there before and other projects may use are left alone', async () => {
    await save(withServices('Payments'));
    await inLine('faultyService');
    await save(withServices());
    expect(await inLine('faultyService')).toMatchObject({
      ...{ left: ['Payments'], deleted: [], disabled: [] },
    });
    expect(await options('Faulty service')).toContainEqual(
      expect.objectContaining({ value: 'Payments', disabled: false }),
    );
  });

  it('are all of ours where the field is of the project alone', async () => {
    await ownContext('Affected products');
    const products = (...names: string[]) =>
      save(() => ({ products: names.map((name) => ({ id: name.replaceAll(' ', ''), name })) }));
    await products('Till', 'Web shop', 'Courier app');
    expect(await inLine('affectedProducts')).toMatchObject({ added: ['Till'], reordered: true });
    expect((await options('Affected products')).map(({ value }) => value).slice(0, 4)).toEqual([
      ...['Till', 'Web shop', 'Courier app', 'Mobile app'],
    ]);
    await products('Web shop');
    expect(await inLine('affectedProducts')).toMatchObject({ deleted: ['Courier app', 'Till'] });
  });

  it('say which level they stand for', async () => {
    const report = await inLine('severity');
    const all = await options('Severity');
    expect(report.levels).toEqual(
      Object.fromEntries(all.map(({ id, value }) => [id, Number(value[0])])),
    );
  });

  it('that Jira refused stay on the list until they are made', async () => {
    await save(withServices('Ledger'));
    const answer = site.jira.fetch.bind(site.jira);
    site.jira.fetch = (request, caller) =>
      request.method === 'POST' && request.url.endsWith('/option')
        ? Promise.resolve(Response.json({ errorMessages: ['Too many.'] }, { status: 400 }))
        : answer(request, caller);
    const failure = { step: 'add', names: ['Ledger'], code: 'refused', subject: 'Too many.' };
    expect(await inLine('faultyService')).toMatchObject({ added: [], failures: [failure] });
    expect((await get()).options[0]).toMatchObject({ failures: [failure] });
    site.jira.fetch = answer;
    expect(await inLine('faultyService')).toMatchObject({ added: ['Ledger'], failures: [] });
    expect((await get()).options[0]).toMatchObject({ failures: [] });
  });
});

/** Gives project HOT a context of its own where so far one held for all projects. */
async function ownContext(name: string): Promise<void> {
  const admin = rest(site, 'ada');
  const fields = await admin.get<{ id: string; name: string }[]>('/rest/api/3/field');
  const field = fields.find((one) => one.name === name)?.id ?? '';
  const { id } = await admin.get<{ id: string }>('/rest/api/3/project/HOT');
  const contexts = await admin.get<{ values: { id: string }[] }>(
    `/rest/api/3/field/${field}/context`,
  );
  const context = contexts.values[0]?.id ?? '';
  await admin.put(`/rest/api/3/field/${field}/context/${context}/project`, { projectIds: [id] });
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
    expect(await callAdmin(site, who, name, input)).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
    expect(JSON.stringify(site.forge.storage())).toBe(before);
  });
});
