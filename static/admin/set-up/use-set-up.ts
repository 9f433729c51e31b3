import { useCallback, useEffect, useState } from 'react';
import {
  type Choices,
  type SetUpView,
  type StepName,
  type StepView,
} from '../../../src/contract/admin';
import { type Told } from '../../kit/page/failure';
import { ask } from '../ask';

type State = {
  readonly view?: SetUpView;
  readonly failure?: Told;
  /** The step that is under way. */
  readonly running?: StepName;
  /** Somebody decides anew, on a site where set-up was begun. */
  readonly changing: boolean;
};

/**
 * Set-up runs here, one call a step, so that it shows what happens and ends with the page: what is done is kept by the
 * back end, and whoever opens the page next goes on.
 */
export function useSetUp() {
  const [state, setState] = useState<State>({ changing: false });
  const merge = useCallback((part: Partial<State>) => {
    setState((was) => ({ ...was, ...part }));
  }, []);

  const reload = useCallback(async () => {
    const reply = await ask('getSetUp');
    merge(reply.ok ? { view: reply.value, failure: undefined } : { failure: reply });
  }, [merge]);

  const runSteps = useCallback((steps: readonly StepView[]) => runAll(steps, merge), [merge]);

  useEffect(() => void reload(), [reload]);

  return {
    ...state,
    reload: () => void reload(),
    change: () => {
      merge({ changing: true });
    },
    keep: () => {
      merge({ changing: false });
    },
    /** Goes on where it stopped; from the start when everything was done. */
    run: () => {
      const { view } = state;
      if (!view) return;
      const open = view.steps.filter(({ state: how }) => how === 'waiting' || how === 'failed');
      const wanted = open.length > 0 ? open : view.steps;
      void runSteps(wanted);
    },
    /** Keeps the choices, then runs the whole plan. Resolves to what went wrong, if anything did. */
    begin: async (choices: Choices): Promise<Told | undefined> => {
      const reply = await ask('chooseSetUp', choices);
      if (!reply.ok) return reply;
      merge({ view: reply.value, changing: false, failure: undefined });
      void runSteps(reply.value.steps);
      return undefined;
    },
  };
}

/** One after the other, until one fails that others build on. */
async function runAll(
  steps: readonly StepView[],
  merge: (part: Partial<State>) => void,
): Promise<void> {
  for (const { name: step } of steps) {
    merge({ running: step, failure: undefined });
    const reply = await ask('runSetUpStep', { step });
    if (!reply.ok) {
      merge({ running: undefined, failure: reply });
      return;
    }
    merge({ view: reply.value });
    if (stopsOthers(reply.value.steps, step)) break;
  }
  merge({ running: undefined });
}

/** What comes after switching on does not build on each other: a failure is shown, and the rest is done. */
function stopsOthers(steps: readonly StepView[], step: StepName): boolean {
  const at = steps.findIndex(({ name }) => name === step);
  const lastOfAll = steps.findIndex(({ name }) => name === 'switch-on');
  return steps[at]?.state === 'failed' && at <= lastOfAll;
}
