import { useCallback, useEffect, useRef, useState } from 'react';
import { type Finding, type FindingFilter } from '../../../src/contract/admin';
import { type Told } from '../../kit/page/failure';
import { ask } from '../ask';
import { issuesSeen } from './issues-seen';

/** An incident of the list, called as Jira calls it for whoever looks. */
export type FindingRow = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly findings: readonly Finding[];
};

type State = {
  readonly rows: readonly FindingRow[];
  /** Incidents of the list that the viewer may not see, or that are gone. */
  readonly hidden: number;
  readonly next: string | null;
  readonly busy: boolean;
  readonly failure?: Told;
};

const NOTHING: State = { rows: [], hidden: 0, next: null, busy: true };

/**
 * The list of a kind, a page at a time, read anew when `when` changes.
 * Back end: ids and codes; Jira itself: what the viewer may see of them.
 */
export function useFindings(kind: FindingFilter, when: string) {
  const [state, setState] = useState(NOTHING);
  // An answer to a question that nobody asks any more is dropped.
  const asked = useRef(0);
  const load = useCallback(
    async (after: string | null) => {
      asked.current += 1;
      const mine = asked.current;
      setState((was) => ({ ...was, busy: true, failure: undefined }));
      const page = await pageOf(kind, after);
      if (mine !== asked.current) return;
      setState((was) => {
        if ('failure' in page) return { ...was, busy: false, failure: page.failure };
        const before = after === null ? NOTHING : was;
        return {
          rows: [...before.rows, ...page.rows],
          hidden: before.hidden + page.hidden,
          next: page.next,
          busy: false,
        };
      });
    },
    [kind],
  );
  const reload = useCallback(() => void load(null), [load]);
  useEffect(() => {
    reload();
    const look = () => {
      if (!document.hidden) reload();
    };
    // Back from an incident that was corrected in another tab.
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload, when]);
  return { ...state, reload, more: () => void load(state.next) };
}

type Page = Pick<State, 'rows' | 'hidden' | 'next'> | { readonly failure: Told };

async function pageOf(kind: FindingFilter, after: string | null): Promise<Page> {
  const reply = await ask('getFindings', { kind, ...(after === null ? {} : { after }) });
  if (!reply.ok) return { failure: reply };
  const { found, next } = reply.value;
  const seen = await issuesSeen(found.map(({ id }) => id)).catch(() => undefined);
  if (!seen) return { failure: { code: 'unavailable', subject: null } };
  const rows = found.flatMap(({ id, findings }) => {
    const issue = seen.get(id);
    return issue ? [{ id, findings, ...issue }] : [];
  });
  return { rows, hidden: found.length - rows.length, next };
}
