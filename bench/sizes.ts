import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row } from './statistics';

/** Kilobytes after gzip that a first load of each surface may fetch; a test holds them. */
export const BUDGETS_KB: Readonly<Record<string, number>> = {
  active: 55,
  'active-editor': 55,
  admin: 95,
  figures: 55,
  'figures-editor': 55,
  'incident-context': 55,
  'incident-panel': 105,
  'incidents-page': 55,
  portal: 55,
  ticket: 55,
  'ui-modifications': 55,
};

/** What a first load of a surface fetches, after gzip, in kilobytes; of the languages the longer. */
export function weightKb(project: string, surface: string): number {
  return firstLoad(join(project, 'dist/static', surface)).reduce(
    (sum, file) => sum + gzipSync(readFileSync(file)).length / 1000,
    0,
  );
}

/** The page and all that follows from it, but for what the build named `later-`: that waits until it is opened. */
export function firstLoad(folder: string): string[] {
  const files = [join(folder, 'index.html')];
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const found = [...source.matchAll(/(?:src=|href=|from|import\(?)\s*["'`](\.\/[^"'`]+)/g)]
      .map(([, path = '']) => join(dirname(file), path))
      .filter((path) => /\.(js|css)$/.test(path) && !/\/(later-|en-US)/.test(path));
    files.push(...found.filter((path) => !files.includes(path)));
  }
  return files;
}

export function sizes(project: string): Row[] {
  return Object.entries(BUDGETS_KB).map(([surface, budget]) => {
    const weight = weightKb(project, surface);
    return {
      what: `Front end ${surface}, gzip`,
      measured: `${weight.toFixed(1)} kB`,
      budget: `≤ ${budget} kB`,
      ok: weight <= budget,
    };
  });
}
