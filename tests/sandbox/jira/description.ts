import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

/** The published description of Jira's REST API, which is no part of the repository. */

const FILE = resolve(
  process.env.HOT_OPENAPI_DIR ?? resolve(__dirname, '../../../../shared/openapi'),
  'jira-platform-v3.json',
);

export const isDescribed = existsSync(FILE);
if (!isDescribed)
  console.warn(`NOT CHECKED: answers against the published API description, missing at ${FILE}`);

type Operation = {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, object>> } | undefined>
  >;
  readonly 'x-atlassian-oauth2-scopes'?: readonly { readonly scopes: readonly string[] }[];
};
type Schema = {
  properties?: Record<string, object>;
  additionalProperties?: unknown;
  anyOf?: object[];
  oneOf?: object[];
};
type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const read = (): Described => JSON.parse(readFileSync(FILE, 'utf8')) as Described;
const described: Described = isDescribed ? read() : { paths: {}, components: { schemas: {} } };

/** Keys that Jira sends though the file leaves them out or types them too narrowly. */
const CORRECTIONS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  ChangeDetails: Object.fromEntries(
    ['from', 'fromString', 'to', 'toString'].map((key) => [
      key,
      { type: 'string', nullable: true },
    ]),
  ),
  FieldConfigurationDetails: { id: { type: 'integer' }, isDefault: { type: 'boolean' } },
  FieldMetadata: { description: { type: 'string' } },
  FieldCreateMetadata: { description: { type: 'string' } },
  BulkIssueResults: { expand: { type: 'string' } },
};

for (const [name, schema] of Object.entries(described.components.schemas)) {
  Object.assign(schema.properties ?? {}, CORRECTIONS[name]);
  // "No other keys" beside a choice of shapes forbids the keys of every shape.
  const choice = schema.anyOf ?? schema.oneOf;
  if (!choice || schema.properties) continue;
  delete schema.additionalProperties;
  // Where only optional keys tell the shapes apart, more than one of them fits.
  delete schema.oneOf;
  schema.anyOf = choice;
}

export const operation = (method: string, path: string): Operation | undefined =>
  described.paths[path]?.[method.toLowerCase()];

export const scopesOf = (method: string, path: string): (readonly string[])[] =>
  (operation(method, path)?.['x-atlassian-oauth2-scopes'] ?? []).map(({ scopes }) => scopes);

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
ajv.addSchema(described, 'api');
const compiled = new Map<string, ValidateFunction | undefined>();

/** What is wrong with an answer; empty when it is as described, or described without a shape. */
export function problems(method: string, path: string, status: number, body: unknown): string[] {
  const key = `${method} ${path} ${status}`;
  if (!operation(method, path)?.responses[String(status)]) return [`${key} is not described`];
  if (!compiled.has(key)) compiled.set(key, compile(method, path, status));
  const validate = compiled.get(key);
  if (!validate || validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${key} ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** Compiled when first asked for: all of them would take minutes. */
function compile(method: string, path: string, status: number): ValidateFunction | undefined {
  const answer = operation(method, path)?.responses[String(status)];
  const [type] = Object.keys(answer?.content ?? {});
  if (type === undefined) return undefined;
  const steps = ['paths', path, method.toLowerCase(), 'responses', String(status)];
  const pointer = [...steps, 'content', type, 'schema'].map((step) =>
    encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  return ajv.compile({ $ref: `api#/${pointer.join('/')}` });
}
