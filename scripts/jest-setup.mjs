/** What tests without a browser need to be built: texts always, front ends and functions where a test starts a site. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { buildTexts } from './build-texts.mjs';
import { PROJECT } from './install.mjs';

export default function setup({ testPathPatterns }) {
  if (existsSync(join(PROJECT, 'dist/static'))) buildTexts();
  else buildAll();
  if (!startsSite(testPathPatterns.patterns)) return;
  // Once, before two workers do it at the same time and in the time of their first test.
  const script = join(PROJECT, 'scripts/build-functions.mjs');
  const { status } = spawnSync(process.execPath, [script], { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The functions could not be built');
}

/** Whether what was asked for goes beyond the folders whose tests start no site. @param patterns none: everything. */
function startsSite(patterns) {
  const wanted = patterns.map((pattern) => new RegExp(pattern, 'i'));
  const isWanted = (file) => wanted.length === 0 || wanted.some((one) => one.test(file));
  return readdirSync(join(PROJECT, 'tests'), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => !/^(unit|property|contract|architecture|app)[\\/]/.test(file))
    .some((file) => isWanted(join(PROJECT, 'tests', file)));
}
