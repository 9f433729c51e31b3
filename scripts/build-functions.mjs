/** Builds the app's functions, unless nothing has changed since the last time, where tests look for them. */
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

const unregister = register();
const { default: build } = createRequire(import.meta.url)('../tests/support/build.ts');
unregister();
await build();
