import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { Drafts } from './drafts';
import { useViewer } from '../texts/texts';

/** One for the frame. */
const drafts = new Drafts({
  // Not of the session: a tab that was closed by mistake, or that crashed, is when a draft is missed most.
  shelf: () => globalThis.localStorage,
  now: () => Date.now(),
  later: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => {
      clearTimeout(timer);
    };
  },
});

/** What waits for its pause must be written before the frame is gone. */
function keep(): void {
  drafts.keep();
}

/**
 * State that survives a reload, for what somebody types: kept for this person and issue until it is sent, is emptied,
 * or is fourteen days old. Two users of a field in one frame show the same.
 *
 * @param field what is typed, such as `timeline.add`
 * @param initial shown while there is no draft; saying it again forgets the draft.
 * @returns the value, how to change it, and how to forget it when it was sent.
 */
export function useDraft<Value>(
  field: string,
  initial: Value,
): readonly [Value, (value: Value) => void, () => void] {
  const { person = '', issue = '' } = useViewer();
  const key = `${person}:${issue}:${field}`;
  const read = () => drafts.read(key);
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, []);
  const draft = useSyncExternalStore(
    useCallback((listener: () => void) => drafts.listen(key, listener), [key]),
    read,
    read,
  );
  return [
    draft === undefined ? initial : (draft as Value),
    (value) => {
      const isEmpty = JSON.stringify(value) === JSON.stringify(initial);
      drafts.write(key, isEmpty ? undefined : value);
    },
    () => {
      drafts.write(key, undefined);
    },
  ];
}
