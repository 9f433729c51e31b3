import { kvs, Sort } from '@forge/kvs';
import { FINDING_KINDS, type FindingKind } from '../../domain/clocks/data-quality';
import { canonical } from '../../domain/log/entry';
import { type IncidentId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';
import { type Findings, type Found } from '../../ports/clocks/findings';
import { readStore, wholly, writeStore } from './answers';
import { inParts } from './log-rows';
import { type FindingRow, FindingShape } from './shapes/lists';

/** The entity of manifest.yml. */
const ENTITY = 'finding';
/** The most that the store takes or hands out at once. */
const PAGE = 50;
const COUNT_PAGE = 100;
const COUNTED = 1000;

/** The indexes of manifest.yml: by weight. */
const INDEX: Readonly<Record<FindingKind | 'all', string>> = {
  all: 'by-all',
  missing: 'by-missing',
  impossible: 'by-impossible',
  suspicious: 'by-suspicious',
  toConfirm: 'by-to-confirm',
  held: 'by-held',
};

/** Findings in the app's own store. Lists and counts come from its queries, which are a moment behind. */
export function kvsFindings(): Findings {
  return {
    async keep(found) {
      for (const some of inParts(found)) await keepSome(some);
    },
    async renew(found) {
      for (const some of inParts(found)) await keepSome(some, { isListed: true });
    },
    async forget(id) {
      const rows = kvs.entity<unknown>(ENTITY);
      if (await readStore(() => rows.get(id))) await writeStore(() => rows.delete(id));
    },
    async page(kind, after) {
      const sorted = await rowsOf(kind, PAGE, after);
      const isOld = sorted.results.length === 0 && after === undefined;
      const { results, nextCursor } = isOld ? await oldRowsOf(kind) : sorted;
      const found = FindingShape.among(results).map(({ key, value }) => foundIn(key, value));
      // Pages of the old list are not gone on with: it is about to be the new one.
      return { found, next: isOld ? undefined : nextCursor };
    },
    count,
  };
}

/**
 * Those that an older version of the app wrote, without a weight, where there are no others: within the hour all are
 * written anew.
 */
async function oldRowsOf(kind: FindingKind | 'all') {
  const index = kvs
    .entity<unknown>(ENTITY)
    .query()
    .index('all', { partition: ['yes'] });
  const page = await readStore(() => index.sort(Sort.DESC).limit(COUNT_PAGE).getMany());
  const isMeant = (value: unknown) =>
    kind === 'all' || (typeof value === 'object' && value !== null && kind in value);
  return { ...page, results: page.results.filter(({ value }) => isMeant(value)) };
}

function rowsOf(kind: FindingKind | 'all', limit: number, after?: string) {
  const index = kvs
    .entity<unknown>(ENTITY)
    .query()
    .index(INDEX[kind], { partition: ['yes'] });
  const some = index.sort(Sort.DESC).limit(limit);
  return readStore(() => (after === undefined ? some : some.cursor(after)).getMany());
}

async function count(kind: FindingKind | 'all'): ReturnType<Findings['count']> {
  let counted = 0;
  let after: string | undefined;
  do {
    const { results, nextCursor } = await rowsOf(kind, COUNT_PAGE, after);
    counted += results.length;
    after = nextCursor;
  } while (after !== undefined && counted < COUNTED);
  return { count: Math.min(counted, COUNTED), more: after !== undefined };
}

function foundIn(id: string, { created, findings, weight = 0 }: FindingRow): Found {
  const effect = Math.floor(weight);
  return { id: id as IncidentId, created: created as Instant, findings, effect };
}

/** @param isListed only those that have a row */
async function keepSome(found: readonly Found[], { isListed = false } = {}): Promise<void> {
  const keys = found.map(({ id: key }) => ({ key, entityName: ENTITY }));
  const { successfulKeys } = await readStore(() => kvs.batchGet<unknown>(keys));
  const kept = new Map(successfulKeys.map(({ key, value }) => [key, saidIn(key, value)]));
  const changed = found.filter((one) => {
    const row = rowOf(one);
    if (isListed && !kept.has(one.id)) return false;
    return kept.get(one.id) !== (row && said(row));
  });
  const rows = changed.flatMap((one) => {
    const value = rowOf(one);
    return value ? [{ key: one.id, value: FindingShape.stored(value), entityName: ENTITY }] : [];
  });
  const gone = changed
    .filter((one) => !rowOf(one))
    .map(({ id: key }) => ({ key, entityName: ENTITY }));
  if (rows.length > 0) wholly(await writeStore(() => kvs.batchSet(rows)));
  if (gone.length > 0) wholly(await writeStore(() => kvs.batchDelete(gone)));
}

/** A row that cannot be read says what no other does, so it is written anew. @throws {IncidentError} `newer-data` */
function saidIn(key: string, stored: unknown): string {
  const row = FindingShape.findOrForget(key, stored);
  return row ? said(row) : 'unreadable';
}

/** What makes two rows the same: the rest follows from it. */
function said({ findings, weight }: Pick<FindingRow, 'findings' | 'weight'>): string {
  return canonical({ findings, weight: weight ?? null });
}

/** So many minutes of effect, and behind the point, below 1, when it was raised. */
const MOMENTS = 1e14;

function rowOf({ created, findings, effect }: Found): FindingRow | undefined {
  if (findings.length === 0) return undefined;
  const kinds = FINDING_KINDS.filter((kind) => findings.some((one) => one.kind === kind));
  return {
    ...(Object.fromEntries(kinds.map((kind) => [kind, 'yes'])) as Partial<FindingRow>),
    all: 'yes',
    created,
    weight: effect + created / MOMENTS,
    findings,
  };
}
