import { ForgeKvsAPIError } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { askInTime } from '../in-time';

/*
 * Every question to Forge's key-value store goes through here: it gets a deadline, and a refusal says whether asking
 * again may help. `unavailable`: crowding, too many requests, an outage. `not-kept`: the store will never take this (too
 * large, too deep, a key twice in one transaction), whoever asks again gets the same answer.
 * https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs
 */

/** Reads from the store. @throws {IncidentError} `unavailable`; without an answer in time it may be asked again. */
export function readStore<Value>(read: () => Promise<Value>): Promise<Value> {
  return askStore('retry', read);
}

/** Writes into the store. @throws {IncidentError} `unavailable`; without an answer in time it may be written; `not-kept` */
export function writeStore<Value>(write: () => Promise<Value>): Promise<Value> {
  return askStore('uncertain', write);
}

/**
 * Writes on a condition: that the key is not there, or that a row is as it was.
 *
 * @returns false when somebody was faster
 * @throws {IncidentError} as {@link writeStore}
 */
export async function writeStoreIf(write: () => Promise<unknown>): Promise<boolean> {
  return writeStore(async () => {
    try {
      await write();
      return true;
    } catch (error) {
      if (error instanceof ForgeKvsAPIError && OVERTAKEN.includes(error.code)) return false;
      throw error;
    }
  });
}

const OVERTAKEN: readonly string[] = ['KEY_CONFLICT', 'CONDITIONAL_CHECK_FAILED'];

async function askStore<Value>(
  ifLate: 'retry' | 'uncertain',
  ask: () => Promise<Value>,
): Promise<Value> {
  try {
    return await askInTime('The store', ifLate, ask);
  } catch (cause) {
    if (!(cause instanceof ForgeKvsAPIError)) throw cause;
    const { status } = cause.responseDetails;
    const said = `The store answered ${status} ${cause.code}`;
    if (isForGood(status)) throw new IncidentError('not-kept', said, { failure: 'refused', cause });
    const failure = status >= SERVER_FAULT ? ifLate : 'retry';
    throw new IncidentError('unavailable', said, { failure, cause });
  }
}

const SERVER_FAULT = 500;
/** Timeout, conflict with somebody who writes the same, too early, too many requests: these pass. */
const PASSING: readonly number[] = [408, 409, 425, 429];

/** What is wrong with the question itself stays wrong. */
function isForGood(status: number): boolean {
  return status >= 400 && status < SERVER_FAULT && !PASSING.includes(status);
}

/** A batch that the store took only in part is asked for again as a whole. @throws {IncidentError} `unavailable` */
export function wholly({ failedKeys }: { readonly failedKeys: readonly unknown[] }): void {
  if (failedKeys.length === 0) return;
  throw new IncidentError('unavailable', `The store left out ${failedKeys.length} of a batch`);
}
