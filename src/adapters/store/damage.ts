import { jsonLog } from '../forge/json-log';

const log = jsonLog();

/** Says in the app's log that stored values cannot be read: how many, and under which key the first lies. */
export function sayDamaged(shape: string, keys: readonly string[]): void {
  log.warn('stored data damaged', { shape, damaged: keys.length, key: keys[0] ?? '' });
}
