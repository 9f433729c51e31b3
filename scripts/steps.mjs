/** The checks, and how to run some of them at the same time. Each prints only when it fails, or at its end. */
import { spawn } from 'node:child_process';
import { PROJECT } from './install.mjs';

export const bin = (name, ...args) => ['node_modules/.bin/' + name, ...args];

/** Types of one project; a second run looks at what has changed since. */
const types = (name, project) => ({
  name: `types of ${name}`,
  command: bin(
    'tsc',
    '--noEmit',
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    `dist/types/${name}.tsbuildinfo`,
  ),
});

export const STATIC_CHECKS = [
  types('src', 'tsconfig.json'),
  types('static', 'static/tsconfig.json'),
  types('sandbox', 'sandbox/tsconfig.json'),
  types('pages', 'sandbox/pages/tsconfig.json'),
  types('tests', 'tests/tsconfig.json'),
  { name: 'lint', command: bin('eslint', '--cache', '--cache-location', 'dist/.eslintcache', '.') },
  { name: 'format', command: bin('prettier', '--check', '--log-level', 'warn', '.') },
  {
    name: 'import direction',
    command: bin('depcruise', '--output-type', 'err', 'src', 'static', 'sandbox'),
  },
  { name: 'dead code', command: bin('knip') },
  { name: 'manifest', command: ['node', 'scripts/lint-manifest.cjs'] },
];

/** Runs a step. @returns whether it was green; its output is printed when it was not. */
export async function run({ name, command: [file, ...args], loud = false }, env = {}) {
  const started = Date.now();
  const { code, output } = await spawned(file, args, env, loud);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0 && !loud) console.log(output);
  return code === 0;
}

function spawned(file, args, env, loud) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Runs all steps, `width` at a time. @returns the names of those that failed. */
export async function runAll(steps, width) {
  const waiting = [...steps];
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await run(step))) failed.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return failed;
}
