/** Builds the sandbox's pages and the bridge client that it puts into the app's frames. */
import { join, resolve } from 'node:path';
import { build } from 'vite';

const pages = resolve(import.meta.dirname, '../sandbox/pages');
await build({ configFile: join(pages, 'vite.config.mts'), root: pages, logLevel: 'warn' });
