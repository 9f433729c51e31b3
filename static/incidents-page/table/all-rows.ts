import { type FigureRow, type FigureRowsView, type FiguresInput } from '../../../src/contract';
import { type Told } from '../../kit/page/failure';
import { type Answered, askFigures, type Ready } from '../../kit/figures/ask';

/** As many as one answer holds at most. */
const SIZE = 500;

type Asked = FiguresInput & { readonly withExcluded: boolean };

export type AllRows =
  | {
      readonly ok: true;
      readonly rows: readonly FigureRow[];
      /** What they are, as it was said with the first of them. */
      readonly stated: Ready<FigureRowsView>;
    }
  | { readonly ok: false; readonly failure: Told }
  | { readonly ok: false; readonly stopped: true };

/**
 * All rows, page after page.
 *
 * @param onPage hears how many there are so far, of how many
 * @param signal ends it between two pages
 */
export async function allRows(
  input: Asked,
  onPage: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<AllRows> {
  const rows = new Map<string, FigureRow>();
  let first: Ready<FigureRowsView> | undefined;
  for (let from: number | null = 0; from !== null;) {
    const { answer, failure }: Answered<'getFigureRows'> = await askFigures('getFigureRows', {
      ...input,
      from,
      size: SIZE,
    });
    if (signal.aborted) return { ok: false, stopped: true };
    if (failure) return { ok: false, failure };
    // Rights may change on the way: then the first pages are no file either.
    if (answer?.state !== 'ready') return { ok: false, failure: UNEXPECTED };
    first ??= answer;
    // One that began meanwhile moves the others on: what comes again is the same incident.
    for (const row of answer.view.rows) rows.set(row.id, row);
    onPage(rows.size, answer.view.of);
    from = answer.view.next;
  }
  return first ? { ok: true, rows: [...rows.values()], stated: first } : FAILED;
}

const UNEXPECTED: Told = { code: 'unexpected', subject: null };
const FAILED = { ok: false, failure: UNEXPECTED } as const;
