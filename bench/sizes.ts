import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Row } from './statistics';

const BUDGETS = [
  { surface: 'incident-context', kB: 90 },
  { surface: 'incident-panel', kB: 200 },
];

/** What a first load of each surface fetches at most, after gzip, in the longer language. */
export function sizes(project: string): Row[] {
  return BUDGETS.map(({ surface, kB }) => {
    const weight = filesBelow(join(project, 'dist/static', surface))
      .filter((file) => /\.(js|css|html)$/.test(file) && !file.includes('en-US'))
      .reduce((sum, file) => sum + gzipSync(readFileSync(file)).length / 1000, 0);
    return {
      what: `Front end ${surface}, gzip`,
      measured: `${weight.toFixed(1)} kB`,
      budget: `≤ ${kB} kB`,
      ok: weight <= kB,
    };
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
