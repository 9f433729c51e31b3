import { existsSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { filesBelow, PROJECT } from '../support/project';

/** Kilobytes after gzip of everything a first load may fetch, scripts and styles, the largest language included. */
const BUDGETS_KB = { 'incident-context': 90, 'incident-panel': 200 } as const;

describe('what a page weighs', () => {
  beforeAll(() => {
    if (!existsSync(join(PROJECT, 'dist/static')))
      throw new Error('Nothing is built: run npm run build');
  });

  test.each(Object.entries(BUDGETS_KB))('%s stays within %d kB', (surface, budget) => {
    const kilobytes = filesBelow(`dist/static/${surface}`, /\.(js|css|html)$/)
      .filter((file) => !file.includes('en-US')) // one language is loaded; German is the longer
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(PROJECT, file))).length / 1000, 0);
    expect(kilobytes).toBeLessThanOrEqual(budget);
  });

  test('every surface has a budget', () => {
    const surfaces = filesBelow('static', /^index\.html$/).map((path) => path.split('/')[1]);
    expect(surfaces.sort()).toEqual(Object.keys(BUDGETS_KB).sort());
  });
});
