import { type Settings } from './settings';
import { isMoved, nameIn } from './changes';
import {
  cellsOf,
  ORDERED,
  type Row,
  sameRow,
  settingsOf,
  type Table,
  type TableName,
  TABLES,
  tablesOf,
} from './tables';

type Side = 'mine' | 'theirs';

/** Two people changed the same thing since the same state: somebody has to say whose it shall be. */
export type Ask = {
  /** Names the question in the answers. */
  readonly id: string;
  readonly table: TableName;
  readonly key: string;
  readonly name: string;
  /** Absent: it is about the whole row, which one of them took away, or about the order of the table. */
  readonly cell?: string;
  /** What each has; absent: taken away. */
  readonly mine?: string | number;
  readonly theirs?: string | number;
};

export type Merge = { readonly settings: Settings; readonly asks: readonly Ask[] };

export type Answers = Readonly<Record<string, Side>>;

type Three<T> = { readonly base: T; readonly mine: T; readonly theirs: T };

/**
 * What I changed since `base`, put on top of what they made of it. Where both changed the same thing it is asked;
 * until it is answered, mine stands.
 */
export function mergeSettings(given: Three<Settings>, answers: Answers): Merge {
  const three = {
    base: tablesOf(given.base),
    mine: tablesOf(given.mine),
    theirs: tablesOf(given.theirs),
  };
  const asks: Ask[] = [];
  const services = new Map([...three.theirs.services, ...three.mine.services]);
  const merged = TABLES.map((table): [TableName, Table] => {
    const rows = { base: three.base[table], mine: three.mine[table], theirs: three.theirs[table] };
    const known = { services, rows: new Map([...rows.theirs, ...rows.mine]) };
    const decide = (key: string, about: Partial<Ask> = {}): Side => {
      const id = [table, key, about.cell ?? ''].join('/');
      asks.push({ ...about, id, table, key, name: nameIn(table, key, known) });
      return answers[id] ?? 'mine';
    };
    return [table, mergeTable(rows, ORDERED.includes(table), decide)];
  });
  return { settings: settingsOf(Object.fromEntries(merged) as Record<TableName, Table>), asks };
}

type Decide = (key: string, about?: Partial<Ask>) => Side;

function mergeTable(three: Three<Table>, ordered: boolean, decide: Decide): Table {
  const merged = new Map<string, Row>();
  for (const key of orderOf(three, ordered, decide)) {
    const row = mergeRow(
      { base: three.base.get(key), mine: three.mine.get(key), theirs: three.theirs.get(key) },
      (about) => decide(key, about),
    );
    if (row) merged.set(key, row);
  }
  return merged;
}

/** One side's order with what only the other has, put behind what it stands behind there. */
function orderOf({ base, mine, theirs }: Three<Table>, ordered: boolean, decide: Decide): string[] {
  const both = isMoved(base, mine) && isMoved(base, theirs) && isMoved(mine, theirs);
  const side = ordered && both ? decide('') : isMoved(base, mine) ? 'mine' : 'theirs';
  const [leader, other] = side === 'mine' ? [mine, theirs] : [theirs, mine];
  const order = [...leader.keys()];
  const others = [...other.keys()];
  for (const [at, key] of others.entries()) {
    if (leader.has(key)) continue;
    const before = others[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order;
}

function mergeRow(
  { base, mine, theirs }: Three<Row | undefined>,
  decide: (about?: Partial<Ask>) => Side,
): Row | undefined {
  if (sameRow(mine, base)) return theirs;
  if (sameRow(theirs, base) || sameRow(mine, theirs)) return mine;
  if (!mine || !theirs) {
    const about = { mine: mine && wordsOf(mine), theirs: theirs && wordsOf(theirs) };
    return decide(about) === 'mine' ? mine : theirs;
  }
  const cells = cellsOf(base, mine, theirs).map((cell) => {
    const [was, my, their] = [base?.[cell], mine[cell], theirs[cell]];
    if (my === was) return [cell, their];
    if (their === was || my === their) return [cell, my];
    return [cell, decide({ cell, mine: my, theirs: their }) === 'mine' ? my : their];
  });
  return Object.fromEntries(cells.filter(([, value]) => value !== undefined)) as Row;
}

function wordsOf(row: Row): string {
  return Object.values(row).join(' · ');
}
