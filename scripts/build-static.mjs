/** Builds each surface of static/ into dist/static/, as `forge deploy` uploads them. */
import { readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
const surfaces = readdirSync(join(root, 'static')).filter((name) =>
  existsSync(join(root, 'static', name, 'index.html')),
);

for (const surface of surfaces) {
  await build({
    configFile: false,
    root: join(root, 'static', surface),
    base: './', // served from an address that nobody knows beforehand
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: join(root, 'dist/static', surface),
      emptyOutDir: true,
      target: 'es2022',
      // Inline scripts and the preload helper's inline parts are forbidden by the content security policy.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1000,
    },
  });
}
