import { describe, expect, it, jest } from '@jest/globals';
import { type Texts, textsFrom } from '../../locales/texts';
import { textsIn } from '../support/texts';

const en = textsIn('en-US');
const de = textsIn('de-DE');

function over(texts: Readonly<Record<string, string>>, locale = 'en-US') {
  const missing = jest.fn<(path: string) => void>();
  const t: Texts = textsFrom((path) => texts[path], locale, missing);
  return { t, missing };
}

describe('a text', () => {
  it('has its gaps filled, in both languages', () => {
    expect(en('severity.short', { level: 2 })).toBe('SEV 2');
    expect(de('choices.minutesAgo', { minutes: 5 })).toBe('Vor 5 Min.');
  });

  it('takes the form that the language has for a number, and writes the number as it does', () => {
    expect([0, 1, 2, 1480].map((count) => en('pictures.incidents', { count }))).toEqual([
      '0 incidents',
      '1 incident',
      '2 incidents',
      '1,480 incidents',
    ]);
    expect([0, 1, 1480].map((count) => de('pictures.incidents', { count }))).toEqual([
      '0 Vorfälle',
      '1 Vorfall',
      '1.480 Vorfälle',
    ]);
  });

  it('takes one form of many where a language has them', () => {
    const forms = { one: 'incydent', few: 'incydenty', many: 'incydentów', other: 'incydentu' };
    const texts = Object.fromEntries(
      Object.entries(forms).map(([form, text]) => [`pictures.incidents.${form}`, text]),
    );
    const { t } = over(texts, 'pl');
    expect([1, 3, 5].map((count) => t('pictures.incidents', { count }))).toEqual([
      'incydent',
      'incydenty',
      'incydentów',
    ]);
  });

  it('that is missing all the same shows its path and is told once', () => {
    const { t, missing } = over({});
    expect([t('state.retry'), t('state.retry')]).toEqual(['state.retry', 'state.retry']);
    expect(t('pictures.incidents', { count: 2 })).toBe('pictures.incidents');
    expect(missing.mock.calls).toEqual([['state.retry'], ['pictures.incidents']]);
  });
});

/** Each of these is a fault for the compiler; `npm test` compiles this file. */
describe('the compiler refuses', () => {
  const t: Texts = over({}).t;
  const anything: string = 'retry';
  const phase: 'new' | 'someday' = 'new';
  const path = (text: string) => text.replace(/^.*: /, '');

  it.each([
    // @ts-expect-error -- no such path
    () => t('state.no-such-text'),
    // @ts-expect-error -- a family of texts is no text
    () => t('state'),
    // @ts-expect-error -- a form is no text of its own
    () => t('pictures.incidents.one'),
    // @ts-expect-error -- a gap is not filled
    () => t('severity.short'),
    // @ts-expect-error -- another gap is filled
    () => t('severity.short', { name: 'x' }),
    // @ts-expect-error -- a number of things is a number
    () => t('pictures.incidents', { count: '2' }),
    // @ts-expect-error -- not everything that may be put in has a text
    () => t(`phase.${phase as 'new' | 'someday'}`),
    // @ts-expect-error -- anything may be put in
    () => t(`state.${anything}`),
  ])('a path that is not there, and gaps that are not filled', (wrong) => {
    expect(path(wrong())).not.toBe('');
  });
});
