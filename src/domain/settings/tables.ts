import { type PersonId, personId } from '../incident/incident';
import { type Agreement, type ResponseRules, type Service, type Settings } from './settings';
import { SEVERITIES, type Severity } from '../incident/severity';

/*
 * Settings as tables of rows, so that comparing and merging know one thing instead of five. A row keeps its key
 * for ever; what is absent has no cell.
 */

export type TableName = 'services' | 'products' | 'levels' | 'scale' | 'agreements' | 'response';
export const TABLES: readonly TableName[] = [
  'services',
  'products',
  'levels',
  'scale',
  'agreements',
  'response',
];

/** The table of how the company responds, and the key of its one row. */
export const RESPONSE = 'response' as const;

/** Tables whose order people chose. */
export const ORDERED: readonly TableName[] = ['services', 'products'];

export type Row = Readonly<Record<string, string | number>>;
export type Table = ReadonlyMap<string, Row>;
export type Tables = Readonly<Record<TableName, Table>>;

/** `1` is what holds by default, `1:checkout` for one service. */
export function agreementKey({ severity, service }: Agreement): string {
  return service === undefined ? String(severity) : `${severity}:${service}`;
}

/** The severity of an agreement's key and the service, undefined for the default. */
export function agreementOf(key: string): Pick<Agreement, 'severity' | 'service'> {
  const [severity, service] = key.split(':');
  return {
    severity: Number(severity) as Severity,
    ...(service !== undefined && { service }),
  };
}

export function tablesOf({ services, products, scale, agreements, response }: Settings): Tables {
  return {
    services: new Map(services.map(({ id, ...cells }) => [id, rowOf(cells)])),
    products: new Map(products.map(({ id, ...cells }) => [id, rowOf(cells)])),
    levels: new Map(SEVERITIES.map((level) => [String(level), rowOf(scale.levels[level])])),
    scale: new Map([['page', rowOf({ page: scale.page })]]),
    agreements: new Map(
      agreements.map(({ severity, service, ...cells }) => [
        agreementKey({ severity, service }),
        rowOf(cells),
      ]),
    ),
    response: new Map([[RESPONSE, rowOf(response ?? {})]]),
  };
}

/** The way back. `settingsOf(tablesOf(s))` is `s`. */
export function settingsOf({
  services,
  products,
  levels,
  scale,
  agreements,
  response,
}: Tables): Settings {
  const level = (severity: Severity) => readRow(LEVEL, levels.get(String(severity)) ?? {});
  const rules = response.get(RESPONSE) ?? {};
  return {
    services: [...services].map(([id, row]) => ({ id, ...readRow(SERVICE, row) })),
    products: [...products].map(([id, row]) => ({ id, ...readRow(PRODUCT, row) })),
    scale: {
      levels: { 1: level(1), 2: level(2), 3: level(3) },
      ...readRow(SCALE, scale.get('page') ?? {}),
    },
    agreements: [...agreements].map(([key, row]) => ({
      ...agreementOf(key),
      ...readRow(AGREEMENT, row),
    })),
    ...(Object.keys(rules).length > 0 && { response: readRow(RULES, rules) }),
  };
}

type Cell = string | number | undefined;

/** How each cell of a row is read. One that a row gets must be named here, one that may be absent too. */
type Cells<Of> = { readonly [Name in keyof Of]-?: (cell: Cell) => Of[Name] | undefined };

const words = (cell: Cell): string => String(cell ?? '');
const maybeWords = (cell: Cell): string | undefined => (cell === undefined ? cell : String(cell));
const maybeNumber = (cell: Cell): number | undefined =>
  cell === undefined ? undefined : Number(cell);
const maybePerson = (cell: Cell): PersonId | undefined =>
  cell === undefined ? undefined : personId(String(cell));
const maybeAgreed = (cell: Cell): 'yes' | undefined => (cell === 'yes' ? cell : undefined);

const PRODUCT: Cells<Omit<Settings['products'][number], 'id'>> = { name: words };
const SERVICE: Cells<Omit<Service, 'id'>> = {
  name: words,
  owner: maybePerson,
  deliveryTeam: maybeWords,
};
const LEVEL: Cells<Settings['scale']['levels'][Severity]> = { label: words, text: words };
const SCALE: Cells<Omit<Settings['scale'], 'levels'>> = { page: maybeWords };
const AGREEMENT: Cells<Omit<Agreement, 'severity' | 'service'>> = {
  cadenceMinutes: maybeNumber,
  paged: maybeWords,
  channels: maybeWords,
  agreedOn: maybeWords,
  agreedBy: maybePerson,
};
const RULES: Cells<ResponseRules> = {
  changesJql: maybeWords,
  supportJql: maybeWords,
  cleanUpProject: maybeWords,
  reviewSpace: maybeWords,
  statusPage: maybeWords,
  handOverHours: maybeNumber,
  exportLists: maybeAgreed,
  countPrivate: maybeAgreed,
  ownTicketsOnly: maybeAgreed,
};

/** A row as what it stands for; what is absent has no cell. */
function readRow<Of extends object>(cells: Cells<Of>, row: Row): Of {
  const readers = Object.entries<(cell: Cell) => unknown>(cells);
  const read = readers.map(([name, reader]) => [name, reader(row[name])] as const);
  return Object.fromEntries(read.filter(([, cell]) => cell !== undefined)) as Of;
}

/** The same cells with the same values; two absent rows are the same. */
export function sameRow(one: Row | undefined, other: Row | undefined): boolean {
  if (!one || !other) return one === other;
  return cellsOf(one, other).every((cell) => one[cell] === other[cell]);
}

/** Every cell that one of these rows has. */
export function cellsOf(...rows: readonly (Row | undefined)[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row ?? {})))];
}

/** The keys of one table that the other has too, in the order of the first. */
export function sharedKeys(one: Table, other: Table): string[] {
  return [...one.keys()].filter((key) => other.has(key));
}

function rowOf(cells: Readonly<Record<string, string | number | undefined>>): Row {
  return Object.fromEntries(
    Object.entries(cells).filter(
      (cell): cell is [string, string | number] => cell[1] !== undefined,
    ),
  );
}
