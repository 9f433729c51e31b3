/** Where drafts are kept; a frame may be forbidden any storage, and then nothing is kept. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

type Tools = {
  /** Throws or is undefined where storage is blocked. */
  readonly shelf: () => Shelf | undefined;
  readonly now: () => number;
  /** Calls once after so many milliseconds. @returns forgets it */
  readonly later: (act: () => void, ms: number) => () => void;
};

const PREFIX = 'incident-draft:';
const DAY_MS = 86_400_000;
const KEPT_MS = 14 * DAY_MS;

/** At most this often something typed is written. */
const PAUSE_MS = 300;

type Entry = { value: unknown; isDirty: boolean; readonly listeners: Set<() => void> };

/** What people typed and have not sent. It survives a reload of the page, and goes after fourteen days. */
export class Drafts {
  private readonly entries = new Map<string, Entry>();
  private isCleared = false;
  private stop: (() => void) | undefined;

  constructor(private readonly tools: Tools) {}

  /** What was typed under this key; undefined when there is nothing. The same object until it changes. */
  read(key: string): unknown {
    return this.entry(key).value;
  }

  /** @param value any JSON; undefined forgets the draft. */
  write(key: string, value: unknown): void {
    const entry = this.entry(key);
    entry.value = value;
    entry.isDirty = true;
    this.stop ??= this.tools.later(() => {
      this.keep();
    }, PAUSE_MS);
    if (value === undefined) this.keep(); // what was sent must not come back
    for (const listener of entry.listeners) listener();
  }

  /** Everybody who shows the same draft is told of what another typed. @returns stops it. */
  listen(key: string, listener: () => void): () => void {
    const { listeners } = this.entry(key);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  /** Writes what is not written yet: after a pause, and when the page is left. */
  keep(): void {
    this.stop?.();
    this.stop = undefined;
    for (const [key, entry] of this.entries) {
      if (entry.isDirty) this.put(key, entry.value);
      entry.isDirty = false;
    }
  }

  private entry(key: string): Entry {
    const known = this.entries.get(key);
    if (known) return known;
    const entry: Entry = { value: this.kept(key), isDirty: false, listeners: new Set() };
    this.entries.set(key, entry);
    return entry;
  }

  private kept(key: string): unknown {
    if (!this.isCleared) this.clearOld();
    return this.onShelf((shelf) => read(shelf.getItem(PREFIX + key))?.value);
  }

  private put(key: string, value: unknown): void {
    this.onShelf((shelf) => {
      if (value === undefined) shelf.removeItem(PREFIX + key);
      else shelf.setItem(PREFIX + key, JSON.stringify({ at: this.tools.now(), value }));
    });
  }

  private clearOld(): void {
    this.isCleared = true;
    this.onShelf((shelf) => {
      const names = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '');
      for (const name of names.filter((one) => one.startsWith(PREFIX))) {
        const at = read(shelf.getItem(name))?.at ?? 0;
        if (this.tools.now() - at > KEPT_MS) shelf.removeItem(name);
      }
    });
  }

  /** Storage that is blocked or full: it works as well, without keeping. */
  private onShelf<Result>(act: (shelf: Shelf) => Result): Result | undefined {
    try {
      const shelf = this.tools.shelf();
      return shelf && act(shelf);
    } catch {
      return undefined;
    }
  }
}

function read(text: string | null): { readonly at: number; readonly value: unknown } | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as { at: number; value: unknown };
  } catch {
    return undefined; // not ours, or cut off: as if there were none
  }
}
