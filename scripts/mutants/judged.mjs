/** Changes that people looked at and found to make no difference: `judged.json`, by file and text, not by line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns a function that says whether a spot is among them */
export function judgedOf(folder = import.meta.dirname) {
  const all = JSON.parse(readFileSync(join(folder, 'judged.json'), 'utf8'));
  const known = new Set(all.map(keyOf));
  return (spot) => known.has(keyOf(spot));
}

function keyOf({ file, from, to }) {
  return [file, from, to].map((text) => text.replace(/\s+/g, ' ')).join('\n');
}
