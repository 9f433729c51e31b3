import { useCallback, useEffect, useRef, useState } from 'react';
import { type EntryView, type TimelineView } from '../../../src/contract';
import { type Told } from '../../kit/page/failure';
import { askForTimeline } from './asking';

type Loaded = {
  /** By number, oldest first, without gaps. */
  readonly entries: readonly EntryView[];
  readonly failure?: Told;
  readonly isLoaded: boolean;
};

export type Timeline = Loaded & {
  readonly hasOlder: boolean;
  readonly isReading: boolean;
  readonly older: () => void;
  /** Reads what is new. Resolves when it is shown. */
  readonly catchUp: () => Promise<void>;
};

/** After so many entries at once it is quicker to begin anew. */
const CATCH_UP_PAGES = 5;

/** The newest entries, more of them on demand; read again whenever the log has grown. @param seq its last number */
export function useTimeline(seq: number): Timeline {
  const [state, setState] = useState<Loaded>({ entries: [], isLoaded: false });
  const [isReading, setReading] = useState(false);
  const known = useRef<readonly EntryView[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const read = useCallback(
    (how: (known: readonly EntryView[]) => Promise<readonly EntryView[] | Told>) => {
      const next = queue.current.then(async () => {
        setReading(true);
        const answer = await how(known.current);
        if ('code' in answer) setState((was) => ({ ...was, failure: answer, isLoaded: true }));
        else {
          known.current = answer;
          setState({ entries: answer, isLoaded: true });
        }
        setReading(false);
      });
      queue.current = next;
      return next;
    },
    [],
  );
  const catchUp = useCallback(() => read(newest), [read]);
  useEffect(() => {
    if (seq > (known.current.at(-1)?.seq ?? 0) || seq === 0) void catchUp();
  }, [seq, catchUp]);
  return {
    ...state,
    isReading,
    hasOlder: (state.entries[0]?.seq ?? 1) > 1,
    older: () => void read(withOlder),
    catchUp,
  };
}

/** What is known with what has come since; anew where too much has. */
async function newest(known: readonly EntryView[]): Promise<readonly EntryView[] | Told> {
  const last = known.at(-1)?.seq ?? 0;
  let fresh: readonly EntryView[] = [];
  for (let page = 0; page < CATCH_UP_PAGES; page += 1) {
    const answer = await askForTimeline(fresh[0]?.seq ?? null);
    if ('code' in answer) return answer;
    fresh = [...answer.entries, ...fresh];
    const first = fresh[0]?.seq ?? 0;
    if (last === 0 || first <= last + 1) {
      return [...known.filter((entry) => entry.seq < first), ...fresh];
    }
  }
  return fresh;
}

async function withOlder(known: readonly EntryView[]): Promise<readonly EntryView[] | Told> {
  const first = known[0]?.seq ?? 1;
  if (first <= 1) return known;
  const answer = await askForTimeline(first);
  return 'code' in answer ? answer : [...answer.entries, ...known];
}

/** The whole log, oldest first. @param onRead told how many of how many are read */
export async function wholeLog(
  onRead: (done: number, of: number) => void,
): Promise<readonly EntryView[] | Told> {
  let all: readonly EntryView[] = [];
  let answer: TimelineView | Told;
  do {
    answer = await askForTimeline(all[0]?.seq ?? null);
    if ('code' in answer) return answer;
    if (answer.entries.length === 0) return all;
    all = [...answer.entries, ...all];
    onRead(all.length, all.at(-1)?.seq ?? all.length);
  } while ((all[0]?.seq ?? 1) > 1);
  return all;
}
