/** Builds what the sandbox serves: texts, our surfaces, the site's pages, the bridge client. Skips what has not changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTexts } from './build-texts.mjs';
import { PROJECT } from './install.mjs';

const PARTS = [
  {
    name: 'static',
    inputs: [
      'static',
      'locales',
      'src',
      'package-lock.json',
      'scripts/build-static.mjs',
      'scripts/build-texts.mjs',
      'scripts/texts-of.mjs',
    ],
    output: 'dist/static',
    commands: [['scripts/build-static.mjs']],
  },
  {
    name: 'pages',
    inputs: ['sandbox/pages', 'sandbox/core', 'package-lock.json'],
    output: 'dist/sandbox',
    commands: [['scripts/build-pages.mjs']],
  },
];

/** @throws {Error} naming the part that could not be built. */
export function buildAll() {
  buildTexts();
  for (const { name, inputs, output, commands } of PARTS) {
    const stamp = join(PROJECT, 'dist', `.built-${name}`);
    const hash = hashOf(inputs);
    const built = existsSync(stamp) && existsSync(join(PROJECT, output));
    if (built && readFileSync(stamp, 'utf8') === hash) continue;
    for (const command of commands) {
      const { status } = spawnSync(process.execPath, command, {
        cwd: PROJECT,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status !== 0) throw new Error(`${name} could not be built`);
    }
    mkdirSync(join(PROJECT, 'dist'), { recursive: true });
    writeFileSync(stamp, hash);
  }
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(join(PROJECT, input)))) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

if (process.argv[1] === import.meta.filename) buildAll();
