import { type Rebuilds } from '../ports/rebuilds';
import { RebuildShape } from './store/shapes/runs';
import { singleValues } from './store/single-value';

const KEY = 'figures-rebuild';

/** One value: ids, numbers and moments. A damaged one is forgotten, and the next run begins from the start. */
export function kvsRebuilds(): Rebuilds {
  const rebuilds = singleValues(RebuildShape);
  return {
    get: () => rebuilds.findOrForget(KEY),
    save: (rebuild) => rebuilds.save(KEY, rebuild),
  };
}
