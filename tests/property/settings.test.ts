import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Settings } from '../../src/domain/settings/settings';
import { changesBetween } from '../../src/domain/settings/changes';
import { mergeSettings } from '../../src/domain/settings/merge';
import { problemsOf, tidied } from '../../src/domain/settings/rules';
import { settingsOf, tablesOf } from '../../src/domain/settings/tables';
import { readSettingsFile, settingsFile } from '../../src/usecases/settings/settings-file';
import { FakeSettings } from '../fakes/settings';
import { someSettings, UNKNOWN } from '../fixtures/settings';

const text = fc.string({ minLength: 1, maxLength: 20 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const named = fc.record({ id: fc.stringMatching(/^[a-z0-9-]{1,12}$/), name: text });
const rows = fc.uniqueArray(named, { maxLength: 8, selector: ({ id }) => id });
const LEVELS = [1, 2, 3] as const;

/** Anything that can be saved. */
const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    services: rows,
    products: rows,
    teams: fc.array(maybe(text), { minLength: 8, maxLength: 8 }),
    labels: fc.array(text, { minLength: 3, maxLength: 3 }),
    cadences: fc.array(maybe(fc.integer({ min: 5, max: 1440 })), { minLength: 11, maxLength: 11 }),
    page: maybe(fc.constant('https://larkfield.example/scale')),
    response: fc.record({
      changesJql: maybe(text),
      supportJql: maybe(text),
      cleanUpProject: maybe(fc.constantFrom('OPS', 'CLEAN_2')),
      reviewSpace: maybe(fc.constantFrom('REV', '~dana')),
      handOverHours: maybe(fc.integer({ min: 1, max: 24 })),
    }),
  })
  .map(({ services, products, teams, labels, cadences, page, response }) =>
    tidied(
      someSettings({
        services: [...services.map((one, at) => ({ ...one, deliveryTeam: teams[at] })), UNKNOWN],
        products,
        scale: {
          levels: Object.fromEntries(
            LEVELS.map((level) => [level, { label: `${level} ${labels[level - 1]}`, text: 'x' }]),
          ) as Settings['scale']['levels'],
          page,
        },
        agreements: [
          ...LEVELS.map((severity) => ({ severity, cadenceMinutes: cadences[severity] })),
          ...services.map(({ id }, at) => ({
            severity: 2 as const,
            service: id,
            cadenceMinutes: cadences[at + 3],
          })),
        ],
        response,
      }),
      someSettings(),
    ),
  )
  .filter((settings) => problemsOf(settings).length === 0);

test('an export read again is what was exported', async () => {
  await fc.assert(
    fc.asyncProperty(anySettings, anySettings, async (settings, ours) => {
      const onItself = { settings: new FakeSettings(() => settings) };
      const read = await readSettingsFile(onItself, settingsFile(settings));
      expect(read).toEqual({ draft: settings, changes: [], problems: [] });
      const elsewhere = await readSettingsFile(
        { settings: new FakeSettings(() => ours) },
        settingsFile(settings),
      );
      expect(elsewhere).toMatchObject({ problems: [] });
    }),
    { numRuns: 50 },
  );
});

test('tables lose nothing, and tidying twice is tidying once', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(settingsOf(tablesOf(settings))).toEqual(settings);
      expect(tidied(settings, settings)).toEqual(settings);
    }),
  );
});

test('nothing changed is nothing to say; anything else is', () => {
  fc.assert(
    fc.property(anySettings, anySettings, (one, other) => {
      expect(changesBetween(one, one)).toEqual([]);
      const changes = changesBetween(one, other);
      expect(changes.length > 0).toBe(
        JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)),
      );
    }),
  );
});

/** Without the order of agreements, which means nothing. */
function sorted(settings: Settings): Settings {
  return {
    ...settings,
    agreements: settings.agreements.toSorted((a, b) =>
      JSON.stringify(a).localeCompare(JSON.stringify(b)),
    ),
  };
}

test('what only one of two changed is as they made it', () => {
  fc.assert(
    fc.property(anySettings, anySettings, (base, changed) => {
      expect(mergeSettings({ base, mine: changed, theirs: base }, {}).asks).toEqual([]);
      const mine = mergeSettings({ base, mine: changed, theirs: base }, {}).settings;
      const theirs = mergeSettings({ base, mine: base, theirs: changed }, {}).settings;
      expect(changesBetween(changed, mine)).toEqual([]);
      expect(changesBetween(changed, theirs)).toEqual([]);
    }),
  );
});

test('what two changed in different places is all there, and nobody is asked', () => {
  fc.assert(
    fc.property(anySettings, anySettings, anySettings, (base, one, other) => {
      const mine = { ...base, services: one.services, agreements: one.agreements };
      const theirs = { ...base, ...pick(other) };
      const { settings, asks } = mergeSettings({ base, mine, theirs }, {});
      expect(asks).toEqual([]);
      expect(changesBetween(settings, { ...mine, ...pick(theirs) })).toEqual([]);
    }),
  );
});

test('two who add and rename in the same list: both additions and both names are there', () => {
  fc.assert(
    fc.property(anySettings, rows, rows, (base, my, their) => {
      const adding = (list: typeof my, prefix: string) => ({
        ...base,
        products: [
          ...base.products.map((one, at) => ({
            ...one,
            name: at % 2 === (prefix === 'm' ? 0 : 1) ? `${prefix}${one.name}` : one.name,
          })),
          ...list.map(({ id, name }) => ({ id: `${prefix}_${id}`, name })),
        ],
      });
      const [mine, theirs] = [adding(my, 'm'), adding(their, 't')];
      const { settings, asks } = mergeSettings({ base, mine, theirs }, {});
      expect(asks).toEqual([]);
      const expected = [
        ...base.products.map((_, at) => (at % 2 === 0 ? mine : theirs).products[at]),
        ...mine.products.slice(base.products.length),
        ...theirs.products.slice(base.products.length),
      ];
      expect(new Set(settings.products)).toEqual(new Set(expected));
    }),
  );
});

function pick({ products, scale, response }: Settings) {
  return { products, scale, response };
}
