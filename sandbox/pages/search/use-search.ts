import { useCallback, useEffect, useState } from 'react';
import { useRefresh } from '../shell/refresh';
import { approximateCount, search } from '../site/jira';
import type { Issue } from '../site/types';
import { withoutOrder } from './order';
import type { Column } from './use-columns';

type Found = {
  readonly state: 'loading' | 'ready';
  readonly issues: readonly Issue[];
  readonly count: number | undefined;
  readonly error: unknown;
  /** Reads the next page; undefined when this is all. */
  readonly more: (() => Promise<void>) | undefined;
};

type Held = Omit<Found, 'more'> & { readonly token?: string };

const LOADING: Held = { state: 'loading', issues: [], count: undefined, error: undefined };

/** The work items of a query, page by page, with about how many there are. */
export function useSearch(jql: string, columns: readonly Column[]): Found {
  const [held, setHeld] = useState<Held & { jql: string }>({ ...LOADING, jql });
  const ids = columns.map(({ id }) => id).join();

  const read = useCallback(async () => {
    const answer = await first(jql, ids.split(','));
    setHeld({ ...answer, jql });
  }, [jql, ids]);
  useRefresh(read);
  useEffect(() => {
    let current = true;
    void first(jql, ids.split(',')).then((answer) => {
      if (current) setHeld({ ...answer, jql });
    });
    return () => {
      current = false;
    };
  }, [jql, ids]);

  const shown: Held = held.jql === jql ? held : LOADING;
  const { token } = shown;
  const more = async () => {
    const page = await search(jql, ids.split(','), token);
    const { nextPageToken } = page;
    setHeld({
      ...shown,
      jql,
      issues: [...shown.issues, ...page.issues],
      ...(nextPageToken ? { token: nextPageToken } : { token: '' }),
    });
  };
  return { ...shown, more: token ? more : undefined };
}

async function first(jql: string, fields: readonly string[]): Promise<Held> {
  try {
    const [page, count] = await Promise.all([
      search(jql, fields),
      approximateCount(withoutOrder(jql)),
    ]);
    const { issues, nextPageToken } = page;
    const token = nextPageToken ? { token: nextPageToken } : {};
    return { state: 'ready', issues, count, error: undefined, ...token };
  } catch (error) {
    return { ...LOADING, state: 'ready', error };
  }
}
