import { useEffect, useState } from 'react';

/** The key that leads to the line on the timeline, wherever one is in the panel. */
const ADD_KEY = 'n';
const TYPING = 'input, textarea, select, [contenteditable]';

/**
 * Listens for the key that adds to the timeline; not while somebody types.
 *
 * @returns how often it was pressed
 */
export function useAddKey(mayAdd: boolean, onAdd: () => void): number {
  const [pressed, setPressed] = useState(0);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      const isTyping = event.target instanceof Element && event.target.closest(TYPING) !== null;
      if (!mayAdd || event.key !== ADD_KEY || !isPlain || isTyping) return;
      event.preventDefault();
      onAdd();
      setPressed((was) => was + 1);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [mayAdd, onAdd]);
  return pressed;
}
