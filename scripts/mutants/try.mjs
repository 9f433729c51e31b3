/** Tries the spots of a sample, each in a copy of the tree, with the tests that reach it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// Jest is ended before its copy is removed: what is imported first is told first that this process ends.
import { dryRun, prepare, slowTests, verdictOf } from './jest.mjs';
import { copyOf } from './copy.mjs';
import { changed, withProbes } from './spots.mjs';

/** A change may make tests slower, not much slower: an endless loop is noticed. */
const PATIENCE = 3;
const START_MS = 20_000;
const SLOW_MS = 15 * 60_000;

/**
 * @param told is called with each spot and its verdict: 'red' and 'late' are noticed, 'green' and 'unreached' not
 */
export async function tryAll({ project, spots, workers, all, told }) {
  const folders = Array.from({ length: workers }, () => ready(project));
  const tests = await whatReaches(folders[0], spots, workers);
  const waiting = [...spots];
  const slow = all ? await slowTests(folders[0]) : [];
  await Promise.all(
    folders.map(async (folder) => {
      for (let spot = waiting.shift(); spot; spot = waiting.shift()) {
        told(spot, await tryOne({ folder, spot, tests, slow: inFolder(slow, folders[0], folder) }));
      }
    }),
  );
}

const inFolder = (files, from, to) => files.map((file) => file.replace(from, to));

function ready(project) {
  const folder = copyOf(project);
  mkdirSync(join(folder, '.cache'), { recursive: true });
  prepare(folder);
  return folder;
}

async function whatReaches(folder, spots, workers) {
  const originals = new Map();
  for (const file of new Set(spots.map((spot) => spot.file))) {
    const text = readFileSync(join(folder, file), 'utf8');
    originals.set(file, text);
    const here = spots.filter((spot) => spot.file === file);
    writeFileSync(join(folder, file), withProbes(text, here));
  }
  const tests = await dryRun(folder, workers);
  for (const [file, text] of originals) writeFileSync(join(folder, file), text);
  for (const { file } of tests.filter(({ isGreen }) => !isGreen)) {
    console.log(`! ${file} is red without any change, or took the probes amiss: it is left out`);
  }
  return tests.filter(({ isGreen }) => isGreen).sort((one, other) => one.ms - other.ms);
}

async function tryOne({ folder, spot, tests, slow }) {
  const reaching = tests.filter(({ spots }) => spots.has(spot.id));
  if (reaching.length === 0 && slow.length === 0) return 'unreached';
  const path = join(folder, spot.file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, changed(text, spot));
  try {
    const files = reaching.map(({ file }) => join(folder, file));
    const expected = reaching.reduce((sum, { ms }) => sum + ms, 0);
    const quick =
      files.length === 0
        ? 'unreached'
        : await verdictOf(folder, files, START_MS + PATIENCE * expected);
    if (isNoticed(quick) || slow.length === 0) return quick;
    return await verdictOf(folder, slow, SLOW_MS);
  } finally {
    writeFileSync(path, text);
  }
}

export function isNoticed(verdict) {
  return verdict === 'red' || verdict === 'late';
}
