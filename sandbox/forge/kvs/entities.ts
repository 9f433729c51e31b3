import { z } from 'zod';
import { type EntitySchema } from '../manifest';
import { attribute, compare, holds, matches } from './conditions';
import { KvsError } from './errors';
import { pageSize } from './limits';
import { type EntityQuery } from './requests';
import { firstWhere } from './search';
import { type Entry, type Shelf } from './shelf';

type AttributeType = EntitySchema['attributes'][string]['type'];

const fits: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' && value.trim() !== '',
  // 32 bits: a moment in milliseconds does not fit, and is a float or a text.
  integer: (value) => Number.isInteger(value) && Number(value) === (Number(value) | 0),
  float: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  any: (value) => value !== null,
};

/** @throws {KvsError} when the manifest declares no such entity. */
export function schemaOf(schemas: readonly EntitySchema[], name: string): EntitySchema {
  const found = schemas.find((schema) => schema.name === name);
  if (!found) throw new KvsError(404, 'SCHEMA_NOT_FOUND', 'The schema provided does not exist');
  return found;
}

/**
 * Checks a value against its entity.
 *
 * @returns attributes that the manifest does not declare; the platform's answer to them is not documented.
 * @throws {KvsError} when it is no object or an attribute has another type than declared.
 */
export function checkEntity(schema: EntitySchema, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KvsError(400, 'INVALID_ENTITY_VALUE', 'The value of an entity must be an object.');
  }
  for (const [name, { type }] of Object.entries(schema.attributes)) {
    const held = attribute(value, name);
    if (held !== undefined && !fits[type](held)) {
      throw new KvsError(
        400,
        'INCORRECT_PROPERTY_TYPE',
        `Data type for property "${name}" is defined as "${type}"`,
      );
    }
  }
  return Object.keys(value).filter((name) => !(name in schema.attributes));
}

const cursorShape = z.tuple([z.union([z.string(), z.number(), z.boolean()]), z.string()]);

type Index = { readonly partition: readonly string[]; readonly rangeOf: (entry: Entry) => unknown };

/** One page of an entity query. Filters are applied to the page, as the platform does: it may come back short. */
export function queryEntities(
  schema: EntitySchema,
  shelf: Shelf,
  query: EntityQuery,
  lagMs: number,
): { readonly page: readonly Entry[]; readonly cursor?: string } {
  const limit = pageSize(query.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
  const index = indexOf(schema, query.indexName);
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) {
    throw new KvsError(
      400,
      'INVALID_PARTITION',
      `Index "${query.indexName}" takes ${index.partition.length} partition value(s).`,
    );
  }
  const { range, sort } = query;
  const name = JSON.stringify([query.indexName, partition, range, sort]);
  const descending = sort === 'DESC';
  const sorted = shelf.query(lagMs, name, (entries) => {
    const found = entries
      .filter((entry) => inPartition(entry, index, partition))
      .filter((entry) => !range || holds(range, index.rangeOf(entry)))
      .toSorted((a, b) => compareEntries(index, a, b));
    return descending ? found.toReversed() : found;
  });
  const start = startOf(sorted, index, descending, query.cursor);
  const slice = sorted.slice(start, start + limit);
  const last = start + limit < sorted.length ? slice.at(-1) : undefined;
  return {
    page: slice.filter((entry) => shelf.isAlive(entry) && matches(query.filters, entry.value)),
    ...(last ? { cursor: encode(index.rangeOf(last), last.key) } : {}),
  };
}

/** A cursor is the place of the last entry shown: what is deleted or added meanwhile does not shift the pages. */
function startOf(
  sorted: readonly Entry[],
  index: Index,
  descending: boolean,
  cursor: string | undefined,
): number {
  if (cursor === undefined) return 0;
  const [range, key] = decode(cursor);
  return firstWhere(sorted, (entry) => {
    const order = compare(index.rangeOf(entry) as string | number, range);
    const beyond = order === 0 ? compare(entry.key, key) : order;
    return descending ? beyond < 0 : beyond > 0;
  });
}

function indexOf(schema: EntitySchema, name: string): Index {
  if (name === 'by-key') return { partition: [], rangeOf: ({ key }) => key };
  for (const index of schema.indexes) {
    const {
      partition = [],
      range = [],
      ...named
    } = typeof index === 'string' ? { name: index, range: [index] } : index;
    const [ranged] = range;
    if (named.name === name) {
      return {
        partition,
        rangeOf: ({ key, value }) => (ranged === undefined ? key : attribute(value, ranged)),
      };
    }
  }
  throw new KvsError(
    400,
    'INVALID_ENTITY_INDEX',
    `Entity "${schema.name}" declares no index "${name}".`,
  );
}

function inPartition(entry: Entry, index: Index, partition: readonly unknown[]): boolean {
  return (
    index.rangeOf(entry) !== undefined &&
    index.partition.every((name, at) => attribute(entry.value, name) === partition[at])
  );
}

function compareEntries(index: Index, a: Entry, b: Entry): number {
  const [left, right] = [index.rangeOf(a), index.rangeOf(b)];
  const order = compare(left as string | number, right as string | number);
  return order === 0 ? compare(a.key, b.key) : order;
}

function encode(range: unknown, key: string): string {
  return Buffer.from(JSON.stringify([range, key])).toString('base64url');
}

function decode(cursor: string): readonly [string | number | boolean, string] {
  const read = cursorShape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  if (!read.success)
    throw new KvsError(400, 'INVALID_CURSOR', 'The cursor is not one of this query.');
  return read.data;
}
