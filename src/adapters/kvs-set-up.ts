import { kvs } from '@forge/kvs';
import { type SetUpRecord, type SetUpStore } from '../ports/set-up-store';

const KEY = 'set-up';

/** One value: ids and states only, no names of people. */
export function kvsSetUp(): SetUpStore {
  return {
    get: () => kvs.get<SetUpRecord>(KEY),
    async save(record) {
      await kvs.set(KEY, record);
    },
  };
}
