import { type FollowingField } from '../../ports/settings/field-options';
import { type OptionMaps } from '../../ports/settings/option-maps';
import { OptionMapShape } from './shapes/site';
import { singleValues } from './single-value';

const keyOf = (field: FollowingField) => `option-map:${field}`;

/** One record per field, so that bringing one in line does not touch another. A damaged one is found again by names. */
export function kvsOptionMaps(): OptionMaps {
  const maps = singleValues(OptionMapShape);
  return {
    find: (field) => maps.findOrForget(keyOf(field)),
    set: (field, map) => maps.save(keyOf(field), map),
  };
}
