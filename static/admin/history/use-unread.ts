import { useCallback, useEffect, useState } from 'react';
import { type UnreadView } from '../../../src/contract/admin';
import { type Told } from '../../kit/page/failure';
import { ask } from '../ask';
import { type IssueSeen, issuesSeen } from './issues-seen';

type Order = 'lookAgain' | 'forgetUnread';
type State = {
  readonly view?: UnreadView;
  /** By id: those that the viewer may see. */
  readonly seen?: ReadonlyMap<string, IssueSeen>;
  readonly failure?: Told;
  /** What was pressed and is not answered yet. */
  readonly pressed?: Order;
};

/** What is tried again is answered in seconds. */
const LATER_MS = 5000;

/** Incidents that the app cannot read: the app knows which and why, Jira how whoever looks may call them. */
export function useUnread() {
  const [state, setState] = useState<State>({});
  const take = useCallback(async (asked: ReturnType<typeof askUnread>) => {
    const reply = await asked;
    if (!reply.ok) {
      setState(({ view, seen }) => ({ view, seen, failure: reply }));
      return;
    }
    const seen = await issuesSeen(reply.value.unread.map(({ id }) => id));
    setState({ view: reply.value, ...(seen && { seen }) });
  }, []);
  const reload = useCallback(() => void take(askUnread()), [take]);
  useEffect(reload, [reload]);
  const press = (pressed: Order, asked: ReturnType<typeof askUnread>) => {
    setState((was) => ({ ...was, pressed }));
    void take(asked);
  };
  return {
    ...state,
    reload,
    again: () => {
      press('lookAgain', ask('lookAgain'));
      setTimeout(reload, LATER_MS);
    },
    forget: (incident: string) => {
      press('forgetUnread', ask('forgetUnread', { incident }));
    },
  };
}

const askUnread = () => ask('getUnread');

export type UnreadList = ReturnType<typeof useUnread>;
