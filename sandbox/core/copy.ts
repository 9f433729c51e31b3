import { types } from 'node:util';

/**
 * A deep copy of data: plain objects, lists, maps, sets, and instances of classes that keep nothing in `#private`
 * fields. What is found twice is one thing in the copy too. Functions and bytes are shared, and so is `outside`: what
 * the data only points at.
 */
export function copyOf<Value>(value: Value, outside: readonly object[] = []): Value {
  return new Copying(outside).of(value);
}

/** Keeps what is there now. @returns what puts it back so, as often as it is called. */
export function keepFrom<Value>(
  now: Value,
  putBack: (value: Value) => void,
  outside: readonly object[] = [],
): () => void {
  const kept = copyOf(now, outside);
  return () => {
    putBack(copyOf(kept, outside));
  };
}

class Copying {
  private readonly known: Map<object, object>;

  constructor(outside: readonly object[]) {
    this.known = new Map(outside.map((one) => [one, one]));
  }

  of<Value>(value: Value): Value {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const known = this.known.get(value);
    // What was made of a value has the type of that value: see the lines that put it there.
    return (known ?? this.anew(value)) as Value;
  }

  private anew(value: object): object {
    if (types.isDate(value)) return this.keep(value, new Date(value));
    if (types.isMap(value)) {
      const map = this.keep(value, new Map<unknown, unknown>());
      for (const [key, one] of value) map.set(this.of<unknown>(key), this.of<unknown>(one));
      return map;
    }
    if (types.isSet(value)) {
      const set = this.keep(value, new Set<unknown>());
      for (const one of value) set.add(this.of<unknown>(one));
      return set;
    }
    const bare: object = Array.isArray(value)
      ? []
      : (Object.create(Object.getPrototypeOf(value) as object | null) as object);
    const copy = this.keep(value, bare);
    for (const key of Reflect.ownKeys(value)) {
      Reflect.set(copy, key, this.of<unknown>(Reflect.get(value, key)));
    }
    return copy;
  }

  private keep<Copy extends object>(value: object, copy: Copy): Copy {
    this.known.set(value, copy);
    return copy;
  }
}
