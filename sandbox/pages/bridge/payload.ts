/** Reads what an app sent: it is somebody else's code, so nothing about the shape is believed. */

export type Dict = Readonly<Record<string, unknown>>;

export function dict(value: unknown): Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Dict)
    : {};
}

/** @throws Error naming the key when it is not there. */
export function requiredText(data: unknown, key: string): string {
  const value = dict(data)[key];
  if (typeof value !== 'string' || value === '') throw new Error(`"${key}" must be a text.`);
  return value;
}

export function text(data: unknown, key: string): string | undefined {
  const value = dict(data)[key];
  return typeof value === 'string' ? value : undefined;
}

/** @throws Error naming the key when it is not a function. */
export function callback(data: unknown, key: string): (...args: unknown[]) => unknown {
  const value = dict(data)[key];
  if (typeof value !== 'function') throw new Error(`"${key}" must be a function.`);
  return value as (...args: unknown[]) => unknown;
}
