/** `npm run e2e`: the browser tests alone; arguments go to Playwright (`-- --ui`, `-- first-incident`). */
import { spawnSync } from 'node:child_process';
import { buildAll } from './build.mjs';
import { ensureChromium, ensurePackages, PROJECT } from './install.mjs';

ensurePackages();
const CHROMIUM = ensureChromium();
buildAll();
const { status } = spawnSync('node_modules/.bin/playwright', ['test', ...process.argv.slice(2)], {
  cwd: PROJECT,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM },
});
process.exit(status ?? 1);
