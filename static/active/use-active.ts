import { events } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Listed, worstFirst } from '../kit/lists/listed';
import {
  type FoundList,
  mayBrowse,
  type NotFound,
  searchActive,
  searchLast,
} from '../kit/lists/search-listed';
import { type ListConfig } from './config';

/** Often enough for somebody who watches, and little enough for Jira. */
const AGAIN_MS = 30_000;
const REFRESH = 'JIRA_DASHBOARD_GADGET_REFRESH';

/** A list as it is shown. */
export type Active = {
  /** undefined until Jira has answered for the first time. */
  readonly found?: FoundList;
  /** Of an empty list: the one that was over last. */
  readonly last?: Listed;
  /** Why the last search found nothing; what was found before stands. */
  readonly failure?: NotFound;
  readonly busy: boolean;
  readonly reload: () => void;
};

/** The list, kept up to date as long as somebody can see it. */
export function useActive(config: ListConfig): Active {
  const [shown, setShown] = useState<Omit<Active, 'reload' | 'busy'>>({});
  const [busy, setBusy] = useState(true);
  const asked = useRef(0);
  const since = useRef(0);
  const reload = useCallback(() => {
    const mine = ++asked.current;
    since.current = performance.now();
    setBusy(true);
    void look(config).then((answer) => {
      if (mine !== asked.current) return;
      setBusy(false);
      setShown((was) => ('failure' in answer ? { ...was, ...answer } : answer));
    });
  }, [config]);
  useEffect(() => {
    reload();
    const lookAgain = () => {
      // A page that was hidden for long is looked at again at once.
      if (!document.hidden && performance.now() - since.current >= AGAIN_MS) reload();
    };
    const timer = setInterval(lookAgain, AGAIN_MS / 6);
    document.addEventListener('visibilitychange', lookAgain);
    const heard = events.on(REFRESH, reload);
    heard.catch(() => undefined); // not on a dashboard: nobody tells
    return () => {
      asked.current += 1; // whoever left wants no answer
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookAgain);
      void heard.then(
        ({ unsubscribe }) => {
          unsubscribe();
        },
        () => undefined,
      );
    };
  }, [reload]);
  return { ...shown, busy, reload };
}

async function look(
  config: ListConfig,
): Promise<Pick<Active, 'found' | 'last'> | { readonly failure: NotFound }> {
  const found = await searchActive(config);
  if ('why' in found) return { failure: found };
  const incidents = found.incidents.filter(chosenBy(config)).toSorted(byUrgency);
  if (incidents.length > 0) return { found: { ...found, incidents } };
  const last = await searchLast(config);
  if (last === null && !(await mayBrowse(config.where))) {
    return { failure: { why: 'no-access' } };
  }
  return { found: { ...found, incidents }, ...(last && { last }) };
}

function chosenBy({ severities, services }: ListConfig) {
  return ({ severity, service }: Listed) =>
    (severities.length === 0 || (severity !== null && severities.includes(severity))) &&
    (services.length === 0 || (service !== null && services.includes(service.option)));
}

/** What is over comes last, the newest of it first. */
function byUrgency(a: Listed, b: Listed): number {
  const isOver = Number(a.phase === 'resolved') - Number(b.phase === 'resolved');
  if (isOver !== 0) return isOver;
  return a.phase === 'resolved' ? (b.until ?? 0) - (a.until ?? 0) : worstFirst(a, b);
}
