/** Builds each surface of static/ into dist/static/, as `forge deploy` uploads them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { textsIn } from './build-texts.mjs';
import { textsOf } from './texts-of.mjs';

// Whoever calls it, a test runner too: what is built is what ships.
process.env.NODE_ENV = 'production';

const root = resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const surfaces = readdirSync(join(root, 'static')).filter((name) =>
  existsSync(join(root, 'static', name, 'main.tsx')),
);

const LOCALES = join(root, 'locales');

/** The page of a surface is not in its folder: all are the same but for what the browser calls them. */
function pageOf(surface) {
  const path = join(root, 'static', surface, 'index.html');
  const title = JSON.parse(readFileSync(join(root, 'static/titles.json'), 'utf8'))[surface];
  if (!title) throw new Error(`static/titles.json has no title for ${surface}`);
  const html = readFileSync(join(root, 'static/surface.html'), 'utf8').replace('%TITLE%', title);
  return {
    name: 'page-of-surface',
    enforce: 'pre',
    resolveId: (id) => (id === path ? path : undefined),
    load: (id) => (id === path ? html : undefined),
  };
}

/**
 * Leaves out what a surface does not say: beside an issue every kilobyte is waited for at 3 a.m. `texts:de-DE` is what
 * it says at once, `texts:de-DE?later` what only parts say that are opened later. A text that is missing all the same
 * throws as soon as it is asked for.
 */
function onlyTextsOf(surface) {
  return {
    name: 'only-texts-of-surface',
    enforce: 'pre',
    resolveId(id) {
      const [, language, later = ''] = /^texts:([\w-]+)(\?later)?$/.exec(id) ?? [];
      return language && join(LOCALES, `${language}.json${later}`);
    },
    load(id) {
      const [, language, later] = /\/([\w-]+)\.json(\?later)?$/.exec(id) ?? [];
      if (!language || !id.startsWith(LOCALES)) return undefined;
      const texts = textsIn(language);
      const said = textsOf(join(root, 'static', surface, 'main.tsx'), Object.keys(texts));
      const pick = (names) => JSON.stringify(Object.fromEntries(names.map((n) => [n, texts[n]])));
      if (!later) return pick(said.first);
      return { code: `export default ${pick(said.later)};`, moduleType: 'js' };
    },
  };
}

/** What is fetched only when somebody opens it is named so: the size test counts what a first load fetches. */
function chunkName({ facadeModuleId, isDynamicEntry }) {
  const isLater =
    isDynamicEntry &&
    (facadeModuleId?.startsWith(join(root, 'static')) || facadeModuleId?.endsWith('?later'));
  return `assets/${isLater ? 'later-' : ''}[name]-[hash].js`;
}

/** React's interface in a tenth of its size: a phone at night is the slowest machine there is. */
const PREACT = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
];

for (const surface of surfaces) {
  await build({
    configFile: false,
    root: join(root, 'static', surface),
    base: './', // served from an address that nobody knows beforehand
    logLevel: 'warn',
    plugins: [pageOf(surface), onlyTextsOf(surface), react()],
    resolve: { alias: PREACT },
    define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
    build: {
      outDir: join(root, 'dist/static', surface),
      emptyOutDir: true,
      target: 'es2022',
      // Inline scripts and the preload helper's inline parts are forbidden by the content security policy.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: { output: { chunkFileNames: chunkName } },
    },
  });
}
