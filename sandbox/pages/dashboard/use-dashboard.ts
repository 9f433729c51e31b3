import { useCallback, useState } from 'react';
import type { UiModule } from '../../core/contract';
import { emitProductEvent } from '../bridge/events';
import { useHost } from '../shell/host';
import { useRefresh } from '../shell/refresh';
import { useAnswer, type Answer } from '../shell/use-answer';
import * as calls from '../site/dashboards';
import { messageOf } from '../site/http';
import { readModules } from '../site/sandbox';

export type Ready = calls.WholeDashboard & { readonly modules: readonly UiModule[] };

export type DashboardState = {
  readonly answer: Answer<Ready>;
  /** The gadget whose form is open. */
  readonly configuring: number | undefined;
  readonly configure: (gadget: number | undefined) => void;
  /** How often each gadget was loaded anew. */
  readonly rounds: Readonly<Record<number, number>>;
  readonly refresh: (gadget?: calls.Gadget) => void;
  /** Makes a change and reads the dashboard again; what is refused is told in a flag. @returns whether it was made. */
  readonly change: (make: () => Promise<unknown>, moved?: calls.Gadget) => Promise<boolean>;
  /** The gadget that was moved last: in another column it is drawn anew, and the focus has to go with it. */
  readonly moved: number | undefined;
};

/** The gadgets and widgets that may be put on a dashboard by this person. */
async function readInstalled(): Promise<readonly UiModule[]> {
  const types = ['jira:dashboardGadget', 'dashboards:widget'];
  return (await Promise.all(types.map((type) => readModules(type)))).flat();
}

export function useDashboard(id: string): DashboardState {
  const host = useHost();
  const [answer, again] = useAnswer(
    useCallback(async () => {
      const [whole, modules] = await Promise.all([calls.readDashboard(id), readInstalled()]);
      return { ...whole, modules };
    }, [id]),
  );
  useRefresh(again);
  const [configuring, configure] = useState<number>();
  const [moved, setMoved] = useState<number>();
  const [rounds, setRounds] = useState<Rounds>({});
  return {
    answer,
    configuring,
    configure,
    rounds,
    moved,
    refresh(gadget) {
      if (answer.state !== 'ready') return;
      const { gadgets, modules } = answer.value;
      const those = gadget ? [gadget] : gadgets;
      const anew = those.filter((one) => moduleOf(one, modules)?.refreshable !== false);
      setRounds((now) => oneMore(now, anew));
      // Those that refresh themselves all hear of it, as in Jira.
      if (anew.length < those.length) emitProductEvent(REFRESH, originOf(gadget));
    },
    async change(make, gadget) {
      setMoved(undefined);
      try {
        await make();
        await again();
        setMoved(gadget?.id);
        return true;
      } catch (error) {
        host.showFlag(failureFlag(id, error));
        return false;
      }
    },
  };
}

function failureFlag(id: string, error: unknown) {
  return {
    id: `dashboard-${id}`,
    type: 'error',
    isAutoDismiss: false,
    title: messageOf(error),
    actions: [],
  } as const;
}

type Rounds = Readonly<Record<number, number>>;

function oneMore(rounds: Rounds, gadgets: readonly calls.Gadget[]): Rounds {
  const next = gadgets.map(({ id }) => [id, (rounds[id] ?? 0) + 1] as const);
  return { ...rounds, ...Object.fromEntries(next) };
}

const REFRESH = 'JIRA_DASHBOARD_GADGET_REFRESH';

const originOf = (gadget: calls.Gadget | undefined) =>
  gadget ? { origin: 'gadget', gadgetId: String(gadget.id) } : { origin: 'dashboard' };

/** The module that a gadget shows; undefined when it is not installed, or not for this person. */
export function moduleOf(
  { moduleKey }: calls.Gadget,
  modules: readonly UiModule[],
): UiModule | undefined {
  return modules.find(({ extensionId }) => extensionId === moduleKey);
}
