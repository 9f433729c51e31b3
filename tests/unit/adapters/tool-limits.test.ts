import { describe, expect, test } from '@jest/globals';
import { momentIn } from '../../../src/adapters/tools/json';
import { opsgenieAlerts } from '../../../src/adapters/tools/opsgenie';
import { alertOf } from '../../../src/adapters/tools/said';

/** Where the limits lie of what tools say, to the one. */
test.each([
  [999_999_999, undefined],
  [1e9, 1e12],
  [9_999_999_999, 9_999_999_999_000],
  [1e10, undefined],
  [999_999_999_999, undefined],
  [1e12, 1e12],
  [9_999_999_999_999, 9_999_999_999_999],
  [1e13, undefined],
])('the number %d is the moment %s', (said, moment) => {
  expect(momentIn(said)).toBe(moment);
});

describe('products', () => {
  const names = (count: number) => Array.from({ length: count }, (_, n) => `P${n}`);
  test('are a hundred; of more, all of them stand in words as well', () => {
    const few = alertOf({ summary: 'x', products: names(100) });
    expect([few.declaration.products?.length, few.asides]).toEqual([100, []]);
    const many = alertOf({ summary: 'x', products: names(101) });
    expect(many.declaration.products).toHaveLength(100);
    expect(many.asides.join()).toContain('P100');
  });
});

test.each([
  ['Create', 'firing'],
  ['Close', 'recovered'],
  ['delete', 'recovered'],
  ['AddNote', 'noted'],
])('what Opsgenie calls %s is %s', (action, state) => {
  const updatedAt = '2026-03-02T10:00:00Z';
  const [alert] = opsgenieAlerts({ action, alert: { message: 'x', updatedAt } }) ?? [];
  expect(alert?.state).toBe(state);
  expect(alert?.recoveredAt !== undefined).toBe(state === 'recovered');
});
