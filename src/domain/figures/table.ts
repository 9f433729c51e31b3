import { spanOf, measured } from '../clocks/clocks';
import { FINDING_KINDS, type FindingKind } from '../clocks/data-quality';
import { type Instant } from '../time';
import { exclusionOf, type Choice, isChosen } from './cohort';
import { type Counted, seenOf, wholeBatches } from './hidden';
import { type Row, timesOf } from './row';
import { type ChoicesView, type FiguresNamed } from './views';
import { type DataQualityView, type FigureRow, type FigureRowsView } from './views-of-response';

const MOST_FOUND = 500;

/**
 * What is wrong with the times of these incidents, excluded ones as well.
 *
 * @param rows those that the person sees, and hidden ones in their batches, which are counted and never listed
 */
export function dataQuality(
  rows: readonly Counted[],
  choice: Choice,
  projectKey: string,
): DataQualityView {
  const chosen = wholeBatches(rows.filter((row) => isChosen(row, choice)));
  const found = chosen
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => b.created - a.created);
  const countOf = (kind: FindingKind) =>
    found.filter(({ findings }) => findings.includes(kind)).length;
  const listed = seenOf(found);
  return {
    n: found.length,
    of: chosen.length,
    counts: Object.fromEntries(
      FINDING_KINDS.map((kind) => [kind, countOf(kind)]),
    ) as DataQualityView['counts'],
    found: listed.slice(0, MOST_FOUND).map(({ id, number, created, findings: kinds }) => {
      return { id, key: `${projectKey}-${number}`, created, kinds };
    }),
    more: listed.length > MOST_FOUND,
  };
}

/** A page of the table, the newest start first. */
export function table(
  rows: readonly Row[],
  choice: Choice,
  page: {
    readonly from: number;
    readonly size: number;
    readonly withExcluded: boolean;
    readonly projectKey: string;
  },
): FigureRowsView {
  const { from, size, withExcluded, projectKey } = page;
  const all = rows
    .filter((row) => isChosen(row, choice))
    .filter((row) => withExcluded || !exclusionOf(row, choice.now))
    .toSorted((a, b) => (b.start ?? b.created) - (a.start ?? a.created));
  const shown = all.slice(from, from + size);
  return {
    of: all.length,
    rows: shown.map((row) => rowView(row, projectKey, choice.now)),
    next: from + size < all.length ? from + size : null,
  };
}

function rowView(row: Row, projectKey: string, now: Instant): FigureRow {
  const { id, number, created, phase, kept, missed, products, service } = row;
  const excluded = exclusionOf(row, now) ?? null;
  const { ttdMs = null, ttrMs = null } = excluded === 'impossible' ? {} : measured(timesOf(row));
  return {
    id,
    key: `${projectKey}-${number}`,
    created,
    phase,
    kept,
    missed,
    excluded,
    start: row.start ?? null,
    detected: row.detected ?? null,
    recovered: row.recovered ?? null,
    ttdMs,
    ttrMs,
    severity: row.severity ?? null,
    service: named(service),
    products: products.map(named),
    taken: row.taken ?? null,
    internalWord: row.internalWord ?? null,
    externalWord: row.externalWord ?? null,
    rolesFilled: row.rolesFilled ?? null,
    reopenedMs: span(row.firstRecovered, row.recovered),
  };
}

function span(from: Instant | undefined, to: Instant | undefined): number | null {
  return from === undefined || to === undefined ? null : spanOf(from, to);
}

/** A choice as people read it. */
export function named(choice: FiguresNamed | undefined): FiguresNamed {
  return choice ? { id: choice.id, name: choice.name === '' ? null : choice.name } : NOBODY_SAID;
}

const NOBODY_SAID: FiguresNamed = { id: null, name: null };

/** What filters can choose of: what these incidents have. */
export function choicesOf(rows: readonly Row[]): Omit<ChoicesView, 'severities'> {
  const starts = rows.flatMap(({ start }) => start ?? []);
  return {
    services: distinct(rows.flatMap(({ service }) => service ?? [])),
    products: distinct(rows.flatMap(({ products }) => products)),
    first: starts.reduce<number | null>((first, at) => Math.min(first ?? at, at), null),
  };
}

function distinct(choices: readonly FiguresNamed[]): readonly FiguresNamed[] {
  const byId = new Map(choices.map((choice) => [choice.id, named(choice)]));
  return [...byId.values()].toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
}
