/** `npm run sandbox -- …`: installs and builds what is missing, then runs sandbox/main.ts in this very process. */
import { createRequire } from 'node:module';
import { buildAll } from './build.mjs';
import { ensurePackages } from './install.mjs';

ensurePackages();
buildAll();
if (process.env.npm_lifecycle_event) endWithParent();

const { register: registerTypeScript } = await import('tsx/cjs/api');
registerTypeScript();
createRequire(import.meta.url)('../sandbox/main.ts');

/** A shell between npm and us may swallow the signal that ends npm: whoever is left without a parent ends too. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
