import { type z } from 'zod';
import { IncidentError } from '../../domain/errors';
import { sayDamaged } from './damage';

/** What lies under a key: whole; written by a newer version of the app; or nothing that this one can read. */
export type Reading<Value> =
  | { readonly is: 'whole'; readonly value: Value }
  | { readonly is: 'newer'; readonly version: number }
  | { readonly is: 'unreadable' };

/** A value as it goes into the store. */
export type Stored<Value> = Value & { readonly v: number };

/** What is stored, in one version: how it is told from damage, and what becomes of older versions. */
type About<Value> = {
  /** As the log calls it. */
  readonly name: string;
  readonly version: number;
  /** Of the current version. Called on first use: a bundle that only loads builds nothing. */
  readonly schema: () => z.ZodType<Value>;
  /** By version: makes the next one of it. What has no `v` has version 0. One without a lift cannot be read any more. */
  readonly lifts: Readonly<Record<number, (older: unknown) => unknown>>;
  /** Tells a whole value more cheaply than the schema. Absent: the schema tells. */
  readonly looksWhole?: (fields: unknown) => fields is Value;
};

/**
 * The one way in which a kind of value is read from the store and written into it.
 *
 * @see docs/decisions/0020-stored-shapes.md
 */
export type Shape<Value extends object> = {
  readonly name: string;
  readonly version: number;
  readonly schema: () => z.ZodType<Value>;
  /** What it is, without an opinion. */
  readonly look: (stored: unknown) => Reading<Value>;
  /**
   * The value; undefined where there is none. Damage is written to the app's log with its key, without contents.
   * @throws {IncidentError} `newer-data`, `damaged-data`
   */
  readonly find: (key: string, stored: unknown) => Value | undefined;
  /** The same for what can be found or made again: damage counts as nothing. @throws {IncidentError} `newer-data` */
  readonly findOrForget: (key: string, stored: unknown) => Value | undefined;
  /**
   * The whole ones of many. The damaged are set aside and counted in the app's log.
   * @throws {IncidentError} `newer-data`
   */
  readonly among: <Row extends KeyAndValue>(rows: readonly Row[]) => readonly Whole<Row, Value>[];
  /** A newer value is not there to be overwritten. @throws {IncidentError} `newer-data` */
  readonly refuseNewer: (key: string, stored: unknown) => void;
  readonly stored: (value: Value) => Stored<Value>;
};

type KeyAndValue = { readonly key: string; readonly value: unknown };
type Whole<Row, Value> = Omit<Row, 'value'> & { readonly key: string; readonly value: Value };

/** Nothing changes between two versions but the number. */
export const asItIs = (older: unknown): unknown => older;

/** A newer version of the app is on its way to this site; it is there in minutes. */
const NEWER_WAIT_MS = 60_000;

export function newer(name: string, key: string, version: number): IncidentError {
  const what = `${name} under ${key} has version ${version}, which this version of the app cannot read`;
  return new IncidentError('newer-data', what, { retryAfterMs: NEWER_WAIT_MS });
}

export function shapeOf<Value extends object>(about: About<Value>): Shape<Value> {
  const { name, version } = about;
  const schema = once(about.schema);
  const isWhole =
    about.looksWhole ?? ((value: unknown): value is Value => schema().safeParse(value).success);
  const look = (stored: unknown): Reading<Value> => {
    const has = versionOf(stored);
    if (has === undefined) return { is: 'unreadable' };
    if (has > version) return { is: 'newer', version: has };
    const value = lifted(withoutVersion(stored), has, about);
    return isWhole(value) ? { is: 'whole', value } : { is: 'unreadable' };
  };
  return {
    name,
    version,
    schema,
    look,
    ...readings(name, look),
    refuseNewer(key, stored) {
      const has = versionOf(stored) ?? 0;
      if (has > version) throw newer(name, key, has);
    },
    stored: (value) => ({ ...value, v: version }),
  };
}

/** What becomes of what was found. */
function readings<Value extends object>(
  name: string,
  look: Shape<Value>['look'],
): Pick<Shape<Value>, 'find' | 'findOrForget' | 'among'> {
  const whole = (key: string, stored: unknown): Value | undefined => {
    const reading = look(stored);
    if (reading.is === 'newer') throw newer(name, key, reading.version);
    return reading.is === 'whole' ? reading.value : undefined;
  };
  const findOrForget = (key: string, stored: unknown) => {
    if (stored === undefined) return undefined;
    const value = whole(key, stored);
    if (!value) sayDamaged(name, [key]);
    return value;
  };
  return {
    findOrForget,
    find(key, stored) {
      const value = findOrForget(key, stored);
      if (value || stored === undefined) return value;
      throw new IncidentError('damaged-data', `${name} under ${key} cannot be read`);
    },
    among(rows) {
      const damaged: string[] = [];
      const found = rows.flatMap(({ value: stored, ...row }) => {
        const value = whole(row.key, stored);
        if (!value) damaged.push(row.key);
        return value ? [{ ...row, value }] : [];
      });
      if (damaged.length > 0) sayDamaged(name, damaged);
      return found;
    },
  };
}

/** 0 where nothing says it; undefined where what says it is no version. */
export function versionOf(stored: unknown): number | undefined {
  if (typeof stored !== 'object' || stored === null || !('v' in stored)) return 0;
  return Number.isInteger(stored.v) ? Number(stored.v) : undefined;
}

/** A number of a stored value that may be of any version, or damaged; undefined where there is none. */
export function numberIn(stored: unknown, name: string): number | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const value: unknown = Object.entries(stored).find(([key]) => key === name)?.[1];
  return typeof value === 'number' ? value : undefined;
}

function withoutVersion(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('v' in stored)) return stored;
  const { v: _, ...fields } = stored;
  return fields;
}

function lifted<Value>(value: unknown, from: number, { version, lifts }: About<Value>): unknown {
  let now = value;
  for (let at = from; at < version; at += 1) {
    const lift = lifts[at];
    if (!lift) return undefined;
    now = lift(now);
  }
  return now;
}

/** Made when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
