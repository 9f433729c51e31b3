/** Which sections of locales/ a surface says, read from its sources. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param main the file that a surface starts with
 * @param sections the names of all sections
 * @returns `first` is said by what a page loads at once, `later` only by what it imports when somebody opens it.
 */
export function textsOf(main, sections) {
  const first = new Set();
  const lazily = new Set();
  const all = new Set();
  follow(main, first, lazily);
  for (const file of lazily) follow(file, all, lazily);
  const said = [...first].map((file) => readFileSync(file, 'utf8')).join('\n');
  const more = [...all].map((file) => readFileSync(file, 'utf8')).join('\n');
  const isFirst = (section) => says(said, section);
  return {
    first: sections.filter(isFirst),
    later: sections.filter((section) => !isFirst(section) && says(more, section)),
  };
}

/** Texts are asked for by paths that begin with their section, `'next.take'` or `error.${code}`. */
function says(source, section) {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${section}.`));
}

function follow(file, files, lazily) {
  if (files.has(file)) return;
  files.add(file);
  const source = readFileSync(file, 'utf8');
  const found = (pattern) =>
    [...source.matchAll(pattern)].flatMap(([, path]) => resolved(join(dirname(file), path)));
  for (const next of found(/(?:from|^import) '(\.[^']+)'/gm)) follow(next, files, lazily);
  for (const next of found(/\bimport\('(\.[^']+)'\)/g)) lazily.add(next);
}

/** Nothing for what is no source of the front end: styles, and what a text is, which names all of them. */
function resolved(path) {
  if (path.includes(join('/', 'locales', '/'))) return [];
  return [`${path}.ts`, `${path}.tsx`].filter((file) => existsSync(file));
}
