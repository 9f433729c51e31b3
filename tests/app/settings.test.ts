import '../support/in-process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE } from '../../src/domain/declaring/alert-rule';
import { type Site } from '../../sandbox/site/site';
import { type Settings } from '../../src/contract/admin';
import { type FollowingField } from '../../src/ports/settings/field-options';
import {
  aSite,
  askAdmin,
  callAdmin,
  callAdminLoosely,
  done,
  person,
  raise,
  rest,
} from '../support/site';

/** Settings and Jira's options that follow them; each test goes on from what the one before left. */
let site: Site;
beforeAll(async () => {
  site = await aSite();
});
beforeEach(() => {
  site.faults.clear();
});
afterAll(() => site.stop());

const get = () => askAdmin(site, 'getSettings');
const inLine = (field: FollowingField = 'faultyService') =>
  askAdmin(site, 'bringOptionsInLine', { field });

async function save(change: (settings: Settings) => Partial<Settings>) {
  const { version: from, settings } = await get();
  const draft = { from, settings: { ...settings, ...change(settings) } };
  const reply = done(await callAdmin(site, 'ada', 'saveSettings', draft));
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
const renamed =
  (id: string, name: string) =>
  ({ services }: Settings): Partial<Settings> => ({
    services: services.map((one) => (one.id === id ? { ...one, name } : one)),
  });

async function options(name: string): Promise<{ id: string; value: string; disabled: boolean }[]> {
  const admin = rest(site, 'ada');
  const path = await contextOf(name);
  return (await admin.get<{ values: { id: string; value: string; disabled: boolean }[] }>(path))
    .values;
}

async function contextOf(name: string): Promise<string> {
  const admin = rest(site, 'ada');
  const fields = await admin.get<{ id: string; name: string }[]>('/rest/api/3/field');
  const all = `/rest/api/3/field/${fields.find((one) => one.name === name)?.id ?? ''}/context`;
  const contexts = await admin.get<{ values: { id: string; name: string }[] }>(all);
  const own = contexts.values.find((context) => context.name === 'HOT: incidents');
  return `${all}/${own?.id ?? ''}/option`;
}

const values = async (name = 'Faulty service') => (await options(name)).map(({ value }) => value);

describe('versions', () => {
  it('are numbered, and say who saved what and when', async () => {
    const { version } = await get();
    await save(withServices('Payments', 'Ledger'));
    expect(await get()).toMatchObject({
      version: version + 1,
      savedBy: person('ada').accountId,
      savedAt: '2026-03-02T12:00:00.000Z',
      settings: { services: [{ name: 'Payments' }, { name: 'Ledger' }, { name: 'Unknown' }] },
    });
    expect(await save((settings) => settings)).toMatchObject({ version: version + 1 });
    const versions = await askAdmin(site, 'getVersions');
    expect(versions.map((one) => one.version)).toEqual([2, 1]);
    await save(withServices('Payments', 'Ledger', 'Vault'));
    expect(await askAdmin(site, 'getVersion', { version: version + 2 })).toMatchObject({
      changes: [{ table: 'services', kind: 'added', name: 'Vault' }],
      changesBack: [],
    });
    expect(await askAdmin(site, 'getVersion', { version: version + 1 })).toMatchObject({
      changesBack: [{ table: 'services', kind: 'removed', name: 'Vault' }],
    });
    expect(await callAdmin(site, 'ada', 'getVersion', { version: 99 })).toMatchObject({
      code: 'not-found',
    });
  });

  it('that were saved meanwhile are not overwritten; a draft is put on top of them', async () => {
    const { version: from, settings } = await get();
    const mine = { ...settings, products: [{ id: 'shop', name: 'Web shop' }] };
    await save(withServices('Ledger', 'Basket'));
    const draft = { from, settings: mine };
    expect(await callAdmin(site, 'ada', 'saveSettings', draft)).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
    });
    const merge = await askAdmin(site, 'mergeSettings', { ...draft, answers: {} });
    expect(merge).toMatchObject({
      asks: [],
      theirs: { version: from + 1, savedBy: person('ada').accountId },
      settings: {
        services: [{ name: 'Ledger' }, { name: 'Basket' }, { name: 'Unknown' }],
        products: [{ name: 'Web shop' }],
      },
    });
    expect(merge.theirChanges.map(({ kind }) => kind).toSorted()).toEqual([
      'added',
      'removed',
      'removed',
    ]);
  });

  it('with problems are not saved, and checked before', async () => {
    const { version: from, settings } = await get();
    const services = [{ id: 's1', name: 'ledger' }, ...settings.services];
    const draft = { from, settings: { ...settings, services } };
    const problems = [{ table: 'services', key: 'ledger', cell: 'name', code: 'duplicate' }];
    expect(await askAdmin(site, 'checkSettings', draft)).toMatchObject({
      changes: [{ kind: 'added' }],
      problems,
    });
    expect(await askAdmin(site, 'saveSettings', draft)).toMatchObject({ saved: null, problems });
    expect((await get()).version).toBe(from);
  });

  it('go out as a file and come in again', async () => {
    const { text } = await askAdmin(site, 'getSettingsFile');
    await save(withServices('Ledger'));
    expect(await askAdmin(site, 'readSettingsFile', { text })).toMatchObject({
      changes: [{ kind: 'added', name: 'Basket' }],
      problems: [],
    });
    expect(await askAdmin(site, 'readSettingsFile', { text: '{' })).toEqual({
      faults: [{ code: 'no-json' }],
    });
  });

  it('have queries that can be tried', async () => {
    expect(await askAdmin(site, 'tryQuery', { jql: 'project = HOT' })).toEqual({ count: 0 });
    expect(await callAdmin(site, 'ada', 'tryQuery', { jql: 'project =' })).toMatchObject({
      ok: false,
      code: 'refused',
    });
  });
});

describe("Jira's options", () => {
  it('follow: added, renamed, in order, and nothing where nothing is new', async () => {
    await save(withServices('Basket', 'Vault'));
    expect(await inLine()).toMatchObject({ added: ['Vault'], failures: [], pending: 0 });
    expect(await values()).toEqual(['Basket', 'Vault', 'Unknown']);
    const [basket] = await options('Faulty service');
    await save(renamed('basket', 'Trolley'));
    expect(await inLine()).toMatchObject({
      renamed: [{ from: 'Basket', to: 'Trolley' }],
      added: [],
      reordered: false,
    });
    expect((await options('Faulty service'))[0]).toEqual({ ...basket, value: 'Trolley' });
    const nothing = { renamed: [], added: [], adopted: [], deleted: [], failures: [] };
    expect(await inLine()).toMatchObject({ ...nothing, reordered: false });
    await save(({ services }) => ({ services: services.toReversed() }));
    expect(await inLine()).toMatchObject({ ...nothing, reordered: true });
    expect(await values()).toEqual(['Vault', 'Trolley', 'Unknown']);
    const { version } = await get();
    expect((await get()).options[0]).toMatchObject({ version, failures: [], pending: 0 });
  });

  it('that incidents have are disabled, others deleted, and both come back', async () => {
    const incident = await raise(site, { 'Faulty service': { value: 'Vault' } });
    const before = (await get()).settings;
    await save(withServices('Chest'));
    expect(await inLine()).toMatchObject({
      added: ['Chest'],
      disabled: ['Vault'],
      deleted: ['Trolley'],
      pending: 0,
      failures: [],
    });
    expect(await incident.field('Faulty service')).toMatchObject({ value: 'Vault' });
    const disabled = (await options('Faulty service')).filter((one) => one.disabled);
    expect(disabled).toMatchObject([{ value: 'Vault' }]);
    await save(() => before);
    expect(await inLine()).toMatchObject({ enabled: ['Vault'], added: ['Trolley'], failures: [] });
    expect(await incident.field('Faulty service')).toMatchObject({ value: 'Vault' });
  });

  it('that somebody added in Jira are told, and taken over by a service of that name', async () => {
    await rest(site, 'ada').post(await contextOf('Faulty service'), {
      options: [{ value: 'Safe' }],
    });
    expect(await inLine()).toMatchObject({ others: ['Safe'], deleted: [] });
    expect((await get()).options[0]).toMatchObject({ others: ['Safe'] });
    await save(({ services }) => ({ services: [{ id: 'safe', name: 'Safe' }, ...services] }));
    expect(await inLine()).toMatchObject({ adopted: ['Safe'], others: [] });
  });

  it('that Jira refused stay on the list until they are made', async () => {
    await save(({ services }) => ({ services: [{ id: 'new', name: 'Mint' }, ...services] }));
    const path = '/rest/api/3/field/';
    site.faults.add({ target: 'jira', method: 'POST', path, rate: 1, status: 400 }, { times: 1 });
    const failure = { step: 'add', names: ['Mint'], code: 'refused', subject: 'Fault 400' };
    expect(await inLine()).toMatchObject({ added: [], failures: [failure] });
    expect((await get()).options[0]).toMatchObject({ failures: [failure] });
    expect(await inLine()).toMatchObject({ added: ['Mint'], failures: [] });
    expect((await get()).options[0]).toMatchObject({ failures: [] });
  });

  it('of the severity keep their level under another name', async () => {
    const [first] = await options('Severity');
    await save(({ scale }) => ({
      scale: { levels: { ...scale.levels, 1: { label: '1 – All is down', text: 'All.' } } },
    }));
    const report = await inLine('severity');
    expect(report.renamed).toEqual([{ from: '1 – Critical', to: '1 – All is down' }]);
    expect(report.levels[first?.id ?? '']).toBe(1);
    const incident = await raise(site, { Severity: { value: '1 – All is down' } });
    await site.forge.idle();
    const { fields } = await rest(site, 'ada').get<{ fields: object }>(
      `/rest/api/3/issue/${incident.id}`,
    );
    expect(JSON.stringify(fields)).toContain('1 – All is down');
  });

  it('go thirty at a time where many are taken away', async () => {
    await save(withServices(...Array.from({ length: 50 }, (_, at) => `Service ${at}`), 'Vault'));
    await inLine();
    await save(withServices('Vault'));
    expect(await inLine()).toMatchObject({ pending: 20 });
    expect(await inLine()).toMatchObject({ pending: 0 });
    expect(await values()).toEqual(['Vault', 'Unknown']);
  });
});

it('nobody but administrators hears or changes any of it', async () => {
  const { version: from, settings } = await get();
  const draft = { from, settings };
  const calls = [
    ['getSettings', {}],
    ['checkSettings', draft],
    ['saveSettings', draft],
    ['getVersions', {}],
    ['getSettingsFile', {}],
    ['bringOptionsInLine', { field: 'severity' }],
    ['getAlertDoors', {}],
    ['addAlertDoor', { name: 'Grafana' }],
    ['renewAlertSecret', { door: 'first' }],
    ['setAlertRule', { door: 'first', rule: DEFAULT_RULE }],
    ['getLeftAlerts', { door: 'first' }],
    ['removeAlertDoor', { door: 'first' }],
    ['runSetUpStep', { step: 'project' }],
    ['startBackfill', {}],
  ] as const;
  for (const who of ['dana', null] as const)
    for (const [name, payload] of calls)
      expect(await callAdminLoosely(site, who, name, payload)).toMatchObject({
        ok: false,
        code: 'forbidden',
      });
});
