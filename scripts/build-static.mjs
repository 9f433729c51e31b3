/** Builds each surface of static/ into dist/static/, as `forge deploy` uploads them. */
import { readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

// Whoever calls it, a test runner too: what is built is what ships.
process.env.NODE_ENV = 'production';

const root = resolve(import.meta.dirname, '..');
const surfaces = readdirSync(join(root, 'static')).filter((name) =>
  existsSync(join(root, 'static', name, 'index.html')),
);

/** Texts that only the administration shows; beside an issue every kilobyte is waited for at 3 a.m. */
const OF_ADMIN = ['admin', 'history', 'names', 'modules'];

/** Leaves out what a surface does not say. A text that is missing all the same throws as soon as it is asked for. */
function onlyTextsOf(surface) {
  return {
    name: 'only-texts-of-surface',
    enforce: 'pre',
    transform(code, id) {
      if (surface === 'admin' || !/\/locales\/[\w-]+\.json$/.test(id)) return undefined;
      const texts = Object.entries(JSON.parse(code));
      return JSON.stringify(
        Object.fromEntries(texts.filter(([section]) => !OF_ADMIN.includes(section))),
      );
    },
  };
}

for (const surface of surfaces) {
  await build({
    configFile: false,
    root: join(root, 'static', surface),
    base: './', // served from an address that nobody knows beforehand
    logLevel: 'warn',
    plugins: [onlyTextsOf(surface), react()],
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
