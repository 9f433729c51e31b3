/** Runs a TypeScript file of the project in this very process, after what it needs is installed and built. */
import { createRequire } from 'node:module';
import { buildAll } from './build.mjs';
import { ensurePackages } from './install.mjs';

/** @param path from the project's folder, without leading slash. */
export async function runTypeScript(path) {
  ensurePackages();
  buildAll();
  const { register } = await import('tsx/cjs/api');
  register();
  createRequire(import.meta.url)(`../${path}`);
}
