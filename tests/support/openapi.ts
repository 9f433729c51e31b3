import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from '@jest/globals';
import { PROJECT } from './project';

export type Operation = {
  readonly 'x-atlassian-oauth2-scopes'?: readonly {
    readonly scopes: readonly string[];
    readonly state: string;
  }[];
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly deprecated?: boolean;
  readonly 'x-experimental'?: boolean;
  readonly 'x-changes'?: readonly Readonly<Record<string, string>>[];
};
type Parameter = { readonly name?: string; readonly description?: string; readonly $ref?: string };
export type ApiDescription = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const FOLDER = process.env['HOT_OPENAPI_DIR'] ?? resolve(PROJECT, '../shared/openapi');

/** The published description of an API; undefined where the folder with them is not beside the project. */
function apiDescription(name: string): ApiDescription | undefined {
  const file = join(FOLDER, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ApiDescription) : undefined;
}

/** Runs the tests where the description is there; where it is not, says so and counts as skipped. */
export function withDescription(name: string, tests: (api: ApiDescription) => void): void {
  const api = apiDescription(name);
  if (api) {
    tests(api);
  } else {
    console.warn(`${name} is not in ${FOLDER}: requests and scopes are NOT checked against it`);
    test.skip(`checked against ${name} (the API description is not there)`, () => undefined);
  }
}

/**
 * Digest of what a description says of a call in words: its text, its parameters, whether it is deprecated or
 * experimental, and announced changes. Another digest: the text has changed, and somebody has to read it.
 */
export function digestOf(operation: Operation): string {
  const { description = '', parameters = [], deprecated = false } = operation;
  const said = {
    description,
    parameters: parameters.map(({ name, $ref, description: text = '' }) => [name ?? $ref, text]),
    deprecated,
    experimental: operation['x-experimental'] ?? false,
    changes: operation['x-changes'] ?? [],
  };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 8);
}
