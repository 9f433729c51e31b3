import { type Where } from '../kit/lists/listed';

/** What a row can say beside severity, key and summary. */
export const COLUMNS = ['service', 'products', 'manager', 'running', 'due', 'phase'] as const;
export type Column = (typeof COLUMNS)[number];

/** What somebody chose for a list. Jira's ids stand as they were when it was saved: showing a list runs no function. */
export type ListConfig = {
  readonly version: 1;
  readonly where: Where;
  /** null: the project that set-up chose. */
  readonly jql: string | null;
  /** Empty: all. */
  readonly severities: readonly number[];
  /** Ids of options; empty: all. */
  readonly services: readonly string[];
  readonly columns: readonly Column[];
  /** Shows also what was over in the last so many hours; 0: nothing. */
  readonly resolvedHours: number;
};

/** As a list is until somebody changes it. */
export function defaultConfig(where: Where): ListConfig {
  return {
    version: 1,
    where,
    jql: null,
    severities: [],
    services: [],
    columns: COLUMNS,
    resolvedHours: 0,
  };
}

/** @returns undefined for what was not set up, or not by this app */
export function configIn(saved: unknown): ListConfig | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined;
  const { version, where, jql, severities, services, columns, resolvedHours } =
    saved as Partial<ListConfig>;
  if (version !== 1 || !isWhere(where)) return undefined;
  return {
    version,
    where,
    jql: typeof jql === 'string' ? jql : null,
    severities: listIn(severities, (one): one is number => typeof one === 'number'),
    services: listIn(services, (one): one is string => typeof one === 'string'),
    columns: COLUMNS.filter((column) => (columns ?? COLUMNS).includes(column)),
    resolvedHours: Number.isInteger(resolvedHours) ? Number(resolvedHours) : 0,
  };
}

function isWhere(where: Partial<Where> | undefined): where is Where {
  const { projectId, issueTypeId, phases, fields, severities } = where ?? {};
  const ids = [projectId, issueTypeId];
  return (
    ids.every((id) => typeof id === 'string' && /^\d+$/.test(id)) &&
    [phases, fields, severities].every((part) => typeof part === 'object')
  );
}

function listIn<One>(list: unknown, isFine: (one: unknown) => one is One): readonly One[] {
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isFine) : [];
}
