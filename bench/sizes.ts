import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row } from './statistics';

/** Kilobytes after gzip that a first load of each surface may fetch; a test holds them. */
export const BUDGETS_KB: Readonly<Record<string, number>> = {
  admin: 200,
  'incident-context': 90,
  'incident-panel': 200,
};

/** Scripts, styles and page of a surface after gzip, in kilobytes; of the languages the longer. */
export function weightKb(project: string, surface: string): number {
  return filesBelow(join(project, 'dist/static', surface))
    .filter((file) => /\.(js|css|html)$/.test(file) && !file.includes('en-US'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(file)).length / 1000, 0);
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

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
