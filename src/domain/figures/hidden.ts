import { type Instant } from '../time';
import { type Row } from './row';

/*
 * Incidents that somebody may not see, counted in sums without being told by them. They are put into batches of at
 * least five, by what they are and never by what is asked. Whatever is chosen, and however it is divided, a batch is
 * counted as a whole where all of it belongs, or not at all. So whatever somebody subtracts from whatever else, five or
 * more incidents are left, or none.
 */

/** Incidents that are counted together or not at all. */
type Batch = { readonly size: number };

/** A row, and the batch it is counted with; without one, the person sees it. */
export type Counted<Of = Row> = Of & { readonly batch?: Batch };

/** Fewer may say who it was. */
const FEWEST = 5;

/** What the incidents of a batch have in common: as much as five of them do. */
const LIKENESSES: readonly ((row: Row) => readonly unknown[])[] = [
  (row) => [serviceOf(row), row.products.map(({ id }) => id), row.severity, monthOf(row)],
  (row) => [serviceOf(row), monthOf(row)],
  (row) => [serviceOf(row)],
  (row) => [monthOf(row)],
  () => [],
];

/**
 * Those of the hidden incidents that can be counted, in their batches.
 *
 * @param kindOf what all incidents of a batch have in common in any case: in which figures they are
 */
export function inBatches(
  hidden: readonly Row[],
  kindOf: (row: Row) => string,
): readonly Counted[] {
  const counted: Counted[] = [];
  let left: readonly Row[] = hidden.toSorted(
    (a, b) => momentOf(a) - momentOf(b) || a.number - b.number,
  );
  for (const likeness of LIKENESSES) {
    const all = divided(left, (row) => JSON.stringify([kindOf(row), ...likeness(row)]));
    counted.push(...all.filter(({ length }) => length >= FEWEST).flatMap(batched));
    left = all.filter(({ length }) => length < FEWEST).flat();
  }
  return counted;
}

function divided(rows: readonly Row[], by: (row: Row) => string): readonly (readonly Row[])[] {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const key = by(row);
    const own = classes.get(key) ?? [];
    own.push(row);
    classes.set(key, own);
  }
  return [...classes.values()];
}

/** Five next to each other in time; the last of them take what is left over. */
function batched(rows: readonly Row[]): readonly Counted[] {
  const batches = Math.floor(rows.length / FEWEST);
  const last = { size: rows.length - (batches - 1) * FEWEST };
  const sized = Array.from({ length: batches - 1 }, () => ({ size: FEWEST }));
  return rows.map((row, at) => ({ ...row, batch: sized[Math.floor(at / FEWEST)] ?? last }));
}

/** Without those of whose batch another one is missing here. To be asked of every part that is told by itself. */
export function wholeBatches<Of>(rows: readonly Counted<Of>[]): readonly Counted<Of>[] {
  const here = new Map<Batch, number>();
  for (const { batch } of rows) if (batch) here.set(batch, (here.get(batch) ?? 0) + 1);
  if (here.size === 0) return rows;
  return rows.filter(({ batch }) => !batch || here.get(batch) === batch.size);
}

/** Those that the person sees. */
export function seenOf<Of>(rows: readonly Counted<Of>[]): readonly Of[] {
  return rows.filter(({ batch }) => !batch);
}

const serviceOf = ({ service }: Row) => service?.id ?? null;
const momentOf = ({ start, created }: Row): Instant => start ?? created;
const monthOf = (row: Row) => new Date(momentOf(row)).toISOString().slice(0, 'YYYY-MM'.length);
