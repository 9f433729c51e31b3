import { type Rebuilds } from '../../ports/figures/rebuilds';
import { RebuildShape } from './shapes/runs';
import { singleValues } from './single-value';

const KEY = 'figures-rebuild';

/** One value: ids, numbers and moments. A damaged one is forgotten, and the next run begins from the start. */
export function kvsRebuilds(): Rebuilds {
  const rebuilds = singleValues(RebuildShape);
  return {
    get: () => rebuilds.findOrForget(KEY),
    save: (rebuild) => rebuilds.save(KEY, rebuild),
  };
}
