import { type Settings } from '../../../src/contract/admin';

/*
 * How a draft of the settings is changed. Nothing is judged here: what can be saved is decided by the back end.
 */

export type Service = Settings['services'][number];
type Product = Settings['products'][number];
export type Agreement = Settings['agreements'][number];
export type Severity = Agreement['severity'];
export const SEVERITIES: readonly Severity[] = [1, 2, 3];

/** The service that is always there, last. */
export const UNKNOWN = 'unknown';

/** Tables of rows that people name, add, take away and put in order. */
export type NamedTable = 'services' | 'products';

export function isUnsaved(saved: Settings, draft: Settings): boolean {
  return saved !== draft && JSON.stringify(saved) !== JSON.stringify(draft);
}

/** Adds rows at the end, Unknown staying last; names that are there already are left out. */
export function withNames(draft: Settings, table: NamedTable, names: readonly string[]): Settings {
  const rows: readonly Product[] = draft[table];
  const known = new Set(rows.map(({ name }) => name));
  const added = [...new Set(names)]
    .filter((name) => !known.has(name))
    .map((name) => ({ id: crypto.randomUUID(), name }));
  const isLast = ({ id }: Product) => id === UNKNOWN;
  return {
    ...draft,
    [table]: [...rows.filter((row) => !isLast(row)), ...added, ...rows.filter(isLast)],
  };
}

export function withRow(
  draft: Settings,
  table: NamedTable,
  id: string,
  change: Partial<Service>,
): Settings {
  const rows: readonly Service[] = draft[table];
  return { ...draft, [table]: rows.map((row) => (row.id === id ? { ...row, ...change } : row)) };
}

/** Takes a row away, and with a service what was agreed for it. */
export function withoutRow(draft: Settings, table: NamedTable, id: string): Settings {
  const rows: readonly Product[] = draft[table];
  return {
    ...draft,
    [table]: rows.filter((row) => row.id !== id),
    agreements: draft.agreements.filter(({ service }) => service !== id),
  };
}

/** Moves a row up or down by one; Unknown does not move, and nothing moves behind it. */
export function withMoved(draft: Settings, table: NamedTable, id: string, by: -1 | 1): Settings {
  const rows: Product[] = [...draft[table]];
  const at = rows.findIndex((row) => row.id === id);
  const [row, other] = [rows[at], rows[at + by]];
  if (!row || !other || [row.id, other.id].includes(UNKNOWN)) return draft;
  [rows[at], rows[at + by]] = [other, row];
  return { ...draft, [table]: rows };
}

export function withLevel(
  draft: Settings,
  level: Severity,
  change: Partial<Settings['scale']['levels'][Severity]>,
): Settings {
  const { levels } = draft.scale;
  const changed = { ...levels, [level]: { ...levels[level], ...change } };
  return { ...draft, scale: { ...draft.scale, levels: changed } };
}

export function withPage(draft: Settings, page: string): Settings {
  return { ...draft, scale: { ...draft.scale, page } };
}

/** As the back end names an agreement: `1`, or `1:checkout` for one service. */
export function keyOf({ severity, service }: Agreement): string {
  return service === undefined ? String(severity) : `${severity}:${service}`;
}

export function withAgreement(draft: Settings, key: string, change: Partial<Agreement>): Settings {
  return {
    ...draft,
    agreements: draft.agreements.map((one) => (keyOf(one) === key ? { ...one, ...change } : one)),
  };
}

/** An exception begins with what holds by default. */
export function withException(draft: Settings, severity: Severity, service: string): Settings {
  const usual = draft.agreements.find((one) => keyOf(one) === String(severity));
  return {
    ...draft,
    agreements: [
      ...draft.agreements,
      { severity, service, cadenceMinutes: usual?.cadenceMinutes, paged: usual?.paged },
    ],
  };
}

export function withoutException(draft: Settings, key: string): Settings {
  return { ...draft, agreements: draft.agreements.filter((one) => keyOf(one) !== key) };
}

export type ResponseRules = NonNullable<Settings['response']>;

/** Always in this order, so that what is changed back is as it was. */
const RULES: readonly (keyof ResponseRules)[] = [
  'changesJql',
  'supportJql',
  'cleanUpProject',
  'reviewSpace',
  'statusPage',
  'handOverHours',
  'exportLists',
  'countPrivate',
  'ownTicketsOnly',
];

/** An empty rule is none. */
export function withRule<Cell extends keyof ResponseRules>(
  draft: Settings,
  cell: Cell,
  value: ResponseRules[Cell],
): Settings {
  const { response, ...others } = draft;
  const rules = { ...response, [cell]: value };
  const said = RULES.filter((name) => rules[name] !== undefined && rules[name] !== '');
  if (said.length === 0) return others;
  return { ...others, response: Object.fromEntries(said.map((name) => [name, rules[name]])) };
}
