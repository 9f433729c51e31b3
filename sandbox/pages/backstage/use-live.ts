import { useCallback, useEffect } from 'react';
import { useAnswer, type Answer } from '../shell/use-answer';
import { readBackstage } from '../site/sandbox';

const EVERY_MS = 2000;

/** An answer of the backstage, asked for again every two seconds while the page is looked at. */
export function useLive(
  what: 'outbox' | 'invocations' | 'storage' | 'faults',
): readonly [Answer<unknown>, () => Promise<void>] {
  const [answer, again] = useAnswer(useCallback(() => readBackstage(what), [what]));
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void again();
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [again]);
  return [answer, again];
}
