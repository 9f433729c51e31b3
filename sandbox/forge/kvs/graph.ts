import { z } from 'zod';

/** A question to the store as `@forge/kvs` puts it, and how its answer is told to who asked in GraphQL. */
export type Translated = {
  readonly path: string;
  readonly body: unknown;
  /** @param found the answer's body; undefined for an empty one and where there is nothing */
  readonly data: (found: unknown) => unknown;
};

const asked = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
const named = z.object({ key: z.string(), entityName: z.string().optional() });
const written = named.extend({ value: z.unknown(), encrypted: z.boolean().optional() });
const listed = z.object({
  where: z
    .array(
      z.object({ field: z.literal('key'), condition: z.literal('STARTS_WITH'), value: z.string() }),
    )
    .nullish(),
  cursor: z.string().nullish(),
  limit: z.number().nullish(),
});
const page = z.object({
  data: z.array(z.object({ key: z.string(), value: z.unknown() })),
  cursor: z.string().optional(),
});

/**
 * What `@forge/storage`, and `@forge/api` up to 7, ask of the store. Undefined for queries over custom entities, which
 * are not emulated in this form.
 */
export function translated(request: unknown): Translated | undefined {
  const { query, variables } = asked.parse(request);
  const [operation = ''] = /(set|delete)?[aA]ppStored(Custom)?Entit(y|ies)(?=\()/.exec(query) ?? [];
  if (operation === 'appStoredEntities') return list(variables);
  const sent = written.partial({ value: true }).safeParse(variables['input'] ?? variables);
  if (!sent.success || !operation.endsWith('Entity')) return undefined;
  const { key, entityName, value, encrypted } = sent.data;
  const place = entityName === undefined ? (encrypted ? 'secret/' : '') : 'entity/';
  const item = { key, ...(entityName === undefined ? {} : { entityName }) };
  if (operation.startsWith('app'))
    return {
      path: `/api/v1/${place}get`,
      body: item,
      data: (found) => ({ [operation]: one(found) }),
    };
  const isSet = operation.startsWith('set');
  const namespace = entityName === undefined ? 'appStorage' : 'appStorageCustomEntity';
  return {
    path: `/api/v1/${place}${isSet ? 'set' : 'delete'}`,
    body: isSet ? { ...item, value } : item,
    data: () => ({ [namespace]: { [operation]: { success: true, errors: null } } }),
  };
}

const one = (found: unknown): unknown => found ?? { value: null };

function list(variables: unknown): Translated | undefined {
  const read = listed.safeParse(variables);
  if (!read.success) return undefined;
  const { where, cursor, limit } = read.data;
  return {
    path: '/api/v1/query',
    body: {
      ...(limit ? { limit } : {}),
      ...(cursor ? { after: cursor } : {}),
      ...(where ? { where: where.map(begins) } : {}),
    },
    data: (found) => {
      const { data, cursor: next } = page.parse(found);
      // Only the cursor of the last one is ever looked at.
      return { appStoredEntities: { edges: data.map((node) => ({ node, cursor: next })) } };
    },
  };
}

const begins = ({ value }: { readonly value: string }): unknown => ({
  property: 'key',
  condition: 'BEGINS_WITH',
  values: [value],
});
