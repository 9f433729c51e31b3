import { describe, expect, test } from '@jest/globals';
import {
  fromLocalInput,
  momentText,
  readTyped,
  toLocalInput,
  wallClockText,
} from '../../../static/kit/texts/moments';
import { type Texts } from '../../../static/kit/texts/texts';

const BERLIN = { timeZone: 'Europe/Berlin' };

describe('a time in a form', () => {
  test.each([
    ['2026-03-02T13:05:42.000Z', '2026-03-02T14:05', '2026-03-02T13:05:00.000Z'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30+02:00', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30+01:00', '2026-10-25T01:30:00.000Z'],
  ])('%s is %s, and back to its minute', (moment, typed, back) => {
    expect(toLocalInput(moment, BERLIN)).toBe(typed);
    expect(fromLocalInput(typed, BERLIN)).toBe(back);
  });

  test('of half an hour, and behind UTC', () => {
    const howe = { timeZone: 'Australia/Lord_Howe' };
    expect(fromLocalInput('2026-04-05T01:45+10:30', howe)).toBe('2026-04-04T15:15:00.000Z');
    const newfoundland = { timeZone: 'America/St_Johns' };
    expect(toLocalInput('2026-11-01T04:45:00Z', newfoundland)).toBe('2026-11-01T01:15-03:30');
  });

  test.each([
    ['2026-10-25T02:30', 'twice'],
    ['2026-10-25T02:30+05:00', 'twice'],
    ['2026-03-29T02:30', 'never'],
    ['2026-03-29T02:30+01:00', 'never'],
    ['', 'none'],
    ['x', 'none'],
  ])('%s stands for no moment: %s', (typed, is) => {
    expect(readTyped(typed, BERLIN).is).toBe(is);
    expect(fromLocalInput(typed, BERLIN)).toBeUndefined();
  });
});

test('a clock is read in the words of the language', () => {
  expect(wallClockText('2026-03-29T02:30', { locale: 'de-DE' })).toBe('02:30');
  expect(wallClockText('2026-03-29T14:30', { locale: 'en-US' })).toMatch(/^02:30\sPM$/);
});

test('a moment says its offset where its time alone does not tell which it is', () => {
  const t: Texts = () => '';
  const viewer = { ...BERLIN, locale: 'en-GB', t };
  const told = (moment: string) => momentText(moment, viewer, Date.parse('2026-12-01T00:00Z'));
  expect(told('2026-10-25T00:30:00Z')).toBe('25 Oct, 02:30 GMT+2');
  expect(told('2026-10-25T01:30:00Z')).toBe('25 Oct, 02:30 GMT+1');
  expect(told('2026-10-25T02:30:00Z')).toBe('25 Oct, 03:30');
});
