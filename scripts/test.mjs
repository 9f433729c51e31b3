/**
 * `npm test`: everything, on a fresh clone too. First the checks that read code, two at a time; then the tests,
 * those in the browser last. All of it runs even when some of it is red, so that one run tells the whole truth.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildAll } from './build.mjs';
import { ensureChromium, ensurePackages, PROJECT } from './install.mjs';
import { checkChanged } from './changed.mjs';
import { run, runAll, STATIC_CHECKS } from './steps.mjs';

ensurePackages();
if (process.argv.includes('--changed')) process.exit((await checkChanged()).length > 0 ? 1 : 0);
const chromium = ensureChromium();
const results = join(PROJECT, 'dist/results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

buildAll();
const failed = await runAll(STATIC_CHECKS, 2);

const jestResults = join(results, 'jest.json');
const jest = ['node_modules/.bin/jest', '--json', `--outputFile=${jestResults}`];
if (!(await run({ name: 'tests without a browser', command: jest, loud: true }))) {
  failed.push('tests without a browser');
}
const e2eResults = join(results, 'playwright.json');
const playwright = ['node_modules/.bin/playwright', 'test', '--reporter=line,json'];
const env = { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eResults };
if (!(await run({ name: 'tests in the browser', command: playwright, loud: true }, env))) {
  failed.push('tests in the browser');
}

const counts = [jestCounts(), playwrightCounts()];
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
for (const name of failed) console.log(`✗ ${name}`);
for (const name of [...jestFailures(), ...playwrightFailures()]) console.log(`  ✗ ${name}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(failed.length > 0 ? 1 : 0);

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner died before it could write; its step is among the failed
  }
}

function jestCounts() {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = read(jestResults) ?? {};
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

function playwrightCounts() {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read(e2eResults)?.stats ?? {};
  if (flaky > 0) console.log(`${flaky} in the browser passed at the second try`);
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** Every test that failed, and every file that could not be run. */
function jestFailures() {
  return (read(jestResults)?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const file = relative(PROJECT, name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && tests.length === 0) return [`${file} could not be run`];
    return tests.map(({ fullName }) => `${file} › ${fullName}`);
  });
}

function playwrightFailures() {
  return specsIn(read(e2eResults)?.suites ?? [])
    .filter(({ ok }) => !ok)
    .map(({ file, line, title }) => `tests/e2e/${file}:${line} › ${title}`);
}

function specsIn(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsIn(inner)]);
}
