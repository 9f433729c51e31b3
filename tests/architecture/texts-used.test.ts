import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { PROJECT, read } from '../support/project';

/** Every path that the compiler knows. */
const paths = new Set([...read('locales/paths.ts').matchAll(/^ {2}'(.+?)':/gm)].map(([, p]) => p));
const inManifest = [...read('manifest.yml').matchAll(/i18n: ([\w.]+)/g)].map(([, path]) => path);

type Said = { readonly path: string; readonly where: string; readonly isHidden: boolean };
let said: Said[];
beforeAll(() => {
  said = ['tsconfig.json', 'static/tsconfig.json'].flatMap((config) => saidBy(programOf(config)));
});

function programOf(config: string): ts.Program {
  const file = resolve(PROJECT, config);
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config,
    ts.sys,
    resolve(file, '..'),
  );
  return ts.createProgram(fileNames, { ...options, noEmit: true });
}

/** What each literal and each template of the sources may say, by its type. */
function saidBy(program: ts.Program): Said[] {
  const checker = program.getTypeChecker();
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const start = ts.isTemplateExpression(node) ? node.head.text : node.text;
      const type = checker.getTypeAtLocation(node);
      for (const one of type.isUnion() ? type.types : [type]) {
        if (!one.isStringLiteral() || !paths.has(one.value)) continue;
        const where = node.getSourceFile().fileName;
        found.push({ path: one.value, where, isHidden: !start.includes('.') });
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (/\/(src|static)\//.test(file.fileName) && !file.fileName.includes('node_modules'))
      visit(file);
  }
  return found;
}

describe('texts in the sources', () => {
  test('every text is said somewhere', () => {
    const all = new Set<string | undefined>([...said.map(({ path }) => path), ...inManifest]);
    expect(said.length).toBeGreaterThan(1000);
    expect([...paths].filter((path) => !all.has(path))).toEqual([]);
  });

  test('the manifest names texts that are there', () => {
    expect(inManifest.length).toBeGreaterThan(5);
    expect(inManifest.filter((path) => !paths.has(path))).toEqual([]);
  });

  test('a path is written with its section, by which the build finds what a page says', () => {
    expect(said.filter(({ isHidden }) => isHidden)).toEqual([]);
  });
});
