import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inDocument } from '../../../src/adapters/jira/document';
import { asHoldableJson, cutAt, holdable, holdableIn } from '../../../src/domain/texts';
import { shortened } from '../../../src/domain/log/said';

const FAMILY = '👨‍👩‍👧‍👦';
const ZERO = '\u0000';

describe('a text that products can keep', () => {
  it.each([
    ['a zero', `a${ZERO}b`, 'ab'],
    ['a bell and an escape', 'a\u0007\u001b[31mb', 'a[31mb'],
    ['half a pair', 'a\ud83db', 'ab'],
    ['the other half', 'a\ude00b', 'ab'],
    ['no character at all', 'a\uffffb', 'ab'],
  ])('has lost %s', (_what, text, kept) => {
    expect(holdable(text)).toBe(kept);
  });

  it.each(['a\tb\r\nc', '😀', FAMILY, 'Zoë, naïve, 東京'])(
    'is otherwise left alone: %j',
    (text) => {
      expect(holdable(text)).toBe(text);
    },
  );

  it('is cleaned at any depth', () => {
    const value = { text: `a${ZERO}`, list: [`b${ZERO}`, 1, null, { inner: `c${ZERO}` }] };
    const clean = { text: 'a', list: ['b', 1, null, { inner: 'c' }] };
    expect(holdableIn(value)).toEqual(clean);
    expect(JSON.parse(asHoldableJson(value))).toEqual(clean);
  });
});

describe('a text that is cut', () => {
  it('is left alone where it fits', () => {
    expect(cutAt('abc', 3)).toBe('abc');
  });

  it.each([
    ['an emoji', `${'x'.repeat(7)}😀yy`, 9, `${'x'.repeat(7)}…`],
    ['a family', `x${FAMILY}${FAMILY}`, 14, `x${FAMILY}…`],
    ['an accent', 'abe\u0301de', 5, 'abe\u0301…'],
  ])('never parts %s', (_what, text, most, kept) => {
    expect(cutAt(text, most)).toBe(kept);
  });

  it('is never longer than asked for, and always whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, most) => {
          const cut = cutAt(text, most);
          expect(cut.length).toBeLessThanOrEqual(most);
          expect(holdable(cut)).toBe(cut);
          expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });

  it('keeps families whole in the head of a log', () => {
    expect(shortened(`${FAMILY}${FAMILY}`, 30)).toBe(`${FAMILY}…`);
  });
});

describe('the document of a text', () => {
  const sizeOf = (text: string): number => JSON.stringify(inDocument(text)).length;

  it('fits into a field of Jira, whatever the text is made of', () => {
    for (const text of [
      'x'.repeat(40_000),
      '"\n'.repeat(9_000),
      'a\n\n'.repeat(9_000),
      FAMILY.repeat(4_000),
    ])
      expect(sizeOf(text)).toBeLessThanOrEqual(32_000);
    expect(sizeOf('x'.repeat(40_000))).toBeGreaterThan(31_900);
  });

  it('has no empty texts, even where only control letters stood', () => {
    expect(inDocument(`${ZERO}\n\n${ZERO}\n\na${ZERO}\n${ZERO}\nb`)).toEqual({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'b' }] },
      ],
    });
  });
});
