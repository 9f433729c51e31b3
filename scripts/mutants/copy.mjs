/** A copy of the working tree in a temporary folder: what is changed is changed there, and the checkout stays as it is. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set();

/** @returns the folder of a new copy, with the same packages; it is gone when this process ends, however it ends */
export function copyOf(project) {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  made.add(folder);
  for (const file of filesOf(project)) cpSync(join(project, file), join(folder, file));
  if (existsSync(join(project, 'dist'))) {
    cpSync(join(project, 'dist'), join(folder, 'dist'), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

/** Those of git and new ones, as they are now, without what was deleted. */
function filesOf(project) {
  const asked = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const output = execFileSync('git', asked, { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return [...new Set(output.split('\0'))].filter((file) => file && existsSync(join(project, file)));
}

function removeAll() {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

process.on('exit', removeAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
