/** `npm run live-check -- --site …`: what a live site does, written down. Nothing has to be built for it. */
import { createRequire } from 'node:module';
import { ensurePackages } from './install.mjs';

ensurePackages();
const { register } = await import('tsx/cjs/api');
register();
createRequire(import.meta.url)('./live-check/main.ts');
