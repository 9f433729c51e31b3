import { ForgeKvsAPIError } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';
import { askInTime } from '../in-time';

/*
 * Every question to Forge's key-value store goes through here: it gets a deadline, and what the store refuses comes as
 * `unavailable`.
 */

/** Reads from the store. @throws {IncidentError} `unavailable`; without an answer in time it may be asked again. */
export function readStore<Value>(read: () => Promise<Value>): Promise<Value> {
  return askStore('retry', read);
}

/** Writes into the store. @throws {IncidentError} `unavailable`; without an answer in time it may be written. */
export function writeStore<Value>(write: () => Promise<Value>): Promise<Value> {
  return askStore('uncertain', write);
}

/**
 * Writes on a condition: that the key is not there, or that a row is as it was.
 *
 * @returns false when somebody was faster
 * @throws {IncidentError} `unavailable`, as {@link writeStore}
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
    throw new IncidentError('unavailable', `The store answered ${cause.code}`, { cause });
  }
}
