import { KvsError } from './errors';

/** The platform's limits for keys and values. */
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const KEY_LENGTH = 500;
const VALUE_BYTES = 240 * 1024;
const VALUE_DEPTH = 31;
const REQUEST_BYTES = 4 * 1024 * 1024;
const BATCH_ITEMS = 25;
const TRANSACTION_OPERATIONS = 25;
const YEAR_MS = 366 * 24 * 3600 * 1000;

/** @throws {KvsError} for a key the platform refuses. Note that `/` is no character of a key. */
export function checkKey(key: string): void {
  if (key === '') throw new KvsError(400, 'EMPTY_KEY', 'Key cannot be empty.');
  if (key.length > KEY_LENGTH) {
    throw new KvsError(400, 'KEY_TOO_LONG', `Key exceeds the maximum of ${KEY_LENGTH} characters.`);
  }
  if (!KEY.test(key)) {
    throw new KvsError(400, 'INVALID_KEY', `Key "${key}" does not match ${String(KEY)}.`);
  }
}

/** @returns the size in bytes. @throws {KvsError} for a value that is too large or too deep. */
export function checkValue(value: unknown): number {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > VALUE_BYTES) {
    throw new KvsError(400, 'MAX_SIZE', `Value exceeds the maximum size of ${VALUE_BYTES} bytes.`);
  }
  if (depth(value) > VALUE_DEPTH) {
    throw new KvsError(400, 'MAX_DEPTH', `Value exceeds the maximum depth of ${VALUE_DEPTH}.`);
  }
  return bytes;
}

/** @throws {KvsError} when a batch has too many items or is too large. */
export function checkBatch(items: readonly unknown[], verb: 'set' | 'get' | 'delete'): void {
  if (items.length > BATCH_ITEMS) {
    throw new KvsError(
      400,
      'TOO_MANY_BATCH_ENTITIES',
      `Number of entities to ${verb} was ${items.length}, but you can only ${verb} a maximum of ${BATCH_ITEMS} entities at a time.`,
    );
  }
  checkRequest(items);
}

/** @throws {KvsError} when a transaction has too many operations, is too large or names a key twice. */
export function checkTransaction(
  operations: readonly { readonly key: string; readonly entityName?: string | undefined }[],
): void {
  if (operations.length > TRANSACTION_OPERATIONS) {
    throw new KvsError(
      422,
      'UNPROCESSABLE_ENTITY',
      'Request cannot be processed due to one or more semantic errors',
    );
  }
  const names = operations.map(({ key, entityName = '' }) => `${entityName}\n${key}`);
  if (new Set(names).size < names.length) {
    throw new KvsError(400, 'KEY_DUPLICATION_ERROR', 'Duplicate key found in request');
  }
  checkRequest(operations);
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

/** A time to live, relative to the write. */
export type Ttl = { readonly value: number; readonly unit: keyof typeof UNIT_MS };

/** @returns milliseconds. @throws {KvsError} for a time to live that is not positive or over a year. */
export function ttlMs({ value, unit }: Ttl): number {
  if (!Number.isInteger(value) || value <= 0) {
    throw new KvsError(
      400,
      'INVALID_TTL',
      `TTL value must be a positive integer, received: ${value}`,
    );
  }
  const ms = value * UNIT_MS[unit];
  if (ms > YEAR_MS) throw new KvsError(400, 'INVALID_TTL', 'TTL must not exceed one year.');
  return ms;
}

/** @returns the page's size, ten by default. @throws {KvsError} outside 1 to 100. */
export function pageSize(limit: number | undefined, code: string): number {
  if (limit === undefined) return 10;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new KvsError(400, code, 'The page limit must be set between 1 and 100.');
  }
  return limit;
}

function checkRequest(items: readonly unknown[]): void {
  if (Buffer.byteLength(JSON.stringify(items)) > REQUEST_BYTES) {
    throw new KvsError(413, 'MAX_SIZE', 'Request exceeds the maximum payload of 4 MB.');
  }
}

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce((most: number, one) => Math.max(most, depth(one)), 0);
}
