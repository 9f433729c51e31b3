/** A stored value. Moments in epoch milliseconds of the sandbox's clock. */
export type Entry = {
  readonly key: string;
  readonly value: unknown;
  readonly bytes: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt?: number | undefined;
};

/** What a key held from `since` on (real time); undefined: nothing. */
type Version = { readonly since: number; readonly entry: Entry | undefined };

/** How long queries may be made to lag at most: older versions are forgotten. */
const KEEP_MS = 60_000;
/** How many queries' results are remembered between two writes. */
const LISTS = 100;

/**
 * One collection of keys: the plain ones, the secrets, or those of one entity. `get` sees the newest write;
 * a query sees the collection as it was a moment ago, because the platform's queries are eventually consistent.
 */
export class Shelf {
  private readonly versions = new Map<string, Version[]>();
  private lists = new Map<string, readonly Entry[]>();
  private writtenAt = Number.NEGATIVE_INFINITY;

  /** @param now the sandbox's clock, for values that expire. */
  constructor(private readonly now: () => number) {}

  get(key: string): Entry | undefined {
    const entry = this.versions.get(key)?.at(-1)?.entry;
    return entry && this.isAlive(entry) ? entry : undefined;
  }

  isAlive({ expireAt }: Entry): boolean {
    return expireAt === undefined || expireAt > this.now();
  }

  put(key: string, entry: Entry | undefined): void {
    const since = performance.now();
    const known = this.versions.get(key) ?? [];
    const firstNeeded = known.findLastIndex((version) => version.since <= since - KEEP_MS);
    this.versions.set(key, [...known.slice(Math.max(0, firstNeeded)), { since, entry }]);
    this.lists = new Map();
    this.writtenAt = since;
  }

  /** Everything stored now. */
  all(): readonly Entry[] {
    return this.seenBy(Number.POSITIVE_INFINITY);
  }

  /**
   * What a query sees that lags by `lagMs`, chosen and put in order by `arrange`.
   * The result is remembered under `name` until the next write, once no write is too fresh to be seen;
   * so an entry in it may have expired since.
   */
  query(
    lagMs: number,
    name: string,
    arrange: (entries: readonly Entry[]) => readonly Entry[],
  ): readonly Entry[] {
    const moment = performance.now() - lagMs;
    const settled = this.writtenAt <= moment;
    const known = settled ? this.lists.get(name) : undefined;
    const list = known ?? arrange(this.seenBy(moment));
    if (settled && this.lists.size < LISTS) this.lists.set(name, list);
    return list;
  }

  private seenBy(moment: number): readonly Entry[] {
    const seen: Entry[] = [];
    for (const versions of this.versions.values()) {
      const entry = versions.findLast(({ since }) => since <= moment)?.entry;
      if (entry && this.isAlive(entry)) seen.push(entry);
    }
    return seen;
  }
}
