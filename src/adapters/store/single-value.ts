import { kvs, type SetOptions } from '@forge/kvs';
import { readStore, writeStore } from './answers';
import { type Shape } from './shape';

/**
 * Values of a shape, each under a plain key of its own. Saving reads first: what a newer version of the app has written
 * stays. Every call throws {IncidentError} `newer-data`, `unavailable`.
 */
export function singleValues<Value extends object>(shape: Shape<Value>) {
  const stored = (key: string) => readStore(() => kvs.get<unknown>(key));
  return {
    /** @throws {IncidentError} `damaged-data` */
    find: async (key: string) => shape.find(key, await stored(key)),
    findOrForget: async (key: string) => shape.findOrForget(key, await stored(key)),
    async save(key: string, value: Value, options?: SetOptions): Promise<void> {
      shape.refuseNewer(key, await stored(key));
      await writeStore(() => kvs.set(key, shape.stored(value), options));
    },
  };
}
