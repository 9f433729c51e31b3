import { useCallback, useEffect, useState } from 'react';
import { type FigureStoreView } from '../../../src/contract/admin';
import { type Told } from '../../kit/page/failure';
import { ask } from '../ask';

type Order = 'getFigureStore' | 'rebuildFigures';
type State = {
  readonly view?: FigureStoreView;
  readonly failure?: Told;
  readonly isPressed: boolean;
};

const EVERY_MS = 3000;

/** How complete the figures are, looked at again while they are made anew and somebody sees the page. */
export function useFigureStore() {
  const [state, setState] = useState<State>({ isPressed: false });
  const order = useCallback(async (name: Order) => {
    if (name === 'rebuildFigures') setState((was) => ({ ...was, isPressed: true }));
    const reply = await ask(name);
    setState(({ view }) =>
      reply.ok
        ? { view: reply.value, isPressed: false }
        : { view, failure: reply, isPressed: false },
    );
  }, []);
  useEffect(() => void order('getFigureStore'), [order]);

  const isUnderWay =
    state.view !== undefined && state.view.state !== 'idle' && state.view.state !== 'failed';
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) void order('getFigureStore');
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, order]);

  return {
    ...state,
    reload: () => void order('getFigureStore'),
    rebuild: () => void order('rebuildFigures'),
  };
}

export type FigureStore = ReturnType<typeof useFigureStore>;
