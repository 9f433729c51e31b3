import { kvs } from '@forge/kvs';
import { type Rebuild } from '../domain/metrics/rebuild';
import { type Rebuilds } from '../ports/rebuilds';
import { answered } from './kvs-words';

const KEY = 'figures-rebuild';

/** One value: ids, numbers and moments. */
export function kvsRebuilds(): Rebuilds {
  return {
    get: () => answered(() => kvs.get<Rebuild>(KEY)),
    save: (rebuild) => answered(() => kvs.set(KEY, rebuild)),
  };
}
