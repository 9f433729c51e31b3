import { found } from '../http/refusal';

/** Rows by id, in the order they came. */
export class Table<Id extends string | number, Row> {
  private readonly rows = new Map<Id, Row>();

  /** @param what named when a row is not there, for example `screen`. */
  constructor(
    private readonly what: string,
    private next = 10_000,
  ) {}

  nextId(): number {
    return this.next++;
  }

  put(id: Id, row: Row): Row {
    this.rows.set(id, row);
    return row;
  }

  find(id: Id | undefined): Row | undefined {
    return id === undefined ? undefined : this.rows.get(id);
  }

  /** @throws {Refusal} 404 when it is not there. */
  get(id: Id): Row {
    return found(this.rows.get(id), `The ${this.what} with ID '${String(id)}' does not exist.`);
  }

  delete(id: Id): void {
    this.rows.delete(id);
  }

  all(): Row[] {
    return [...this.rows.values()];
  }

  /** Without a copy, for the long ones. */
  values(): IterableIterator<Row> {
    return this.rows.values();
  }

  where(test: (row: Row) => boolean): Row | undefined {
    for (const row of this.rows.values()) if (test(row)) return row;
    return undefined;
  }

  get size(): number {
    return this.rows.size;
  }
}
