import { describe, expect, test } from '@jest/globals';
import { BUDGETS_KB, weightKb } from '../../bench/sizes';
import { filesBelow, PROJECT } from '../support/project';

describe('what a page weighs', () => {
  test.each(Object.entries(BUDGETS_KB))('%s stays within %d kB', (surface, budget) => {
    const weight = weightKb(PROJECT, surface);
    expect(weight).toBeGreaterThan(10); // else nothing is built
    expect(weight).toBeLessThanOrEqual(budget);
  });

  test('every surface has a budget', () => {
    const surfaces = filesBelow('static', /^index\.html$/).map((path) => path.split('/')[1]);
    expect(surfaces.sort()).toEqual(Object.keys(BUDGETS_KB).sort());
  });
});
