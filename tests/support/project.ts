import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';

export const PROJECT = resolve(__dirname, '../..');

export function read(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

/** Every file below a folder of the project whose name ends so. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(PROJECT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(PROJECT, path)).isDirectory()) return filesBelow(path, ending);
    return ending.test(name) ? [path] : [];
  });
}

export type ManifestFile = {
  readonly permissions: {
    readonly scopes: Readonly<Record<string, unknown>>;
    readonly external: { readonly fetch: { readonly backend: readonly { address: string }[] } };
  };
  readonly resources: readonly { key: string; path: string }[];
  readonly modules: Readonly<Record<string, readonly Record<string, unknown>[]>>;
};

export function manifest(): ManifestFile {
  return parse(read('manifest.yml')) as ManifestFile;
}

/** One call of a product's REST API that the code makes. */
export type JiraCall = {
  readonly method: string;
  readonly path: string;
  readonly file: string;
  /** Says that it knows the call to be experimental. */
  readonly isExperimental?: boolean;
};

/** Every `jira(route\`…\`, {method})` of the adapters; parameters are written as `{}`, the query is cut off. */
export function jiraCalls(): JiraCall[] {
  return productCalls().filter(({ path }) => path.startsWith('/rest/'));
}

/** The same for Confluence. */
export function confluenceCalls(): JiraCall[] {
  return productCalls().filter(({ path }) => path.startsWith('/wiki/'));
}

function productCalls(): JiraCall[] {
  return filesBelow('src/adapters', /\.ts$/).flatMap((file) => {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
    const found: JiraCall[] = [];
    const visit = (node: ts.Node): void => {
      const call = ts.isCallExpression(node) ? routeCall(node) : undefined;
      if (call) found.push({ ...call, file });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function routeCall({ arguments: [path, options] }: ts.CallExpression) {
  if (!path || !ts.isTaggedTemplateExpression(path) || path.tag.getText() !== 'route')
    return undefined;
  const method = /method:\s*'(\w+)'/.exec(options?.getText() ?? '')?.[1] ?? 'GET';
  const isExperimental = /\bexperimental: true\b/.test(options?.getText() ?? '');
  const text = path.template.getText().slice(1, -1);
  return {
    method,
    isExperimental,
    path: (text.split('?')[0] ?? '').replaceAll(/\$\{[^}]+\}/g, '{}'),
  };
}

/** A published path with its parameters written as `{}`, to compare with {@link jiraCalls}. */
export function withoutNames(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '{}');
}
