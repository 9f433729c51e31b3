import { useCallback, useEffect, useState } from 'react';
import { type BackfillView } from '../../../src/contract/admin';
import { type Told } from '../../kit/page/failure';
import { ask } from '../ask';

type Order = 'getBackfill' | 'startBackfill' | 'pauseBackfill' | 'resumeBackfill';
type State = {
  readonly view?: BackfillView;
  readonly failure?: Told;
  /** What was pressed and is not answered yet. */
  readonly pressed?: Order;
};

/** How often it is looked at: while it moves, and while it waits for another hour. */
const EVERY_MS = { running: 3000, waiting: 30_000 } as const;

/** Where the backfill stands, looked at again and again while it is under way and somebody sees the page. */
export function useBackfill() {
  const [state, setState] = useState<State>({});
  const order = useCallback(async (name: Order) => {
    if (name !== 'getBackfill') setState((was) => ({ ...was, pressed: name }));
    const reply = await ask(name);
    setState(({ view }) => (reply.ok ? { view: reply.value } : { view, failure: reply }));
  }, []);
  useEffect(() => void order('getBackfill'), [order]);

  const how = state.view?.state;
  const everyMs = how === 'running' || how === 'waiting' ? EVERY_MS[how] : undefined;
  useEffect(() => {
    if (everyMs === undefined) return undefined;
    const look = () => {
      if (!document.hidden) void order('getBackfill');
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs, order]);

  return {
    ...state,
    reload: () => void order('getBackfill'),
    start: () => void order('startBackfill'),
    pause: () => void order('pauseBackfill'),
    resume: () => void order('resumeBackfill'),
  };
}

export type Backfill = ReturnType<typeof useBackfill>;
