/**
 * Asks the compiler about a changed source, without writing it: that file, and those which import it. It takes most of a
 * second each time, so what it said is kept below dist for as long as no source changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { changed } from './spots.mjs';

/** Kinds that can change the type of what a file exports; of the others the importers need not be asked. */
const SEEN_OUTSIDE = new Set(['member', 'result', 'string', 'logic', 'call']);

/** @returns a function that says whether the sources of src compile with one change */
export function compilerOf(project) {
  const { options, fileNames } = parsedConfig(project);
  const instead = { file: undefined, text: '', version: 0 };
  const service = ts.createLanguageService(hostOf({ project, options, fileNames, instead }));
  const importers = importersOf(project, fileNames);
  const known = knownFor(project, fileNames);
  const asked = (spot) => {
    const file = join(project, spot.file);
    const text = changed(readFileSync(file, 'utf8'), spot);
    Object.assign(instead, { file, text, version: instead.version + 1 });
    if (service.getSyntacticDiagnostics(file).length > 0) return false;
    const files = [file, ...(SEEN_OUTSIDE.has(spot.kind) ? (importers.get(file) ?? []) : [])];
    return files.every((one) => service.getSemanticDiagnostics(one).length === 0);
  };
  return (spot) => known(`${spot.file} ${spot.start} ${spot.end} ${spot.to}`, () => asked(spot));
}

/** What the compiler said of these very sources before. */
function knownFor(project, fileNames) {
  const digest = createHash('sha256');
  for (const file of fileNames.toSorted()) digest.update(file).update(readFileSync(file));
  const sources = digest.digest('hex');
  const path = join(project, 'dist/mutants/compiles.json');
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const answers = kept.sources === sources ? kept.answers : {};
  mkdirSync(dirname(path), { recursive: true });
  process.on('exit', () => writeFileSync(path, JSON.stringify({ sources, answers })));
  return (name, ask) => (answers[name] ??= ask());
}

function parsedConfig(project) {
  const path = join(project, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, project);
}

function hostOf({ project, options, fileNames, instead }) {
  const textOf = (file) => (file === instead.file ? instead.text : ts.sys.readFile(file));
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => (file === instead.file ? String(instead.version) : '0'),
    getScriptSnapshot: (file) => {
      const text = textOf(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => project,
    getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
}

function importersOf(project, fileNames) {
  const importers = new Map();
  for (const importer of fileNames) {
    const text = readFileSync(importer, 'utf8');
    for (const [, path] of text.matchAll(/ from '(\.[^']*)'/g)) {
      const imported = fileOf(join(dirname(importer), path));
      importers.set(imported, [...(importers.get(imported) ?? []), importer]);
    }
  }
  return importers;
}

function fileOf(path) {
  return [`${path}.ts`, join(path, 'index.ts')].find(ts.sys.fileExists) ?? path;
}
