import { z } from 'zod';

/** The bodies that `@forge/kvs` sends. */
const ttl = z.object({
  value: z.number(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();
const setOptions = z
  .object({
    ttl: ttl.optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: metadataFields,
  })
  .optional();
const readOptions = z.object({ metadataFields }).optional();

const condition = z.object({
  condition: z.enum([
    'BETWEEN',
    'BEGINS_WITH',
    'EXISTS',
    'NOT_EXISTS',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
    'CONTAINS',
    'NOT_CONTAINS',
    'EQUAL_TO',
    'NOT_EQUAL_TO',
  ]),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
});
const propertyCondition = condition.extend({ property: z.string() });
const filters = z
  .object({
    and: z.array(propertyCondition).optional(),
    or: z.array(propertyCondition).optional(),
  })
  .optional();

const item = z.object({ key: z.string(), entityName: z.string().optional() });
const setItem = item.extend({ value: z.unknown(), options: setOptions });

export const keyRequest = item.extend({ options: readOptions });
export const setRequest = setItem;
export const queryRequest = z.object({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z.array(propertyCondition).max(1).optional(),
  options: readOptions,
});
export const entityQueryRequest = z.object({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  range: condition.optional(),
  filters,
  sort: z.enum(['ASC', 'DESC']).optional(),
  limit: z.number().optional(),
  cursor: z.string().optional(),
  options: readOptions,
});
export const batchSetRequest = z.array(setItem);
export const batchRequest = z.array(item);
export const transactionRequest = z.object({
  set: z.array(setItem.extend({ conditions: filters })).default([]),
  delete: z.array(item.extend({ conditions: filters })).default([]),
  check: z.array(item.extend({ conditions: filters })).default([]),
});

export type SetItem = z.infer<typeof setItem>;
export type MetadataFields = z.infer<typeof metadataFields>;
export type Condition = z.infer<typeof condition>;
export type Filters = z.infer<typeof filters>;
export type EntityQuery = z.infer<typeof entityQueryRequest>;
export type PlainQuery = z.infer<typeof queryRequest>;
export type Transaction = z.infer<typeof transactionRequest>;
