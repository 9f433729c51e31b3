import { useCallback, useEffect, useState } from 'react';
import { SiteError } from '../site/http';

export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly value: T };

/** Asks the same question again because something else has changed, which the question itself does not name. */
export function anew<T>(_because: unknown, ask: () => Promise<T>): Promise<T> {
  return ask();
}

/**
 * Asks for something when shown and whenever `ask` changes; the second part asks again and keeps showing what
 * there is until the new answer comes.
 *
 * @param ask must keep its identity (useCallback, or a function of a module) while the question is the same.
 */
export function useAnswer<T>(ask: () => Promise<T>): readonly [Answer<T>, () => Promise<void>] {
  const [held, setHeld] = useState<{ ask: () => Promise<T>; answer: Answer<T> }>();

  const again = useCallback(async () => {
    const answer = await ask().then(
      (value): Answer<T> => ({ state: 'ready', value }),
      (error: unknown): Answer<T> => ({ state: 'failed', error }),
    );
    // A site that stumbles for a moment takes nothing away that is being read.
    setHeld((held) =>
      stumbled(answer) && held?.answer.state === 'ready' ? held : { ask, answer },
    );
  }, [ask]);

  useEffect(() => {
    let current = true;
    void ask().then(
      (value) => {
        if (current) setHeld({ ask, answer: { state: 'ready', value } });
      },
      (error: unknown) => {
        if (current) setHeld({ ask, answer: { state: 'failed', error } });
      },
    );
    return () => {
      current = false;
    };
  }, [ask]);

  return [held?.ask === ask ? held.answer : { state: 'loading' }, again];
}

/** No answer, or one that says nothing about what was asked for. */
function stumbled(answer: Answer<unknown>): boolean {
  if (answer.state !== 'failed' || !(answer.error instanceof SiteError)) return false;
  const { status } = answer.error;
  return status === 0 || status === 429 || status >= 500;
}
