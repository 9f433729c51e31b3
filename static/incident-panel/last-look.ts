import { useEffect, useState } from 'react';
import { type IncidentView } from '../../src/contract';
import { useViewer } from '../kit/texts/texts';

/** Up to which entry somebody has seen the timeline, and when they last looked at it. */
export type LastLook = { readonly seq: number; readonly at: number };

/**
 * Where the viewer was when they last looked at the timeline; kept in the browser, where it allows that.
 *
 * @param isLooking the timeline is open
 * @returns `before`: when they came, undefined for the first time; `unseen`: entries since.
 */
export function useLastLook(
  { response: { seq }, now }: Pick<IncidentView, 'response' | 'now'>,
  isLooking: boolean,
): { readonly before: LastLook | undefined; readonly unseen: number } {
  const { person = '', issue = '' } = useViewer();
  const key = `incident-look:${person}:${issue}`;
  const [before] = useState(() => read(key));
  const [seen, setSeen] = useState(before?.seq ?? 0);
  if (isLooking && seen !== seq) setSeen(seq);
  useEffect(() => {
    if (!isLooking) return undefined;
    const keep = () => {
      if (!document.hidden) write(key, { seq, at: Date.parse(now) });
    };
    keep();
    document.addEventListener('visibilitychange', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
    };
  }, [isLooking, key, seq, now]);
  return { before, unseen: before || seen > 0 ? Math.max(0, seq - seen) : 0 };
}

function read(key: string): LastLook | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as LastLook);
  } catch {
    return undefined; // storage is blocked, or not ours
  }
}

function write(key: string, look: LastLook): void {
  try {
    localStorage.setItem(key, JSON.stringify(look));
  } catch {
    // blocked or full: then every look is the first
  }
}
