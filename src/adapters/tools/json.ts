import { holdableIn } from '../../domain/texts';
import { type Instant, instantAt, readInstant } from '../../domain/time';

/** An object of JSON. */
export type Obj = Readonly<Record<string, unknown>>;

/** What a text says as JSON, without letters that no product keeps; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return holdableIn(JSON.parse(text));
  } catch {
    return undefined; // no JSON, or one that is nested without end: its words are kept as they are
  }
}

export function objectIn(value: unknown): Obj | undefined {
  return isObject(value) ? value : undefined;
}

export function isObject(value: unknown): value is Obj {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text or a number as text; undefined where there is none, or an empty one. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** The first of these that says something. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.map(textIn).find((text) => text !== undefined);
}

/** A moment as tools write it: ISO 8601 with an offset, or seconds or milliseconds since 1970. */
export function momentIn(value: unknown): Instant | undefined {
  if (typeof value === 'number') {
    if (value >= 1e12 && value < 1e13) return instantAt(Math.floor(value));
    return value >= 1e9 && value < 1e10 ? instantAt(Math.floor(value * 1000)) : undefined;
  }
  const read = typeof value === 'string' ? readInstant(value.trim()) : undefined;
  // The year 1 is how some tools write "not yet".
  return typeof read === 'number' && read > 0 ? read : undefined;
}

/** A line for each thing that is said: `region: eu-1`. */
export function linesOf(said: Obj): readonly string[] {
  return Object.entries(said).flatMap(([name, value]) => {
    const isNothing = value === null || value === '' || value === undefined;
    return isNothing || isEmpty(value) ? [] : [`${name}: ${shown(value)}`];
  });
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Texts and numbers of an object by their names. */
export function labelsIn(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(objectIn(value) ?? {}).flatMap(([name, one]) => {
      const text = textIn(one);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** Everything but these. */
export function without(value: Obj, names: readonly string[]): Obj {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
