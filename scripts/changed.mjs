/**
 * `npm run check -- --changed`: what a change can break, in a minute. Types and import direction of everything; lint,
 * format and quick tests of what was changed since the last commit, or in the last commit when nothing was.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildTexts } from './build-texts.mjs';
import { PROJECT } from './install.mjs';
import { bin, runAll, STATIC_CHECKS } from './steps.mjs';

/** Tests that start no site, or nearly none: they answer in seconds. */
const QUICK = /[\\/]tests[\\/](unit|property|contract|architecture)[\\/]/;
/** Jest looks for what imports what below these; its own roots are those of the tests alone. */
const ROOTS = ['tests', 'src', 'static', 'sandbox', 'locales'];
const WINDOWS = process.platform === 'win32';
const FOR_ALL = ['types of', 'import direction', 'dead code'];

/** @returns the names of the checks that failed */
export async function checkChanged() {
  const files = changedFiles();
  const sources = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));
  buildTexts();
  const steps = STATIC_CHECKS.filter(({ name }) => FOR_ALL.some((one) => name.startsWith(one)));
  if (files.length > 0) {
    const format = bin('prettier', '--check', '--log-level', 'warn', '--ignore-unknown', ...files);
    steps.push({ name: `format of ${files.length} files`, command: format });
  }
  if (sources.length > 0) {
    const related = quickTestsOf(sources);
    const name = `${related.length} quick tests of what was changed`;
    if (related.length > 0) {
      steps.unshift({ name, command: bin('jest', '--runTestsByPath', ...related) });
    }
    steps.unshift({ name: `lint of ${sources.length} files`, command: bin('eslint', ...sources) });
  }
  return runAll(steps, 2);
}

function quickTestsOf(sources) {
  const roots = ROOTS.flatMap((root) => ['--roots', root]);
  const [file, ...args] = bin('jest', ...roots, '--listTests', '--findRelatedTests', ...sources);
  const output = execFileSync(file, args, { cwd: PROJECT, encoding: 'utf8', shell: WINDOWS });
  return output.split('\n').filter((test) => QUICK.test(test));
}

function changedFiles() {
  const files = [
    ...git('diff', '--name-only', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  const changed = files.length > 0 ? files : git('diff', '--name-only', 'HEAD~1', 'HEAD');
  return changed.filter((file) => existsSync(join(PROJECT, file)));
}

function git(...args) {
  const output = execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8' });
  return output.split('\n').filter((line) => line !== '');
}
