import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { ERROR_CODES } from '../../src/domain/errors';
import { PROJECT, read } from '../support/project';
import { textsOf } from '../support/texts';

const FORM = /\.(zero|one|two|few|many|other)$/;
const english = textsOf('en-US');
const german = textsOf('de-DE');

/** The gaps of each text; of a text with a form for each number, those of all its forms. */
function gapsOf(texts: ReadonlyMap<string, string>): Map<string, string> {
  const plurals = pluralsOf(texts);
  const gaps = new Map<string, Set<string>>();
  for (const [path, text] of texts) {
    const whole = plurals.has(path.replace(FORM, '')) ? path.replace(FORM, '') : path;
    const all = gaps.get(whole) ?? new Set(plurals.has(whole) ? ['count'] : []);
    for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) all.add(name);
    gaps.set(whole, all);
  }
  return new Map([...gaps].map(([path, all]) => [path, [...all].sort().join()]));
}

/** Which texts have forms for numbers, and which they have. */
function pluralsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const others = [...texts.keys()].filter((path) => path.endsWith('.other'));
  const candidates = others.map((path) => path.replace(FORM, ''));
  return new Map(
    candidates
      .map((path) => [path, [...texts.keys()].filter((one) => one.startsWith(`${path}.`))] as const)
      .filter(([path, all]) => all.every((one) => FORM.exec(one)?.index === path.length))
      .map(([path, all]) => [path, all.map((one) => one.slice(path.length + 1)).sort()]),
  );
}

describe('the texts people read', () => {
  test('are complete in both languages', () => {
    expect([...gapsOf(german).keys()].sort()).toEqual([...gapsOf(english).keys()].sort());
  });

  test('have the same gaps in both languages', () => {
    const inGerman = gapsOf(german);
    const different = [...gapsOf(english)].filter(([path, gaps]) => gaps !== inGerman.get(path));
    expect(different).toEqual([]);
  });

  test.each([
    ['en-US', english],
    ['de-DE', german],
  ])('have every form that %s has for numbers', (language, texts) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plurals = pluralsOf(texts);
    expect(plurals.size).toBeGreaterThan(20);
    const lacking = [...plurals].filter(
      ([, forms]) => forms.join() !== [...pluralCategories].sort().join(),
    );
    expect(lacking).toEqual([]);
  });

  test('have the paths that the compiler knows: `npm run texts`', () => {
    const ask =
      "import { pathsSource } from './scripts/build-texts.mjs'; process.stdout.write(pathsSource())";
    const made = execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    expect(read('locales/paths.ts')).toBe(made);
  });

  test('are translated, not copied', () => {
    // German says these words too.
    const shared = /^(Services?|Version \{version\}|Updates?|Review|Tickets?|Status)$/;
    const same = [...english].filter(
      ([key, text]) =>
        /[a-z]{4}/.test(text.replaceAll(/\{\w+\}/g, '')) &&
        !shared.test(text) &&
        german.get(key) === text,
    );
    expect(same).toEqual([]);
  });

  test('have a sentence for every error', () => {
    expect([...english.keys()]).toEqual(
      expect.arrayContaining(ERROR_CODES.map((code) => `error.${code}`)),
    );
  });
});
