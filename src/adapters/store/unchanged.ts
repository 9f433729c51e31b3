import { Filter, FilterConditions } from '@forge/kvs';
import { versionOf } from './shape';

/**
 * A condition on an entity's row: its counter says what it said when the row was read, and the row has the shape it
 * had. The second half keeps a row that a newer version of the app has written over, without counting on.
 *
 * @param counted what the counter said; undefined: there was none
 */
export function unchanged<Row extends { readonly v: number }>(
  stored: unknown,
  counter: keyof Row,
  counted: number | undefined,
) {
  const is = (value: number | undefined) =>
    value === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(value);
  const version = versionOf(stored);
  return new Filter<Row>()
    .and(counter, is(counted))
    .and('v', is(version === 0 ? undefined : version));
}
