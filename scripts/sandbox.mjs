/** `npm run sandbox -- …`: a local site; its options are in sandbox/main.ts. */
import { runTypeScript } from './typescript.mjs';

if (process.env.npm_lifecycle_event) endWithParent();
await runTypeScript('sandbox/main.ts');

/** A shell between npm and us may swallow the signal that ends npm: whoever is left without a parent ends too. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
