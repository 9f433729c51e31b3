import { view } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { addressOf, isFit, type PageState, stateIn } from './page-state';

type PageHistory = Awaited<ReturnType<typeof view.createHistory>>;

/** How long somebody may pause while typing before the page asks and the address follows. */
const PAUSE_MS = 400;

/** What the page shows, as its address says it: a reload, a link and "back" keep it. */
export function usePageState() {
  const history = useRef<PageHistory>(undefined);
  const [state, setState] = useState<PageState>();
  useEffect(() => {
    let isHere = true;
    let unlisten: (() => void) | undefined;
    void openedHistory().then((opened) => {
      if (!isHere) return;
      history.current = opened;
      setState(stateIn(opened?.location ?? NOWHERE));
      unlisten = opened?.listen((location, action) => {
        if (action === 'POP') setState(stateIn(location));
      });
    });
    return () => {
      isHere = false;
      unlisten?.();
    };
  }, []);
  useEffect(() => {
    if (!state || !isFit(state)) return undefined;
    const timer = setTimeout(() => {
      const address = addressOf(state, history.current?.location.search ?? '');
      const { pathname = '', search = '' } = history.current?.location ?? {};
      if (address !== pathname + search) history.current?.replace(address);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);
  const change = useCallback((part: Partial<PageState>) => {
    setState((was) => was && { ...was, ...part });
  }, []);
  /** "Back" leads to the tab from before. */
  const openTab = useCallback((tab: PageState['tab']) => {
    setState((was) => was && { ...was, tab });
    const { location } = history.current ?? {};
    if (location) history.current?.push(`/${tab}${location.search}`);
  }, []);
  return { state, change, openTab };
}

const NOWHERE = { pathname: '/', search: '' };

/** Where Jira keeps no address for the page, it forgets when it is left, and works all the same. */
async function openedHistory(): Promise<PageHistory | undefined> {
  try {
    return await view.createHistory();
  } catch {
    return undefined;
  }
}
