import { useCallback } from 'react';
import { AppFrame } from '../bridge/app-frame';
import { useRefresh } from '../shell/refresh';
import { useAnswer } from '../shell/use-answer';
import { readModules } from '../site/sandbox';
import type { Issue } from '../site/types';
import { ModuleIcon } from './module-icon';

/** The app's cards in the right column, open from the start. */
export function ContextModules({ issue: { key } }: { readonly issue: Issue }) {
  const [modules, again] = useAnswer(
    useCallback(() => readModules('jira:issueContext', { issue: key }), [key]),
  );
  useRefresh(again);
  if (modules.state !== 'ready') return null;
  return modules.value.map((module) => (
    <details key={module.key} className="card" open>
      <summary>
        <ModuleIcon module={module} />
        <h2>{module.title}</h2>
        {module.label !== undefined && module.label !== module.title && (
          <span className="subtle">{module.label}</span>
        )}
      </summary>
      <AppFrame module={module} place={{ issue: key }} title={module.title} />
    </details>
  ));
}
