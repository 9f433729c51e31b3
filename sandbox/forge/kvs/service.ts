import { z } from 'zod';
import { KvsError } from './errors';
import { checkBatch } from './limits';
import {
  batchRequest,
  batchSetRequest,
  entityQueryRequest,
  keyRequest,
  type MetadataFields,
  queryRequest,
  setRequest,
  transactionRequest,
} from './requests';
import { type Entry } from './shelf';
import { type Name, type Store, type Traffic } from './store';

/** An answer of the store's REST interface; no body: 204. */
export type KvsAnswer = { readonly status: number; readonly body?: unknown };

type Operation = (store: Store, body: unknown, traffic: Traffic, lagMs: number) => unknown;

const operations: Readonly<Record<string, Operation>> = {
  '/api/v1/get': (store, body, traffic) => read(store, body, traffic),
  '/api/v1/set': (store, body, traffic) => write(store, body, traffic),
  '/api/v1/delete': (store, body, traffic) => store.delete(keyRequest.parse(body), traffic),
  '/api/v1/secret/get': (store, body, traffic) => read(store, body, traffic, true),
  '/api/v1/secret/set': (store, body, traffic) => write(store, body, traffic, true),
  '/api/v1/secret/delete': (store, body, traffic) =>
    store.delete(keyRequest.parse(body), traffic, true),
  '/api/v1/entity/get': (store, body, traffic) => read(store, body, traffic),
  '/api/v1/entity/set': (store, body, traffic) => write(store, body, traffic),
  '/api/v1/entity/delete': (store, body, traffic) => store.delete(keyRequest.parse(body), traffic),
  '/api/v1/query': (store, body, traffic, lagMs) => {
    const query = queryRequest.parse(body);
    return list(store.query(query, traffic, lagMs), query.options?.metadataFields);
  },
  '/api/v1/entity/query': (store, body, traffic, lagMs) => {
    const query = entityQueryRequest.parse(body);
    return list(store.queryEntity(query, traffic, lagMs), query.options?.metadataFields);
  },
  '/api/v1/batch/get': (store, body, traffic) => {
    const items = batchRequest.parse(body);
    checkBatch(items, 'get');
    return each(items, (item) => ({
      ...naming(item),
      ...shown(store.get(item, traffic), ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']),
    }));
  },
  '/api/v1/batch/set': (store, body, traffic) => {
    const items = batchSetRequest.parse(body);
    checkBatch(items, 'set');
    return each(items, (item) => {
      store.set(item, traffic);
      return naming(item);
    });
  },
  '/api/v1/batch/delete': (store, body, traffic) => {
    const items = batchRequest.parse(body);
    checkBatch(items, 'delete');
    return each(items, (item) => {
      store.delete(item, traffic);
      return naming(item);
    });
  },
  '/api/v1/transaction': (store, body, traffic) =>
    store.transact(transactionRequest.parse(body), traffic),
};

/** Does one request of `@forge/kvs`. Never throws for what the caller did wrong. */
export function answerKvs(
  store: Store,
  path: string,
  body: unknown,
  traffic: Traffic,
  lagMs: number,
): KvsAnswer {
  const operation = operations[path];
  if (!operation) {
    return refusal(501, 'NOT_EMULATED', `The sandbox does not emulate ${path} of the store.`);
  }
  try {
    const answer = operation(store, body, traffic, lagMs);
    return answer === undefined ? { status: 204 } : { status: 200, body: answer };
  } catch (error) {
    if (error instanceof KvsError) return refusal(error.status, error.code, error.message);
    if (error instanceof z.ZodError) {
      return refusal(400, 'INVALID_REQUEST', z.prettifyError(error));
    }
    throw error;
  }
}

function refusal(status: number, code: string, message: string): KvsAnswer {
  return { status, body: { code, message } };
}

function read(store: Store, body: unknown, traffic: Traffic, secret = false): unknown {
  const request = keyRequest.parse(body);
  return shown(store.get(request, traffic, secret), request.options?.metadataFields);
}

function write(store: Store, body: unknown, traffic: Traffic, secret = false): unknown {
  const request = setRequest.parse(body);
  const { before, after } = store.set(request, traffic, secret);
  const { returnValue, returnMetadataFields } = request.options ?? {};
  const entry = returnValue === 'PREVIOUS' ? before : returnValue === 'LATEST' ? after : undefined;
  return entry && shown(entry, returnMetadataFields);
}

function list(
  { page, cursor }: { page: readonly Entry[]; cursor?: string },
  fields: MetadataFields,
): unknown {
  return {
    data: page.map((entry) => shown(entry, fields)),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function shown(entry: Entry, fields: MetadataFields): object {
  const { key, value, createdAt, updatedAt, expireAt } = entry;
  return {
    key,
    value,
    ...(fields?.includes('CREATED_AT') ? { createdAt } : {}),
    ...(fields?.includes('UPDATED_AT') ? { updatedAt } : {}),
    ...(fields?.includes('EXPIRE_TIME') && expireAt !== undefined
      ? { expireTime: new Date(expireAt).toISOString() }
      : {}),
  };
}

function each<T extends Name>(items: readonly T[], act: (item: T) => object): unknown {
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      successfulKeys.push(act(item));
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      failedKeys.push({
        ...naming(item),
        error: { code: error.code, message: error.message },
      });
    }
  }
  return { successfulKeys, failedKeys };
}

function naming({ key, entityName }: Name): object {
  return { key, ...(entityName === undefined ? {} : { entityName }) };
}
