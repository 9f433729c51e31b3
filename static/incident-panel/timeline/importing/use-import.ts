import { useState } from 'react';
import { useDraft } from '../../../kit/page/draft';
import { type Said } from '../../../kit/incident/incident';
import { useViewer } from '../../../kit/texts/texts';
import { type Choice, chosen, type ImportLine, isUnclear, saidOf, turnsIn } from './import-lines';
import { notesIn } from './notes-parser';
import { placed } from './placed-notes';
import { dayOf } from '../times';

/** As many as come in with one press, and as many as cross at once: each part is in or not. */
export const LIMIT = 200;
const AT_ONCE = 40;

type Progress = {
  readonly done: number;
  readonly of: number;
  readonly is: 'running' | 'failed' | 'done' | 'unclear';
};

/** Pasted notes on their way into the log. */
export function useImport(now: number, onAdd: (all: readonly Said[]) => Promise<boolean>) {
  const viewer = useViewer();
  const [text, setText, forget] = useDraft('timeline.import', '');
  const [day, setDay] = useState(() => dayOf(now, viewer));
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({});
  const [progress, setProgress] = useState<Progress>();
  const notes = placed(notesIn(text), {
    day,
    now,
    timeZone: viewer.timeZone,
    turns: turnsIn(choices),
  });
  const lines = chosen(notes, choices);
  const wanted = lines.filter(({ isDropped }) => !isDropped);
  const next = wanted.slice(0, LIMIT);
  const choose = (n: number, choice: Choice) => {
    setChoices((was) => ({ ...was, [n]: { ...was[n], ...choice } }));
  };
  const add = async () => {
    const tell = (is: Progress['is'], done = 0) => {
      setProgress({ done, of: next.length, is });
    };
    if (next.some(isUnclear)) {
      tell('unclear');
      return;
    }
    const isWhole = await addInParts(next, { onAdd, tell, onAdded: choose });
    if (!isWhole || next.length < wanted.length) return;
    forget();
    setChoices({});
  };
  const change = (words: string) => {
    setText(words);
    setChoices({});
    setProgress(undefined);
  };
  return { text, change, day, setDay, lines, next, choose, add, progress };
}

type Adding = {
  readonly onAdd: (all: readonly Said[]) => Promise<boolean>;
  readonly onAdded: (n: number, choice: Choice) => void;
  readonly tell: (is: Progress['is'], done: number) => void;
};

/** @returns whether all of them are in the log */
async function addInParts(lines: readonly ImportLine[], { onAdd, onAdded, tell }: Adding) {
  let done = 0;
  while (done < lines.length) {
    tell('running', done);
    const part = lines.slice(done, done + AT_ONCE);
    if (!(await onAdd(part.map(saidOf)))) {
      tell('failed', done);
      return false;
    }
    for (const { n } of part) onAdded(n, { isDropped: true, isAdded: true });
    done += part.length;
  }
  tell('done', done);
  return true;
}
