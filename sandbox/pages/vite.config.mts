import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../dist/sandbox', import.meta.url));

/** The script for the app's frames is a build of its own: one plain file, no modules. */
const bridgeClient: Plugin = {
  name: 'bridge-client',
  async closeBundle() {
    await build({
      configFile: false,
      root: here,
      logLevel: 'warn',
      build: {
        outDir: out,
        emptyOutDir: false,
        target: 'es2022',
        lib: {
          entry: `${here}bridge-client.ts`,
          formats: ['iife'],
          name: 'forgeBridgeClient',
          fileName: () => 'bridge-client.js',
        },
      },
    });
  },
};

export default defineConfig({
  root: here,
  base: '/_site/',
  plugins: [react(), bridgeClient],
  build: {
    outDir: `${out}/pages`,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
});
