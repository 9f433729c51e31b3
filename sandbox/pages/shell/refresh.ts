import { useEffect } from 'react';

const readers = new Set<() => Promise<void>>();

/** Lets `read` run whenever an app (or a part of the page) asks for the page to be read again. */
export function useRefresh(read: () => Promise<void>): void {
  useEffect(() => {
    readers.add(read);
    return () => {
      readers.delete(read);
    };
  }, [read]);
}

export async function refreshPage(): Promise<void> {
  await Promise.all([...readers].map((read) => read()));
}
