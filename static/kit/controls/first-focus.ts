import { type ForwardedRef, type RefCallback, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Puts the focus on an element when it appears, where that is wanted. The attribute would not do: browsers ignore it in
 * a frame of another origin, which each of our pages is.
 *
 * @returns the element's `ref`; it hands the element on to the caller's own.
 */
export function useFirstFocus<Element extends HTMLElement>(
  isWanted: boolean | undefined,
  outer: ForwardedRef<Element> = null,
): RefCallback<Element> {
  const own = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isWanted) own.current?.focus();
  }, [isWanted]);
  return useCallback(
    (element: Element | null) => {
      own.current = element;
      if (typeof outer === 'function') outer(element);
      else if (outer) outer.current = element;
    },
    [outer],
  );
}
