import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readManifest } from './manifest';

const RUNTIME = join(__dirname, 'runtime');
const STAMP = 'sandbox-build.txt';

export type BuiltFile = { readonly name: string; readonly bytes: number };

/**
 * Builds an app's functions with the bundler that `forge deploy` uses, offline, with the sandbox's runtime
 * wrapper in the place of Atlassian's. Does nothing when nothing has changed since the last time.
 *
 * @param options.outDir is emptied first.
 * @throws with the bundler's words when the app does not build.
 */
export async function buildBackend(options: {
  readonly appDir: string;
  readonly outDir: string;
}): Promise<{ files: BuiltFile[] }> {
  const appDir = resolve(options.appDir);
  const outDir = resolve(options.outDir);
  const stamp = await fingerprint(appDir);
  const stampFile = join(outDir, STAMP);
  const known = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : undefined;
  if (known !== stamp) {
    await bundle(appDir, outDir);
    await writeFile(stampFile, stamp);
  }
  return { files: await filesBelow(outDir) };
}

async function bundle(appDir: string, outDir: string): Promise<void> {
  const runtime = await mkdtemp(join(tmpdir(), 'forge-runtime-'));
  try {
    await mkdir(join(runtime, 'dist'));
    for (const name of ['wrapper', 'loader']) {
      await cp(join(RUNTIME, `${name}.cjs`), join(runtime, 'dist', `${name}.js`));
    }
    await rm(outDir, { recursive: true, force: true });
    await mkdir(outDir, { recursive: true });
    await runBundler(appDir, outDir, runtime);
  } finally {
    await rm(runtime, { recursive: true, force: true });
  }
}

/** The bundler takes the app's folder from the working directory, so it gets a process of its own. */
async function runBundler(appDir: string, outDir: string, runtime: string): Promise<void> {
  const child = spawn(process.execPath, [join(RUNTIME, 'bundle.cjs'), outDir], {
    cwd: appDir,
    env: { ...process.env, FORGE_RUNTIME_PATH: runtime, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  if (code !== 0) {
    throw new Error(
      `The functions of ${appDir} do not build:\n${Buffer.concat(output).toString()}`,
    );
  }
}

/** Changes with everything that may change the bundle: manifest, sources, locale files, lock file, runtime. */
async function fingerprint(appDir: string): Promise<string> {
  const lock = nearest(appDir, 'package-lock.json');
  const files = [
    join(appDir, 'manifest.yml'),
    ...(lock ? [lock] : []),
    ...['tsconfig.json', 'package.json']
      .map((name) => nearest(appDir, name))
      .filter((file) => file !== undefined),
    ...(await below(join(appDir, 'src'))),
    ...localesOf(appDir),
    ...(await below(RUNTIME)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(await readFile(file));
  return hash.digest('hex');
}

/** The files of texts that the manifest names and that are there; it is the bundler that says which are missing. */
function localesOf(appDir: string): string[] {
  const { translations } = readManifest(appDir);
  const files = (translations?.resources ?? []).map(({ path }) => join(appDir, path));
  return files.filter((file) => existsSync(file));
}

async function filesBelow(dir: string): Promise<BuiltFile[]> {
  const names = (await below(dir)).map((file) => file.slice(dir.length + 1));
  const sized = names
    .filter((name) => name !== STAMP)
    .map(async (name) => ({ name, bytes: (await stat(join(dir, name))).size }));
  return Promise.all(sized);
}

async function below(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return [];
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** A file of this name in the folder or the nearest one above it. */
function nearest(dir: string, name: string): string | undefined {
  const file = join(dir, name);
  if (existsSync(file)) return file;
  return dirname(dir) === dir ? undefined : nearest(dirname(dir), name);
}
