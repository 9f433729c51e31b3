import { useCallback, useState } from 'react';
import type { UiModule } from '../../core/contract';
import { useRefresh } from '../shell/refresh';
import { useAnswer } from '../shell/use-answer';
import { readModules } from '../site/sandbox';
import type { Issue } from '../site/types';

export type Panels = {
  /** What the Apps button offers. */
  readonly offered: readonly UiModule[];
  /** Those that someone has added to this issue. */
  readonly added: readonly UiModule[];
  readonly toggle: (key: string) => void;
};

/** The app's issue panels: hidden until added, then shown on this issue for as long as the browser remembers. */
export function usePanels({ id, key }: Issue): Panels {
  const [modules, again] = useAnswer(
    useCallback(() => readModules('jira:issuePanel', { issue: key }), [key]),
  );
  useRefresh(again);
  const [keys, setKeys] = useState(() => remembered(id));
  const offered = modules.state === 'ready' ? modules.value : [];
  return {
    offered,
    added: offered.filter((module) => keys.includes(module.key)),
    toggle(moduleKey) {
      const now = keys.includes(moduleKey)
        ? keys.filter((one) => one !== moduleKey)
        : [...keys, moduleKey];
      localStorage.setItem(itemOf(id), JSON.stringify(now));
      setKeys(now);
    },
  };
}

const itemOf = (issueId: string) => `issue-panels/${issueId}`;

function remembered(issueId: string): readonly string[] {
  const stored: unknown = JSON.parse(localStorage.getItem(itemOf(issueId)) ?? '[]');
  return Array.isArray(stored) ? stored.map(String) : [];
}
