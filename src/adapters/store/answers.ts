import { ForgeKvsAPIError } from '@forge/kvs';
import { IncidentError } from '../../domain/errors';

/** Asks the store; what it refuses comes as `unavailable`. */
export async function answered<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw inOurWords(error);
  }
}

/** An error of the store in our words; any other as it is. */
export function inOurWords(cause: unknown): unknown {
  return cause instanceof ForgeKvsAPIError
    ? new IncidentError('unavailable', `The store answered ${cause.code}`, { cause })
    : cause;
}
