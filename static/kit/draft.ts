import { useState } from 'react';

/**
 * State that survives a reload, for what somebody types.
 *
 * @returns the value, how to change it, and how to forget it when it was sent.
 */
export function useDraft<Value>(
  field: string,
  initial: Value,
): readonly [Value, (value: Value) => void, () => void] {
  const key = `draft:${field}`;
  const [value, setValue] = useState<Value>(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? initial : (JSON.parse(kept) as Value);
  });
  return [
    value,
    (next) => {
      localStorage.setItem(key, JSON.stringify(next));
      setValue(next);
    },
    () => {
      localStorage.removeItem(key);
      setValue(initial);
    },
  ];
}
