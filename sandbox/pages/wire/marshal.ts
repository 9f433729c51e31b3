/**
 * Functions cannot cross `postMessage`. A function is kept where it lives, under an id; what crosses is a reference,
 * and at the other side a function that calls home stands in its place.
 */

export type AnyFunction = (...args: unknown[]) => unknown;

const MARK = '__forgeFunction';

/** Built-in objects that the browser can copy by itself. */
const COPYABLE = new Set(['Date', 'Blob', 'File', 'ArrayBuffer', 'RegExp', 'Map', 'Set']);

/**
 * A copy of `value` fit for `postMessage`: each function replaced by a reference. Objects that no browser copies
 * (a click event handed on by accident, a DOM node) become undefined, as nobody can use them over there.
 *
 * @param keep remembers a function and gives its id.
 * @throws TypeError for a value that contains itself.
 */
export function marshal(value: unknown, keep: (fn: AnyFunction) => string): unknown {
  return copy(value, keep, []);
}

function copy(value: unknown, keep: (fn: AnyFunction) => string, above: object[]): unknown {
  if (typeof value === 'function') return { [MARK]: keep(value as AnyFunction) };
  if (typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) throw new TypeError('A value that contains itself cannot be sent.');
  const path = [...above, value];
  if (Array.isArray(value)) return value.map((one) => copy(one, keep, path));
  if (ArrayBuffer.isView(value) || COPYABLE.has(nameOf(value))) return value;
  if (!isPlain(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, copy(one, keep, path)]),
  );
}

/** The opposite of `marshal`: each reference becomes a function that calls `apply` with the id. */
export function unmarshal(
  value: unknown,
  apply: (id: string, args: unknown[]) => Promise<unknown>,
): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => unmarshal(one, apply));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const id = (value as Record<string, unknown>)[MARK];
  if (typeof id === 'string') return (...args: unknown[]) => apply(id, args);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, unmarshal(one, apply)]),
  );
}

function nameOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Literals, JSON, and what came through `postMessage`: also from another realm, whose Object is not ours. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
