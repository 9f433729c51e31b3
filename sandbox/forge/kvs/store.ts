import { keepFrom } from '../../core/copy';
import { type EntitySchema } from '../manifest';
import { matches } from './conditions';
import { checkEntity, queryEntities, schemaOf } from './entities';
import { KvsError, keyNotFound } from './errors';
import { checkKey, checkTransaction, checkValue, pageSize, ttlMs } from './limits';
import {
  type EntityQuery,
  type Filters,
  type PlainQuery,
  type SetItem,
  type Transaction,
} from './requests';
import { firstWhere } from './search';
import { type Entry, Shelf } from './shelf';

/** What one request has read and written, in bytes per value: the platform bills by it. */
export type Traffic = { readonly reads: number[]; readonly writes: number[] };

/** A key and, for an entity's key, the entity. */
export type Name = { readonly key: string; readonly entityName?: string | undefined };

/** Everything an app has stored. Reading by key is strictly consistent, queries lag. */
export class Store {
  private plain: Shelf;
  private secret: Shelf;
  private entities: Map<string, Shelf>;

  /** @param warn told of what the platform may refuse, in words. */
  constructor(
    private readonly schemas: readonly EntitySchema[],
    private readonly now: () => number,
    private readonly warn: (message: string) => void,
  ) {
    this.plain = new Shelf(now);
    this.secret = new Shelf(now);
    this.entities = new Map();
  }

  /** @throws {KvsError} KEY_NOT_FOUND. */
  get(name: Name, traffic: Traffic, secret = false): Entry {
    checkKey(name.key);
    const entry = this.shelf(name.entityName, secret).get(name.key);
    traffic.reads.push(entry?.bytes ?? 0);
    if (!entry) throw keyNotFound();
    return entry;
  }

  /** @returns the entry before and after. @throws {KvsError} KEY_CONFLICT when it must not exist and does. */
  set(
    item: SetItem,
    traffic: Traffic,
    secret = false,
  ): { before: Entry | undefined; after: Entry } {
    const written = this.prepare(item, secret);
    this.shelf(item.entityName, secret).put(item.key, written.after);
    traffic.writes.push(written.after.bytes);
    return written;
  }

  /** @throws {KvsError} KEY_NOT_FOUND. */
  delete(name: Name, traffic: Traffic, secret = false): void {
    checkKey(name.key);
    const shelf = this.shelf(name.entityName, secret);
    if (!shelf.get(name.key)) throw keyNotFound();
    shelf.put(name.key, undefined);
    traffic.writes.push(0);
  }

  /** Plain keys in order, by prefix. */
  query(
    query: PlainQuery,
    traffic: Traffic,
    lagMs: number,
  ): { page: readonly Entry[]; cursor?: string } {
    const limit = pageSize(query.limit, 'LIST_QUERY_LIMIT_EXCEEDED');
    const [where] = query.where ?? [];
    if (where && (where.property !== 'key' || where.condition !== 'BEGINS_WITH')) {
      throw new KvsError(400, 'INVALID_CONDITION', 'Only beginsWith on the key can be asked for.');
    }
    const prefix = String(where?.values[0] ?? '');
    const after = query.after === undefined ? '' : Buffer.from(query.after, 'base64url').toString();
    const list = this.plain.query(lagMs, prefix, (entries) =>
      entries
        .filter(({ key }) => key.startsWith(prefix))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
    const start = firstWhere(list, ({ key }) => key > after);
    const slice = list.slice(start, start + limit);
    const page = slice.filter((entry) => this.plain.isAlive(entry));
    traffic.reads.push(...page.map(({ bytes }) => bytes));
    const last = start + limit < list.length ? slice.at(-1) : undefined;
    return { page, ...(last ? { cursor: Buffer.from(last.key).toString('base64url') } : {}) };
  }

  queryEntity(
    query: EntityQuery,
    traffic: Traffic,
    lagMs: number,
  ): ReturnType<typeof queryEntities> {
    const schema = schemaOf(this.schemas, query.entityName);
    const found = queryEntities(schema, this.shelf(query.entityName), query, lagMs);
    traffic.reads.push(...found.page.map(({ bytes }) => bytes));
    return found;
  }

  /** All or nothing. @throws {KvsError} CONDITIONAL_CHECK_FAILED and whatever a single write throws. */
  transact({ set, delete: deleted, check }: Transaction, traffic: Traffic): void {
    checkTransaction([...set, ...deleted, ...check]);
    for (const one of [...set, ...deleted, ...check]) {
      checkKey(one.key);
      this.checkCondition(one, one.conditions);
    }
    const writes = set.map((item) => ({ item, entry: this.prepare(item, false).after }));
    for (const { item, entry } of writes) {
      this.shelf(item.entityName).put(item.key, entry);
      traffic.writes.push(entry.bytes);
    }
    for (const { key, entityName } of deleted) {
      this.shelf(entityName).put(key, undefined);
      traffic.writes.push(0);
    }
  }

  /** What is stored, for a person to look at; secrets are masked. */
  dump(): unknown {
    const values = (shelf: Shelf) =>
      Object.fromEntries(
        shelf
          .all()
          .toSorted((a, b) => (a.key < b.key ? -1 : 1))
          .map(({ key, value }) => [key, value]),
      );
    return {
      plain: values(this.plain),
      entities: Object.fromEntries(
        [...this.entities].map(([name, shelf]) => [name, values(shelf)]),
      ),
      secrets: Object.fromEntries(this.secret.all().map(({ key }) => [key, '••••••'])),
    };
  }

  /** Keeps what is stored now. @returns what puts it back so, as often as it is called. */
  keep(): () => void {
    const { plain, secret, entities } = this;
    return keepFrom({ plain, secret, entities }, (kept) => Object.assign(this, kept));
  }

  clear(): void {
    this.plain = new Shelf(this.now);
    this.secret = new Shelf(this.now);
    this.entities = new Map();
  }

  /** Checks a write without doing it. */
  private prepare(item: SetItem, secret: boolean): { before: Entry | undefined; after: Entry } {
    const { key, value, entityName, options } = item;
    checkKey(key);
    const bytes = checkValue(value);
    if (entityName !== undefined) {
      const extra = checkEntity(schemaOf(this.schemas, entityName), value);
      if (extra.length > 0) this.warn(`entity ${entityName} declares no ${extra.join(', ')}`);
    }
    const before = this.shelf(entityName, secret).get(key);
    if (before && options?.keyPolicy === 'FAIL_IF_EXISTS') {
      throw new KvsError(
        409,
        'KEY_CONFLICT',
        'Provided key already exists and cannot be overwritten',
      );
    }
    const now = this.now();
    const expireAt = options?.ttl ? now + ttlMs(options.ttl) : undefined;
    const createdAt = before?.createdAt ?? now;
    return { before, after: { key, value, bytes, createdAt, updatedAt: now, expireAt } };
  }

  private checkCondition({ key, entityName }: Name, conditions: Filters): void {
    if (!conditions) return;
    const entry = this.shelf(entityName).get(key);
    if (!matches(conditions, entry?.value)) {
      throw new KvsError(
        400,
        'CONDITIONAL_CHECK_FAILED',
        'Request failed due to conditional check specified or optimistic locking',
      );
    }
  }

  private shelf(entityName: string | undefined, secret = false): Shelf {
    if (entityName === undefined) return secret ? this.secret : this.plain;
    schemaOf(this.schemas, entityName);
    const known = this.entities.get(entityName) ?? new Shelf(this.now);
    this.entities.set(entityName, known);
    return known;
  }
}
