import { describe, expect, test } from '@jest/globals';
import {
  draftOf,
  isLabelsWrong,
  isWindowWrong,
  ruleOf,
} from '../../../static/admin/set-up/rule-draft';

const RULE = {
  groupBy: ['service', 'label:region', 'label:cluster'],
  windowMinutes: 30,
  leaveBelow: 2,
} as const;

describe('the rule of a door in its form', () => {
  test('is the rule again when nothing was changed', () => {
    expect(ruleOf(draftOf(RULE))).toEqual(RULE);
  });

  test('has each label once, without spaces around and without empty ones', () => {
    const draft = { ...draftOf(RULE), service: false, name: true, labels: ' b,a , ,b,' };
    expect(ruleOf(draft).groupBy).toEqual(['name', 'label:b', 'label:a']);
  });

  test.each([
    ['1', false],
    ['10080', false],
    [' 5 ', false],
    ['0', true],
    ['10081', true],
    ['1.5', true],
    ['', true],
    ['an hour', true],
  ])('%j minutes cannot be: %j', (window, isWrong) => {
    expect(isWindowWrong({ ...draftOf(RULE), window })).toBe(isWrong);
  });

  test('takes ten labels of a hundred letters', () => {
    const labels = (count: number, letters = 5) =>
      Array.from({ length: count }, (_, n) => String(n).padEnd(letters, 'x')).join(',');
    const isWrong = (text: string) => isLabelsWrong({ ...draftOf(RULE), labels: text });
    expect([isWrong(labels(10)), isWrong(labels(11))]).toEqual([false, true]);
    expect([isWrong(labels(1, 100)), isWrong(labels(1, 101))]).toEqual([false, true]);
  });
});
