/** `node scripts/verify-log.mjs FILE.json`: checks the chain of an exported timeline, by the rule of the app itself. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
const { faultIn } = createRequire(import.meta.url)('../src/domain/log/entry');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const WHY = {
  gap: 'it is missing, or stands in another place',
  'broken-link': 'it does not follow the entry before it',
  changed: 'its number, times, author or digest were changed',
  'changed-words': 'what it says was changed',
};

/** @returns the entries of an export, oldest first. @throws {Error} for a file that is none. */
function entriesOf(file) {
  const { entries } = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(entries)) throw new Error('The file has no list "entries".');
  return entries.toSorted((a, b) => a.seq - b.seq);
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node scripts/verify-log.mjs FILE.json');
  process.exit(2);
}
try {
  const entries = entriesOf(file);
  const fault = faultIn(entries, { seq: 0, hash: '' }, sha256);
  if (fault) console.error(`Entry ${fault.seq}: ${WHY[fault.why]}.`);
  else console.log(`${entries.length} entries, the chain is whole.`);
  process.exitCode = fault ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
