import { type Settings } from './settings';
import {
  agreementOf,
  cellsOf,
  ORDERED,
  type Row,
  sameRow,
  sharedKeys,
  type Table,
  type TableName,
  TABLES,
  tablesOf,
} from './tables';

/** One cell that differs; undefined where it is absent. */
type CellChange = {
  readonly cell: string;
  readonly before?: string | number;
  readonly after?: string | number;
};

/** One thing that somebody did to the settings. */
export type Change = {
  readonly table: TableName;
  /** Of the row; empty for the order of a table. */
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** What the row is called, for people: the service, the product, the service of an agreement; may be empty. */
  readonly name: string;
  readonly cells: readonly CellChange[];
};

/** What was done between two states, in the order of the tables. The same state twice: nothing. */
export function changesBetween(before: Settings, after: Settings): Change[] {
  const [old, now] = [tablesOf(before), tablesOf(after)];
  return TABLES.flatMap((table) => [
    ...[...new Set([...old[table].keys(), ...now[table].keys()])].flatMap((key) => {
      const [was, is] = [old[table].get(key), now[table].get(key)];
      if (sameRow(was, is)) return [];
      const name = nameIn(table, key, { services: now.services, rows: now[table] }, was);
      return [{ table, key, name, kind: kindOf(was, is), cells: cellChanges(was, is) }];
    }),
    ...(ORDERED.includes(table) && isMoved(old[table], now[table])
      ? [{ table, key: '', name: '', kind: 'moved' as const, cells: [] }]
      : []),
  ]);
}

/** Do the rows that both have stand in another order? */
export function isMoved(before: Table, after: Table): boolean {
  return sharedKeys(before, after).join() !== sharedKeys(after, before).join();
}

/** What people call a row. @param fallback the row where it is no longer in the table */
export function nameIn(
  table: TableName,
  key: string,
  known: { readonly services: Table; readonly rows: Table },
  fallback?: Row,
): string {
  if (table === 'levels' || table === 'scale' || table === 'response') return '';
  if (table !== 'agreements') {
    return String((known.rows.get(key) ?? fallback)?.['name'] ?? '');
  }
  const { service } = agreementOf(key);
  return service === undefined ? '' : String(known.services.get(service)?.['name'] ?? service);
}

function kindOf(was: Row | undefined, is: Row | undefined): Change['kind'] {
  if (!was) return 'added';
  return is ? 'changed' : 'removed';
}

function cellChanges(was: Row | undefined, is: Row | undefined): CellChange[] {
  return cellsOf(was, is)
    .filter((cell) => was?.[cell] !== is?.[cell])
    .map((cell) => ({ cell, before: was?.[cell], after: is?.[cell] }));
}
