import { kvs } from '@forge/kvs';
import { type FollowingField } from '../ports/field-options';
import { type OptionMap, type OptionMaps } from '../ports/option-maps';

const keyOf = (field: FollowingField) => `option-map:${field}`;

/** One record per field, so that bringing one in line does not touch another. */
export function kvsOptionMaps(): OptionMaps {
  return {
    find: (field) => kvs.get<OptionMap>(keyOf(field)),
    set: (field, map) => kvs.set(keyOf(field), map),
  };
}
