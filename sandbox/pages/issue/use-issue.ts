import { useCallback, useEffect } from 'react';
import { emitProductEvent } from '../bridge/events';
import { useRefresh } from '../shell/refresh';
import { useAnswer, type Answer } from '../shell/use-answer';
import { get } from '../site/http';
import { readIssue, readTransitions } from '../site/jira';
import type { Issue, Transition } from '../site/types';

export type IssueOnPage = { readonly issue: Issue; readonly transitions: readonly Transition[] };

/** How often the page looks whether somebody else changed the issue. */
const LOOK_EVERY_MS = 4000;
/** What an app does about a change comes a moment after it. */
const APP_NEEDS_MS = 1500;

/**
 * The issue of the page. It is read again after a change made here (`changed`), when an app asks for it, and when
 * somebody else has changed it; the app's frames are told by Jira's own event.
 */
export function useIssue(key: string): {
  readonly answer: Answer<IssueOnPage>;
  readonly changed: () => Promise<void>;
} {
  const read = useCallback(async () => {
    const [issue, transitions] = await Promise.all([readIssue(key), readTransitions(key)]);
    return { issue, transitions };
  }, [key]);
  const [answer, again] = useAnswer(read);
  useRefresh(again);
  const issue = answer.state === 'ready' ? answer.value.issue : undefined;
  const [id, updated] = [issue?.id, issue?.fields.updated];

  const changed = useCallback(async () => {
    await again();
    if (id !== undefined) emitProductEvent('JIRA_ISSUE_CHANGED', { issueId: id });
    setTimeout(() => void again(), APP_NEEDS_MS);
  }, [again, id]);

  useEffect(() => {
    if (updated === undefined) return undefined;
    const timer = setInterval(() => {
      if (document.hidden) return;
      void lastUpdate(key).then((now) => {
        if (now !== undefined && now !== updated) void changed();
      });
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [key, updated, changed]);

  return { answer, changed };
}

/** Undefined when the site does not answer now: the next look will tell. */
async function lastUpdate(key: string): Promise<string | undefined> {
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}?fields=updated`;
  const issue = await get<Issue>(path).catch(() => undefined);
  return issue?.fields.updated;
}
