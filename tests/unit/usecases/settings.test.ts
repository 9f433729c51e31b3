import { describe, expect, test } from '@jest/globals';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import { type Settings } from '../../../src/domain/settings/settings';
import {
  type FieldOption,
  type FieldOptions,
  type OptionPlace,
} from '../../../src/ports/settings/field-options';
import { type OptionMap } from '../../../src/ports/settings/option-maps';
import { bringOptionsInLine } from '../../../src/usecases/settings/bring-options-in-line';
import { checkSettings } from '../../../src/usecases/settings/check-settings';
import { lookAtVersion } from '../../../src/usecases/settings/look-at-version';
import { mergeOnTop } from '../../../src/usecases/settings/merge-on-top';
import { removeOptions } from '../../../src/usecases/settings/remove-options';
import { saveSettings } from '../../../src/usecases/settings/save-settings';
import { readSettingsFile, settingsFile } from '../../../src/usecases/settings/settings-file';
import { takeOverOptions } from '../../../src/usecases/settings/take-over-options';
import { FakeSettings } from '../../fakes/settings';
import { at, DANA } from '../../fixtures/incidents';
import { CHECKOUT, PAYMENTS, someSettings, UNKNOWN } from '../../fixtures/settings';

const PLACE: OptionPlace = { fieldId: 'f', contextId: '7' };
const NOW = at('12:00');
const saving = { by: DANA.id, at: NOW };
const option = (id: string, value = `V${id}`, disabled = false): FieldOption => ({
  id,
  value,
  disabled,
});

/** A field in memory; calls are written down, and refused where a test says so. */
class FakeOptions implements FieldOptions {
  readonly calls: string[] = [];
  readonly refused = new Map<string, ErrorCode>();
  used: readonly string[] = [];

  constructor(
    public options: readonly FieldOption[],
    private readonly shared = false,
  ) {}

  contextOf = (_: string, __: string, given = '7') =>
    Promise.resolve({ contextId: given, shared: this.shared });
  list = () => Promise.resolve(this.options);

  add: FieldOptions['add'] = (_, values) => {
    const added = values.map((value, n) => option(`n${this.options.length + n}`, value));
    return this.call(
      `add ${values.join()}`,
      () => (this.options = [...this.options, ...added]),
    ).then(() => added);
  };

  update: FieldOptions['update'] = (_, changes) =>
    this.call(
      `update ${changes.map(({ id, value = '', disabled }) => `${id}:${value}:${disabled ? 'off' : 'on'}`).join()}`,
      () => {
        this.options = this.options.map((one) => ({
          ...one,
          ...changes.find(({ id }) => id === one.id),
        }));
      },
    );

  move: FieldOptions['move'] = (_, ids, position) =>
    this.call(`move ${position} ${ids.join()}`, () => undefined);

  remove: FieldOptions['remove'] = (_, id) =>
    this.call(`remove ${id}`, () => {
      this.options = this.options.filter((one) => one.id !== id);
    });

  areUsed: FieldOptions['areUsed'] = (_, ids) =>
    Promise.resolve(ids.some((id) => this.used.includes(id)));

  private call(call: string, work: () => unknown): Promise<void> {
    this.calls.push(call);
    const code = this.refused.get(call.split(' ')[0] ?? '');
    if (code) return Promise.reject(new IncidentError(code, 'No', { subject: 'No.' }));
    work();
    return Promise.resolve();
  }
}

const removing = async (field: FakeOptions, options = field.options) =>
  removeOptions(field, PLACE, options);

describe('options that are to go', () => {
  test('are disabled first, then deleted where no issue has them', async () => {
    const field = new FakeOptions([option('1'), option('2'), option('3', 'V3', true)]);
    field.used = ['2'];
    expect(await removing(field)).toEqual({
      deleted: ['V1', 'V3'],
      disabled: ['V2'],
      left: [],
      failures: [],
    });
    expect(field.calls).toEqual(['update 1::off,2::off', 'remove 1', 'remove 3']);
  });

  test('are thirty at once; the others are left for the next time', async () => {
    const many = Array.from({ length: 31 }, (_, n) => option(String(n)));
    const exact = new FakeOptions(many.slice(0, 30));
    expect(await removing(exact)).toMatchObject({ left: [] });
    const field = new FakeOptions(many);
    const { deleted, left } = await removing(field);
    expect([deleted.length, left]).toEqual([30, ['30']]);
  });

  test('that Jira does not disable are all left, and nothing is deleted', async () => {
    const field = new FakeOptions([option('1'), option('2')]);
    field.refused.set('update', 'forbidden');
    const failures = [{ step: 'remove', names: ['V1', 'V2'], code: 'forbidden', subject: 'No.' }];
    expect(await removing(field)).toEqual({
      deleted: [],
      disabled: [],
      left: ['1', '2'],
      failures,
    });
    expect(field.calls).toHaveLength(1);
  });

  test('that Jira does not delete are left with the reason', async () => {
    const field = new FakeOptions([option('1')]);
    field.refused.set('remove', 'refused');
    expect(await removing(field)).toMatchObject({
      deleted: [],
      left: ['1'],
      failures: [{ step: 'remove', names: ['V1'], code: 'refused' }],
    });
    expect(await removing(new FakeOptions([]))).toMatchObject({ left: [], failures: [] });
  });
});

describe('bringing a field in line', () => {
  const settings = someSettings({ services: [CHECKOUT, PAYMENTS, UNKNOWN] });
  async function inLine(field: FakeOptions, known?: Partial<OptionMap>) {
    const kept: OptionMap[] = [];
    const map = {
      ...PLACE,
      options: {},
      made: [],
      toRemove: [],
      version: 0,
      failures: [],
      others: [],
    };
    const report = await bringOptionsInLine(
      {
        settings: new FakeSettings(() => settings),
        fieldOptions: field,
        optionMaps: {
          find: () => Promise.resolve(known && { ...map, ...known }),
          set: (_, one) => {
            kept.push(one);
            return Promise.resolve();
          },
        },
      },
      'faultyService',
      { fieldId: 'f', projectId: '10000' },
    );
    return { report, kept };
  }
  const OURS = { checkout: '1', payments: '2', [UNKNOWN.id]: '3' };
  const [A, B, C] = [option('1', 'Checkout'), option('2', 'Payments'), option('3', 'Unknown')];

  test('adds what it lacks, and keeps what it made before it goes on', async () => {
    const field = new FakeOptions([]);
    const { report, kept } = await inLine(field);
    expect(field.calls).toEqual(['add Checkout,Payments,Unknown']);
    expect(report).toMatchObject({ added: ['Checkout', 'Payments', 'Unknown'], reordered: false });
    expect(report.options).toEqual({ checkout: 'n0', payments: 'n1', [UNKNOWN.id]: 'n2' });
    expect(kept.map(({ made }) => made)).toEqual([
      ['n0', 'n1', 'n2'],
      ['n0', 'n1', 'n2'],
    ]);
  });

  test('puts ours before all others where the field is the project’s own', async () => {
    const right = new FakeOptions([A, B, C, option('9')]);
    expect((await inLine(right, { options: OURS })).report.reordered).toBe(false);
    const field = new FakeOptions([option('9'), A, B, C]);
    expect((await inLine(field, { options: OURS })).report.reordered).toBe(true);
    expect(field.calls).toEqual(['move First 1,2,3']);
  });

  test('puts those that we made behind all others where it is shared', async () => {
    const known = { options: OURS, made: ['2', '3'] };
    const right = new FakeOptions([option('9'), A, B, C], true);
    expect((await inLine(right, known)).report.reordered).toBe(false);
    const field = new FakeOptions([A, B, C, option('9')], true);
    expect((await inLine(field, known)).report.reordered).toBe(true);
    expect(field.calls).toEqual(['move Last 2,3']);
  });

  test('renames and enables, and says so only where Jira did it', async () => {
    const there = [option('1', 'Cart'), option('2', 'Payments', true), C];
    const field = new FakeOptions(there);
    expect((await inLine(field, { options: OURS, made: ['1'] })).report).toMatchObject({
      renamed: [{ from: 'Cart', to: 'Checkout' }],
      enabled: ['Payments'],
      failures: [],
    });
    expect(field.calls[0]).toBe('update 1:Checkout:on,2::on');
    const refusing = new FakeOptions(there);
    refusing.refused.set('update', 'refused');
    const { report, kept } = await inLine(refusing, { options: OURS, made: ['1'] });
    const failure = {
      step: 'rename',
      names: ['Checkout', 'Payments'],
      code: 'refused',
      subject: 'No.',
    };
    expect(report).toMatchObject({ renamed: [], enabled: [], failures: [failure] });
    expect(kept.at(-1)?.failures).toEqual([failure]);
  });

  test('knows nothing of another field or context', async () => {
    const known = { options: OURS, made: ['1', '2', '3'] };
    for (const other of [{ fieldId: 'g' }, { contextId: '8' }]) {
      const field = new FakeOptions([option('1', 'Cart'), B, C]);
      const { report } = await inLine(field, { ...known, ...other });
      expect(report).toMatchObject({ renamed: [], added: ['Checkout'], others: ['Cart'] });
    }
  });
});

describe('taking over the options of a field', () => {
  async function taken(
    was: Partial<Settings>,
    field: readonly FieldOption[],
    of = 'faultyService',
  ) {
    const settings = new FakeSettings(() => someSettings(was));
    const deps = { settings, fieldOptions: new FakeOptions(field), person: DANA.id, now: NOW };
    await takeOverOptions(deps, of as 'faultyService', PLACE);
    const { version, settings: now } = await settings.get();
    return version === 0 ? undefined : now;
  }
  const field = [option('1', 'Shop'), option('2', 'Off', true), option('3', ' unknown ')];

  test('makes services of those that can be chosen, beside the one that is always there', async () => {
    expect((await taken({ services: [UNKNOWN] }, field))?.services).toEqual([
      { id: 'option-1', name: 'Shop' },
      UNKNOWN,
    ]);
    expect((await taken({ products: [] }, field, 'affectedProducts'))?.products).toEqual([
      { id: 'option-1', name: 'Shop' },
      { id: 'option-3', name: ' unknown ' },
    ]);
  });

  test('changes nothing where there are some, where there is none to take, and of severities', async () => {
    expect(await taken({ services: [CHECKOUT, UNKNOWN] }, field)).toBeUndefined();
    expect(await taken({ services: [UNKNOWN] }, field.slice(1))).toBeUndefined();
    expect(await taken({ services: [UNKNOWN] }, field, 'severity')).toBeUndefined();
  });
});

describe('saved settings', () => {
  const NEW = someSettings({ products: [{ id: 'shop', name: 'Store' }] });
  const deps = () => ({ settings: new FakeSettings(() => someSettings()), now: () => NOW });

  test('are a new version only where something was changed', async () => {
    const site = deps();
    const same = await saveSettings(site, { draft: someSettings(), from: 0, by: DANA.id });
    expect([same.saved?.version, same.problems]).toEqual([0, []]);
    const other = await saveSettings(site, { draft: NEW, from: 0, by: DANA.id });
    expect(other.saved).toMatchObject({ version: 1, savedBy: DANA.id, savedAt: NOW });
    // What was changed meanwhile is not overwritten, not even by the same.
    for (const draft of [NEW, someSettings()]) {
      const late = saveSettings(site, { draft, from: 0, by: DANA.id });
      await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
    }
  });

  test('that have a problem are not saved', async () => {
    const site = deps();
    const draft = someSettings({ services: [{ ...CHECKOUT, name: '' }, UNKNOWN] });
    const { saved, problems } = await saveSettings(site, { draft, from: 0, by: DANA.id });
    expect([saved, problems.length > 0]).toEqual([undefined, true]);
    expect((await site.settings.get()).version).toBe(0);
    expect((await checkSettings(site, draft, 0)).problems).toEqual(problems);
  });

  test('are held against the version they began with, or the last where it is gone', async () => {
    const site = deps();
    await site.settings.save(NEW, { from: 0, ...saving });
    expect((await checkSettings(site, NEW, 0)).changes.length).toBeGreaterThan(0);
    expect((await checkSettings(site, NEW, 1)).changes).toEqual([]);
    expect((await checkSettings(site, NEW, 99)).changes).toEqual([]);
  });

  test('are looked at with what that version changed, and what it would change now', async () => {
    const site = deps();
    await site.settings.save(NEW, { from: 0, ...saving });
    await site.settings.save(someSettings(), { from: 1, ...saving });
    const first = await lookAtVersion(site, 1);
    expect(first.saved.version).toBe(1);
    expect(first.changes?.length).toBeGreaterThan(0);
    expect(first.changesBack).toEqual(first.changes);
    const last = await lookAtVersion(site, 2);
    expect([last.changes?.length, last.changesBack]).toEqual([first.changes?.length, []]);
    await expect(lookAtVersion(site, 9)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('are merged on top of what others saved', async () => {
    const site = deps();
    await site.settings.save(NEW, { from: 0, ...saving });
    const mine = someSettings({ services: [CHECKOUT, UNKNOWN] });
    const merged = await mergeOnTop(site, mine, 0, {});
    expect(merged.theirs.version).toBe(1);
    expect(merged.theirChanges.length).toBeGreaterThan(0);
    expect(merged.settings.products).toEqual(NEW.products);
    expect(merged.settings.services).toEqual([CHECKOUT, UNKNOWN]);
  });
});

describe('a file of settings', () => {
  const read = (text: string) =>
    readSettingsFile({ settings: new FakeSettings(() => someSettings()) }, text);

  test('is read as it was written, with the invisible mark of some editors', async () => {
    const file = settingsFile(someSettings());
    for (const text of [file, `\uFEFF${file}`]) {
      expect(await read(text)).toMatchObject({ changes: [], problems: [] });
    }
    expect(file.endsWith('}\n')).toBe(true);
  });

  test('that is none says why, and names at most ten places', async () => {
    expect(await read('{')).toEqual({ faults: [{ code: 'no-json' }] });
    expect(await read('{"format":"other/1"}')).toEqual({ faults: [{ code: 'not-ours' }] });
    expect(await read('{"format":"hot-settings/2"}')).toEqual({
      faults: [{ code: 'newer', where: 'hot-settings/2' }],
    });
    const services = Array.from({ length: 12 }, () => ({ id: 'a', name: 1 }));
    const text = JSON.stringify({ format: 'hot-settings/1', ...someSettings(), services, x: 1 });
    const { faults = [] } = (await read(text)) as { readonly faults?: readonly unknown[] };
    expect(faults).toHaveLength(10);
    expect(faults[0]).toEqual({ code: 'shape', where: 'services.0.name' });
  });
});
