import { type IncidentId } from '../../domain/incident/incident';
import { quietMiddle, type Window } from '../../domain/figures/bounds';
import { type Row } from '../../domain/figures/row';
import { type SeenIncidents, type Which } from '../../ports/figures/seen-incidents';

/** Up to so many it is cheaper to ask for ids than to count again. */
const FEW = 250;

/** What came out: who is seen, or how far it got before the calls were spent. */
export type Found =
  | { readonly isDone: true; readonly visible: 'all' | ReadonlySet<IncidentId> }
  | { readonly isDone: false; readonly looked: number };

type Part = {
  readonly rows: readonly Row[];
  readonly window: Window;
  /** How many of it this person sees. */
  readonly seen: number;
};

type Looking = {
  readonly seen: SeenIncidents;
  /** Calls that may still be made. */
  calls: number;
  readonly onLooked?: (looked: number) => Promise<void>;
};

/**
 * Which of these incidents somebody may see. What they see is a part of what there is: where their count is the
 * store's, they see all, and where it is nothing, none. Where it is neither, the time is halved, until so few are left
 * that their ids are asked for.
 *
 * @param rows all that were raised in the window, by when they were raised
 * @throws {IncidentError} as `SeenIncidents`
 */
export async function findVisible(
  looking: Looking,
  rows: readonly Row[],
  window: Window,
): Promise<Found> {
  const seen = await counted(looking, window);
  if (seen === rows.length) return { isDone: true, visible: 'all' };
  const visible = new Set<IncidentId>();
  const parts: Part[] = [{ rows, window, seen }];
  let looked = 0;
  for (let part = parts.pop(); part; part = parts.pop()) {
    if (looking.calls <= 0) return { isDone: false, looked };
    const halves = await looker(looking, part, visible);
    parts.push(...halves);
    if (halves.length > 0) continue;
    looked += part.rows.length;
    await looking.onLooked?.(looked);
  }
  return { isDone: true, visible };
}

/** @returns the halves that are still to be looked at; none where all is said. */
async function looker(
  looking: Looking,
  { rows, window, seen }: Part,
  visible: Set<IncidentId>,
): Promise<readonly Part[]> {
  if (seen === 0) return [];
  if (seen === rows.length) {
    for (const { id } of rows) visible.add(id);
    return [];
  }
  const middle = rows.length > FEW ? quietMiddle(rows) : undefined;
  if (!middle) {
    await addIds(looking, { window }, visible);
    return [];
  }
  const early = { ...window, until: middle.at };
  const seenEarly = await counted(looking, early);
  return [
    {
      rows: rows.slice(middle.place),
      window: { ...window, after: middle.at },
      seen: seen - seenEarly,
    },
    { rows: rows.slice(0, middle.place), window: early, seen: seenEarly },
  ];
}

function counted(looking: Looking, window: Window): Promise<number> {
  looking.calls -= 1;
  return looking.seen.count(window);
}

/** Asks for all pages. */
export async function addIds(
  looking: Looking,
  which: Which,
  visible: Set<IncidentId>,
): Promise<void> {
  let place: string | undefined;
  do {
    looking.calls -= 1;
    const page = await looking.seen.ids(which, place);
    for (const id of page.ids) visible.add(id);
    place = page.next;
  } while (place !== undefined);
}
