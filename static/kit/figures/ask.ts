import { useCallback, useEffect, useRef, useState } from 'react';
import { type FiguresAnswer, type FiguresContract } from '../../../src/contract';
import { type Told } from '../page/failure';
import { askerOf } from '../jira/invoke';

const invoke = askerOf<FiguresContract>();

type Name = keyof FiguresContract;
type AnswerTo<N extends Name> = Extract<
  ReturnType<FiguresContract[N]>,
  { readonly ok: true }
>['value'];

/** What a picture is drawn and said from, when it is there. */
export type Ready<View> = Extract<FiguresAnswer<View>, { readonly state: 'ready' }>;

export type Asked<Answer> = {
  /** undefined until there was one; an earlier one stays while the next is awaited. */
  readonly answer?: Answer;
  readonly failure?: Told;
  readonly busy: boolean;
  readonly reload: () => void;
};

/** While a job works at it. */
const SOON_MS = 3000;
/** Figures of weeks and months change slowly. */
const AGAIN_MS = 10 * 60_000;

/**
 * Asks for one picture, and again: soon while a job works at it, and now and then as long as somebody can see it.
 *
 * @param input to be kept the same object as long as nothing changes; undefined asks nothing
 */
export function useFigures<N extends Name>(
  name: N,
  input: Parameters<FiguresContract[N]>[0] | undefined,
): Asked<AnswerTo<N>> {
  const [state, setState] = useState<Omit<Asked<AnswerTo<N>>, 'reload'>>({ busy: true });
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reload = useCallback(() => {
    const mine = ++asked.current;
    clearTimeout(timer.current);
    if (input === undefined) return;
    setState((was) => ({ ...was, busy: true }));
    void askFigures(name, input).then((next) => {
      if (mine !== asked.current) return;
      setState((was) => ({ ...was, failure: undefined, ...next, busy: false }));
      timer.current = setTimeout(() => {
        if (!document.hidden) reload();
      }, waitAfter(next.answer));
    });
  }, [name, input]);
  useEffect(() => {
    reload();
    return () => {
      asked.current += 1; // whoever left wants no answer
      clearTimeout(timer.current);
    };
  }, [reload]);
  useEffect(() => {
    const back = () => {
      if (!document.hidden) reload();
    };
    document.addEventListener('visibilitychange', back);
    return () => {
      document.removeEventListener('visibilitychange', back);
    };
  }, [reload]);
  return { ...state, reload };
}

export type Answered<N extends Name> = {
  readonly answer?: AnswerTo<N>;
  readonly failure?: Told;
};

/** One answer. Never throws: a failure is an answer too. */
export async function askFigures<N extends Name>(
  name: N,
  input: Parameters<FiguresContract[N]>[0],
): Promise<Answered<N>> {
  try {
    const reply = await invoke(name, input);
    return reply.ok ? { answer: reply.value } : { failure: reply };
  } catch {
    return { failure: { code: 'unexpected', subject: null } };
  }
}

function waitAfter(answer: FiguresAnswer<unknown> | undefined): number {
  return answer?.state === 'checking' || answer?.state === 'building' ? SOON_MS : AGAIN_MS;
}
