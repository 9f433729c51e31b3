import { type SetUpStore } from '../../ports/set-up/set-up-store';
import { SetUpShape } from './shapes/site';
import { singleValues } from './single-value';

const KEY = 'set-up';

/** One value: ids and states only, no names of people. A damaged one is forgotten: every step finds again what it needs. */
export function kvsSetUp(): SetUpStore {
  const records = singleValues(SetUpShape);
  return {
    get: () => records.findOrForget(KEY),
    save: (record) => records.save(KEY, record),
  };
}
