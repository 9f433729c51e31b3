import { describe, expect, test } from '@jest/globals';
import { ERROR_CODES } from '../../src/domain/errors';
import { filesBelow, read } from '../support/project';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const english = flat(JSON.parse(read('locales/en-US.json')) as Texts);
const german = flat(JSON.parse(read('locales/de-DE.json')) as Texts);
const gaps = (text = '') =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

describe('the texts people read', () => {
  test('are complete in both languages', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('have the same gaps in both languages', () => {
    const different = [...english].filter(([key, text]) => gaps(text) !== gaps(german.get(key)));
    expect(different).toEqual([]);
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

  test('are there where the pages and the manifest ask for them', () => {
    const pages = filesBelow('static', /\.tsx?$/)
      .map(read)
      .join('\n');
    const asked = [
      ...[...pages.matchAll(/\bt\('([\w.-]+)'/g)].map(([, key]) => key),
      ...[...read('manifest.yml').matchAll(/i18n: ([\w.]+)/g)].map(([, key]) => key),
    ];
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((key) => key === undefined || !english.has(key))).toEqual([]);
  });
});
