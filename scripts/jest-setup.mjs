/** What tests without a browser need to be built: texts always, functions for a run of all, the front ends where there are none yet. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { buildTexts } from './build-texts.mjs';
import { PROJECT } from './install.mjs';

export default function setup({ testPathPatterns }) {
  if (existsSync(join(PROJECT, 'dist/static'))) buildTexts();
  else buildAll();
  // Whoever names a test waits for no more than that test needs; a site builds its functions when it starts.
  if (testPathPatterns.patterns.length > 0) return;
  const script = join(PROJECT, 'scripts/build-functions.mjs');
  const { status } = spawnSync(process.execPath, [script], { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The functions could not be built');
}
