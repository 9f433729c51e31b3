import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** One entry below `modules:` of the manifest. */
export type Module = {
  readonly key: string;
  /** For example `jira:issueContext` or `trigger`. */
  readonly type: string;
  /** Everything the manifest says about it; each part of the host reads what it knows. */
  readonly config: Readonly<Record<string, unknown>>;
};

const entityShape = z.object({
  name: z.string(),
  attributes: z.record(
    z.string(),
    z.object({ type: z.enum(['string', 'integer', 'float', 'boolean', 'any']) }),
  ),
  indexes: z
    .array(
      z.union([
        z.string(),
        z.object({
          name: z.string(),
          partition: z.array(z.string()).optional(),
          range: z.array(z.string()).optional(),
        }),
      ]),
    )
    .default([]),
});

/** An entity of the key-value store, as `app.storage.entities` declares it. */
export type EntitySchema = z.infer<typeof entityShape>;

const address = z.union([
  z.string(),
  z.looseObject({ address: z.string() }),
  z.looseObject({ remote: z.string() }),
]);
const addresses = z.array(address).optional();

const manifestShape = z.looseObject({
  app: z.looseObject({
    licensing: z.looseObject({ enabled: z.boolean().default(false) }).prefault({}),
    id: z.string(),
    name: z.string().optional(),
    runtime: z.looseObject({ memoryMB: z.number().default(512) }).prefault({}),
    storage: z.looseObject({ entities: z.array(entityShape).default([]) }).prefault({}),
  }),
  environment: z
    .looseObject({
      variables: z
        .array(z.union([z.string(), z.object({ key: z.string(), default: z.string().optional() })]))
        .default([]),
    })
    .prefault({}),
  translations: z
    .looseObject({
      resources: z.array(z.object({ key: z.string(), path: z.string() })),
      fallback: z.looseObject({ default: z.string() }),
    })
    .optional(),
  permissions: z
    .looseObject({
      scopes: z
        .union([
          z.array(z.string()),
          z.record(z.string(), z.looseObject({ allowImpersonation: z.boolean().optional() })),
        ])
        .default([]),
      content: z
        .object({
          styles: z.array(z.literal('unsafe-inline')).optional(),
          scripts: z.array(z.string()).optional(),
        })
        .optional(),
      external: z
        .looseObject({
          fetch: z.looseObject({ backend: addresses, client: addresses }).optional(),
          images: addresses,
          media: addresses,
          scripts: addresses,
          styles: addresses,
          fonts: addresses,
          frames: addresses,
        })
        .prefault({}),
    })
    .prefault({}),
  remotes: z
    .array(
      z.looseObject({
        key: z.string(),
        baseUrl: z.union([z.string(), z.record(z.string(), z.string())]),
      }),
    )
    .default([]),
  resources: z
    .array(
      z.looseObject({
        key: z.string(),
        path: z.string(),
        entry: z.record(z.string(), z.string()).optional(),
      }),
    )
    .default([]),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))).default({}),
});

type Raw = z.infer<typeof manifestShape>;

/** What the host needs to know of an app, all of it from `manifest.yml`. */
export type Manifest = {
  /** The app's id without `ari:cloud:ecosystem::app/`. */
  readonly appId: string;
  readonly name: string | undefined;
  readonly memoryMB: number;
  /** The app is sold: the platform tells it whether the site has paid. */
  readonly licensed: boolean;
  /** Scope → may it be used to act for a person who is not there. */
  readonly scopes: ReadonlyMap<string, { readonly allowImpersonation: boolean }>;
  readonly content: Raw['permissions']['content'];
  readonly external: {
    readonly fetch: { readonly backend: readonly string[]; readonly client: readonly string[] };
  } & Readonly<Record<ExternalKind, readonly string[]>>;
  readonly entities: readonly EntitySchema[];
  readonly translations: Raw['translations'];
  /** Environment variables with their defaults. */
  readonly variables: Readonly<Record<string, string>>;
  readonly resources: Raw['resources'];
  readonly modules: readonly Module[];
};

type ExternalKind = 'images' | 'media' | 'scripts' | 'styles' | 'fonts' | 'frames';

/** Reads `manifest.yml` of an app's folder. @throws when it is missing or has not the shape of a manifest. */
export function readManifest(appDir: string): Manifest {
  const file = join(appDir, 'manifest.yml');
  const read = manifestShape.safeParse(parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return toManifest(read.data);
}

/** The modules of one type, in the manifest's order. */
export function modulesOf(manifest: Manifest, type: string): readonly Module[] {
  return manifest.modules.filter((module) => module.type === type);
}

function toManifest(raw: Raw): Manifest {
  const { app, permissions } = raw;
  return {
    appId: app.id.split('/').at(-1) ?? app.id,
    name: app.name,
    memoryMB: app.runtime.memoryMB,
    licensed: app.licensing.enabled,
    scopes: toScopes(permissions.scopes),
    content: permissions.content,
    external: toExternal(raw),
    entities: app.storage.entities,
    translations: raw.translations,
    variables: Object.fromEntries(
      raw.environment.variables.flatMap((variable) =>
        typeof variable === 'object' && variable.default !== undefined
          ? [[variable.key, variable.default]]
          : [],
      ),
    ),
    resources: raw.resources,
    modules: Object.entries(raw.modules).flatMap(([type, modules]) =>
      modules.map((config) => ({ key: config.key, type, config })),
    ),
  };
}

function toScopes(scopes: Raw['permissions']['scopes']): Manifest['scopes'] {
  const entries = Array.isArray(scopes)
    ? scopes.map((scope) => [scope, { allowImpersonation: false }] as const)
    : Object.entries(scopes).map(
        ([scope, { allowImpersonation = false }]) => [scope, { allowImpersonation }] as const,
      );
  return new Map(entries);
}

function toExternal({ permissions: { external }, remotes }: Raw): Manifest['external'] {
  const plain = (list: z.infer<typeof addresses>): readonly string[] =>
    (list ?? []).flatMap((one) => {
      if (typeof one === 'string') return [one];
      if ('address' in one) return [String(one.address)];
      const base = remotes.find(({ key }) => key === one.remote)?.baseUrl ?? [];
      return typeof base === 'string' ? [base] : Object.values(base);
    });
  const { backend, client } = external.fetch ?? {};
  return {
    fetch: { backend: plain(backend), client: plain(client) },
    images: plain(external.images),
    media: plain(external.media),
    scripts: plain(external.scripts),
    styles: plain(external.styles),
    fonts: plain(external.fonts),
    frames: plain(external.frames),
  };
}
