/**
 * What a fresh clone lacks: packages and, for the browser tests, a Chromium. Uses nothing but Node, because it runs
 * before anything is there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '..');

/** Installs the packages of the lock file, when they are not there or older than it. */
export function ensurePackages() {
  const lock = join(PROJECT, 'package-lock.json');
  const installed = join(PROJECT, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (about a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file that lacks builds for other machines, as registries with holes make it.
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, install, {
    cwd: PROJECT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    fail('The packages could not be installed: run `npm install` and read what it says.');
  // npm leaves the file's time alone when nothing changed; this run counts all the same.
  execFileSync(process.execPath, [
    '-e',
    `require('fs').utimesSync(${JSON.stringify(installed)}, new Date(), new Date())`,
  ]);
}

const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** A Chromium of this machine: the one that CHROMIUM names, or at its usual place; undefined when there is none. */
export function findChromium() {
  return [process.env.CHROMIUM, ...CHROMIUMS].find((path) => path && existsSync(path));
}

/** Finds a Chromium or installs one; says in one line what to do when neither works. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('Installing Chromium for the browser tests …');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  } else {
    spawnSync(
      process.execPath,
      [join(PROJECT, 'node_modules/playwright/cli.js'), 'install', 'chromium'],
      quiet,
    );
  }
  const installed = findChromium() ?? playwrightsOwn();
  if (!installed) {
    fail(
      'No Chromium: install Chromium or Chrome, or set CHROMIUM to its path, and run `npm test` again.',
    );
  }
  return installed;
}

function playwrightsOwn() {
  const ask = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  const { stdout } = spawnSync(process.execPath, ['-e', ask], { cwd: PROJECT, encoding: 'utf8' });
  return stdout && existsSync(stdout) ? stdout : undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
