import { useEffect, useState } from 'react';
import { findPeople } from '../site/jira';
import type { User } from '../site/types';

/** Long enough that a fast typist asks once, short enough that nobody waits. */
const PAUSE_MS = 120;

/** People who match what is typed; none while nobody types (`undefined`). */
export function usePeople(
  query: string | undefined,
  { project, issue }: { readonly project?: string; readonly issue?: string },
): readonly User[] {
  const [found, setFound] = useState<readonly User[]>([]);
  useEffect(() => {
    if (query === undefined) return undefined;
    let current = true;
    const where = { ...(project ? { project } : {}), ...(issue ? { issue } : {}) };
    const timer = setTimeout(() => {
      // Whoever may not look for people finds none, as in Jira.
      void findPeople(query, where)
        .catch((): readonly User[] => [])
        .then((people) => {
          if (current) setFound(people);
        });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, project, issue]);
  return query === undefined ? [] : found;
}
