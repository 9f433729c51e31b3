import { describe, expect, test } from '@jest/globals';
import { ERROR_CODES } from '../../src/domain/errors';
import { filesBelow, read } from '../support/project';
import { textsOf } from '../support/texts';

const english = textsOf('en-US');
const german = textsOf('de-DE');
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
