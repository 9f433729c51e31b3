import { describe, expect, test } from '@jest/globals';
import {
  type AlertRule,
  DEFAULT_RULE,
  fingerprintOf,
  isLeftOut,
  type Judged,
} from '../../../src/domain/declaring/alert-rule';

const rule = (about: Partial<AlertRule>): AlertRule => ({ ...DEFAULT_RULE, ...about });
function alert(
  service?: string,
  labels: Record<string, string> = {},
  name = 'HighLatency',
): Judged {
  return { declaration: service ? { service } : {}, name, labels: new Map(Object.entries(labels)) };
}

describe('what alerts of one outage have in common', () => {
  test('is nothing until an administrator says so', () => {
    expect(fingerprintOf(DEFAULT_RULE, alert('Payments'))).toBeUndefined();
  });

  test('is the fields of choice, in any order, whatever the case', () => {
    const one = fingerprintOf(
      rule({ groupBy: ['service', 'label:zone'] }),
      alert('Payments', { zone: 'eu' }),
    );
    const other = fingerprintOf(
      rule({ groupBy: ['label:zone', 'service', 'service'] }),
      alert(' payments', { zone: 'EU', host: 'b' }),
    );
    expect(one).toBeDefined();
    expect(other).toBe(one);
  });

  test('differs where one of the fields does, and where it is not said', () => {
    const by = rule({ groupBy: ['service', 'name', 'label:zone'] });
    const all = [
      alert('Payments', { zone: 'eu' }),
      alert('Search', { zone: 'eu' }),
      alert('Payments', { zone: 'us' }),
      alert('Payments'),
      alert('Payments', { zone: 'eu' }, 'Down'),
    ].map((one) => fingerprintOf(by, one));
    expect(new Set(all).size).toBe(5);
  });

  test('is nothing where an alert says none of it: those have only that in common', () => {
    const by = rule({ groupBy: ['service', 'label:zone'] });
    expect(fingerprintOf(by, alert())).toBeUndefined();
    expect(fingerprintOf(by, alert(' ', { zone: '' }))).toBeUndefined();
  });
});

test.each([
  [null, [1, 2, 3], []],
  [2, [1, 2], [3]],
  [1, [1], [2, 3]],
] as const)(
  'below severity %s is left out, and never what says no severity',
  (below, taken, left) => {
    const by = rule({ leaveBelow: below });
    for (const severity of taken) expect(isLeftOut(by, { severity })).toBe(false);
    for (const severity of left) expect(isLeftOut(by, { severity })).toBe(true);
    expect(isLeftOut(by, {})).toBe(false);
  },
);
