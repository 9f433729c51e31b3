import { describe, expect, test } from '@jest/globals';
import { copyOf, keepFrom } from '../../../sandbox/core/copy';

class Shelf {
  private readonly rows = new Map<string, { n: number }>();

  put(key: string, n: number): void {
    this.rows.set(key, { n });
  }

  more(key: string): number {
    const row = this.rows.get(key);
    if (!row) throw new Error(`No ${key}`);
    row.n += 1;
    return row.n;
  }
}

describe('a copy of data', () => {
  test('knows nothing of what happens to the original', () => {
    const shelf = new Shelf();
    shelf.put('a', 1);
    const original = { shelf, list: [{ tags: new Set(['x']) }], at: new Date(5) };
    const copy = copyOf(original);
    shelf.more('a');
    original.list[0]?.tags.add('y');
    original.at.setTime(6);
    expect(copy.shelf.more('a')).toBe(2);
    expect(copy.shelf).toBeInstanceOf(Shelf);
    expect([...(copy.list[0]?.tags ?? [])]).toEqual(['x']);
    expect(copy.at).toEqual(new Date(5));
  });

  test('has one thing where the original has one, and goes round in circles', () => {
    const shared = { n: 1 };
    const original: { a: object; b: object; self?: object } = { a: shared, b: shared };
    original.self = original;
    const copy = copyOf(original);
    expect(copy.a).not.toBe(shared);
    expect(copy.a).toBe(copy.b);
    expect(copy.self).toBe(copy);
  });

  test('shares functions, bytes, and what lies outside', () => {
    const [act, bytes, clock] = [() => 1, new Uint8Array([1]), { now: 1 }];
    const copy = copyOf({ act, bytes, clock }, [clock]);
    expect(copy.act).toBe(act);
    expect(copy.bytes).toBe(bytes);
    expect(copy.clock).toBe(clock);
  });

  test('is put back as often as wanted', () => {
    let shelf = new Shelf();
    shelf.put('a', 1);
    const putBack = keepFrom(shelf, (kept) => (shelf = kept));
    for (let time = 0; time < 2; time += 1) {
      expect(shelf.more('a')).toBe(2);
      putBack();
    }
  });
});
