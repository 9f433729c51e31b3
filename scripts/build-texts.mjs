/**
 * Puts the sections of locales/<language>/ together into dist/locales/<language>.json, one file for each language,
 * as the manifest names them and as Forge carries them. Uses nothing but Node, and is quick: whatever needs the files
 * calls it first.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './install.mjs';

export const LANGUAGES = ['en-US', 'de-DE'];

/** All texts of a language: its sections by their names. */
export function textsIn(language) {
  const folder = join(PROJECT, 'locales', language);
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    ]),
  );
}

/** May run at the same time in several processes: a file is there as a whole or not at all. */
export function buildTexts() {
  const folder = join(PROJECT, 'dist/locales');
  mkdirSync(folder, { recursive: true });
  for (const language of LANGUAGES) {
    writeWhole(join(folder, `${language}.json`), JSON.stringify(textsIn(language)));
  }
}

function writeWhole(file, content) {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** Where the paths of texts are as types; checked in, so that types are right before anything has run. */
const PATHS = join(PROJECT, 'locales/paths.ts');
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Every path of the English texts with the names of its gaps: a text, or a text that has a form for each number. */
function gapsByPath(node, path = '') {
  if (typeof node === 'string') return [[path, gapsOf(node)]];
  const names = Object.keys(node);
  const isPlural = names.includes('other') && names.every((name) => FORMS.includes(name));
  if (isPlural) return [[path, [...new Set(['count', ...Object.values(node).flatMap(gapsOf)])]]];
  return names.flatMap((name) => gapsByPath(node[name], path === '' ? name : `${path}.${name}`));
}

const gapsOf = (text) => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()),
];

/** The source of locales/paths.ts. */
export function pathsSource() {
  const lines = gapsByPath(textsIn('en-US')).map(
    ([path, gaps]) => `  '${path}': ${gaps.map((gap) => `'${gap}'`).join(' | ') || 'never'};\n`,
  );
  return `/** Which texts there are, and the gaps of each. Made from locales/en-US: \`npm run texts\`. */
export interface GapsByPath {
${lines.join('')}}
`;
}

if (process.argv[1] === import.meta.filename) {
  buildTexts();
  writeWhole(PATHS, pathsSource());
}
