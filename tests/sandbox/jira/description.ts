import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

/** The published descriptions of Jira's and Confluence's REST APIs, which are no part of the repository. */

const FOLDER = process.env.HOT_OPENAPI_DIR ?? resolve(__dirname, '../../../../shared/openapi');
const FILE = resolve(FOLDER, 'jira-platform-v3.json');
const SERVICE_FILE = resolve(FOLDER, 'jsm-servicedesk.json');
const CONFLUENCE_FILE = resolve(FOLDER, 'confluence-v2.json');

export const isDescribed = existsSync(FILE);
if (!isDescribed)
  console.warn(`NOT CHECKED: answers against the published API description, missing at ${FILE}`);

type Operation = {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, object>> } | undefined>
  >;
  readonly 'x-atlassian-oauth2-scopes'?: readonly { readonly scopes: readonly string[] }[];
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
};
type Schema = {
  properties?: Record<string, object>;
  additionalProperties?: unknown;
  anyOf?: object[];
  oneOf?: object[];
};
type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly requestBodies?: Readonly<Record<string, object>>;
  };
};

const read = (file: string): Described =>
  isDescribed
    ? (JSON.parse(readFileSync(file, 'utf8')) as Described)
    : { paths: {}, components: { schemas: {} } };
const described = read(FILE);
const service = read(SERVICE_FILE);
const confluence = read(CONFLUENCE_FILE);
/** Confluence's description leaves out where its addresses begin. */
const WIKI = '/wiki/api/v2';

/** The description that an address is in, and the address as it stands there. */
function placeOf(path: string): { api: string; file: Described; path: string } {
  if (path.startsWith(WIKI))
    return { api: 'confluence', file: confluence, path: path.slice(WIKI.length) };
  if (path.startsWith('/rest/servicedeskapi/')) return { api: 'service', file: service, path };
  return { api: 'api', file: described, path };
}

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
  // Its example has a number and a text; the type says neither can be.
  AssociationContextObject: { identifier: {} },
  FieldIdentifierObject: { identifier: {} },
  BulkIssueResults: { expand: { type: 'string' } },
};

/** Some bodies are described once and named where they are sent. */
const { requestBodies = {} } = confluence.components;
for (const operation of Object.values(confluence.paths).flatMap((path) => Object.values(path))) {
  const { $ref = '' } = (operation.requestBody ?? {}) as { readonly $ref?: string };
  const named = requestBodies[$ref.split('/').at(-1) ?? ''];
  if (!named) continue;
  // Only optional keys tell the shapes of a page's body apart: more than one of them fits.
  const requestBody = JSON.parse(JSON.stringify(named).replaceAll('"oneOf"', '"anyOf"')) as object;
  Object.assign(operation, { requestBody });
}

/** What is null in answers, as the words of the description have it, and its types have not. */
const NULLABLE = ['parentId', 'parentType'];
for (const name of ['PageSingle', 'PageBulk']) {
  const { properties = {} } = confluence.components.schemas[name] ?? {};
  for (const key of NULLABLE)
    if (properties[key]) properties[key] = { anyOf: [properties[key], { type: 'null' }] };
}

/** The file has the words for the keys in the place of the keys; its examples have the keys. */
const { DashboardGadgetPosition: position } = described.components.schemas;
if (position) {
  const properties = { row: { type: 'integer' }, column: { type: 'integer' } };
  Object.assign(position, { properties, required: ['row', 'column'] });
}

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

export function operation(method: string, path: string): Operation | undefined {
  const { file, path: there } = placeOf(path);
  return file.paths[there]?.[method.toLowerCase()];
}

/** Every call of Jira's own description. */
export const allCalls = (): readonly { readonly method: string; readonly path: string }[] =>
  Object.entries(described.paths).flatMap(([path, calls]) =>
    Object.keys(calls).map((method) => ({ method: method.toUpperCase(), path })),
  );

/** Calls without the list of alternatives name the scopes they need among their security. */
export function scopesOf(method: string, path: string): (readonly string[])[] {
  const { security = [], ...described } = operation(method, path) ?? { responses: {} };
  const alternatives = described['x-atlassian-oauth2-scopes'];
  if (alternatives) return alternatives.map(({ scopes }) => scopes);
  return security.flatMap(({ OAuth2 = [] }) => (OAuth2.length > 0 ? [OAuth2] : []));
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
ajv.addSchema(described, 'api');
ajv.addSchema(service, 'service');
ajv.addSchema(confluence, 'confluence');
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with an answer; empty when it is as described, or described without a shape. */
export function problems(method: string, path: string, status: number, body: unknown): string[] {
  const answer = operation(method, path)?.responses[String(status)];
  if (!answer) return [`${method} ${path} ${status} is not described`];
  const [type] = Object.keys(answer.content ?? {});
  if (type === undefined) return [];
  return mistakes([path, method.toLowerCase(), 'responses', String(status), 'content', type], body);
}

/** What is wrong with a request: unknown parameters, or a body of another shape than described. */
export function requestProblems(
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const described = operation(method, path);
  if (!described) return [`${method} ${path} is not described`];
  const names = described.parameters?.filter((one) => one.in === 'query').map(({ name }) => name);
  const unknown = [...query.keys()].filter((name) => !names?.includes(name));
  const [type] = Object.keys(described.requestBody?.content ?? {});
  if (type === undefined) return body === undefined ? unknown : [...unknown, 'takes no body'];
  return [
    ...unknown,
    ...mistakes([path, method.toLowerCase(), 'requestBody', 'content', type], body),
  ];
}

/** Held against the schema at this place of the description. Compiled when first asked for: all would take minutes. */
function mistakes(place: readonly string[], value: unknown): string[] {
  const { api, path } = placeOf(place[0] ?? '');
  const pointer = ['paths', path, ...place.slice(1), 'schema']
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const reference = `${api}#/${pointer}`;
  const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference });
  compiled.set(reference, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${place.join(' ')} ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}
