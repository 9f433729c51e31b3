import { resolve } from 'node:path';
import { buildBackend } from '../../sandbox/forge';
import { PROJECT } from './project';

/** Builds the app's functions once, before the workers of the browser tests start their sites with them. */
export default async function build(): Promise<void> {
  await buildBackend({ appDir: PROJECT, outDir: resolve(PROJECT, 'dist/backend/own') });
}
