/** Jest in a copy of the tree: once over all fast tests, to see which spots each reaches, then some tests per change. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SITE = /from '[./]*(sandbox\/site\/site|support\/site|support\/browser)'/;
const running = new Set();

/** Below these are the tests that may be fast; which of them start a site is seen in their text. */
const FAST = [
  'tests/unit',
  'tests/property',
  'tests/contract',
  'tests/app',
  'tests/architecture/stored-shapes',
];
const SITES = ['tests/contract', 'tests/integration'];

/** Writes what Jest needs beside its own settings into the copy. */
export function prepare(folder) {
  const settings = `
    const { globalSetup, ...settings } = require('./jest.config.cjs');
    module.exports = {
      ...settings,
      ...(process.env.MUTANTS_SETUP ? { globalSetup } : {}),
      cacheDirectory: '<rootDir>/.cache/jest',
      setupFilesAfterEnv: ['<rootDir>/scripts/mutants/reached.cjs'],
      testSequencer: '<rootDir>/scripts/mutants/sequencer.cjs',
    };`;
  writeFileSync(join(folder, 'jest.mutants.cjs'), settings);
}

/**
 * Runs all fast tests.
 *
 * @returns per test file: how long it took, whether it was green, and which spots it reached
 */
export async function dryRun(folder, workers) {
  const results = join(folder, '.cache/dry-run.json');
  const reachedFile = join(folder, '.cache/reached.jsonl');
  writeFileSync(reachedFile, '');
  const tests = await listed(folder, FAST);
  const fast = tests.filter((file) => !startsSite(file));
  const args = ['--json', `--outputFile=${results}`, `--maxWorkers=${workers}`];
  const env = { MUTANTS_SETUP: '1', MUTANTS_REACHED: reachedFile };
  await jest(folder, [...args, '--runTestsByPath', ...fast], { env });
  const reached = readFileSync(reachedFile, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
  return JSON.parse(readFileSync(results, 'utf8')).testResults.map((one) => {
    const file = relative(folder, one.name);
    const spots = reached.filter((line) => line.test === one.name).flatMap((line) => line.spots);
    const isGreen = one.status === 'passed';
    return { file, ms: one.endTime - one.startTime, isGreen, spots: new Set(spots) };
  });
}

/** @returns the tests that start whole sites, for those who have the time */
export async function slowTests(folder) {
  return (await listed(folder, SITES)).filter((file) => startsSite(file));
}

async function listed(folder, below) {
  const { output } = await jest(folder, ['--listTests', ...below]);
  const all = output.split('\n').map((line) => line.trim());
  return all.filter((line) => line.endsWith('.test.ts') && existsSync(line)).sort();
}

/** A site that runs the app's functions in the process of the test starts within seconds. */
const IN_PROCESS = /^import '[./]*support\/in-process';$/m;

function startsSite(file) {
  const text = readFileSync(file, 'utf8');
  return SITE.test(text) && !IN_PROCESS.test(text);
}

/** @returns 'green', 'red', or 'late' when the deadline came first */
export async function verdictOf(folder, files, deadlineMs) {
  writeFileSync(join(folder, '.cache/order.json'), JSON.stringify(files));
  const { code } = await jest(folder, ['--bail', '-i', '--runTestsByPath', ...files], {
    deadlineMs,
  });
  return code === undefined ? 'late' : code === 0 ? 'green' : 'red';
}

function jest(folder, args, { env = {}, deadlineMs } = {}) {
  return new Promise((resolve, reject) => {
    const all = ['--config', 'jest.mutants.cjs', '--ci', '--forceExit', ...args];
    const child = spawn(join(folder, 'node_modules/.bin/jest'), all, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    running.add(child.pid);
    let output = '';
    let isLate = false;
    const stop = () => {
      isLate = true;
      killGroup(child.pid);
    };
    const timer = deadlineMs === undefined ? undefined : setTimeout(stop, deadlineMs);
    child.stdout.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child.pid);
      resolve({ code: isLate ? undefined : (code ?? 1), output });
    });
  });
}

/** Jest and its workers; they may have ended by themselves. */
function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

process.on('exit', () => running.forEach(killGroup));
