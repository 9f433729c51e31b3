import { type Member } from './cohort';
import { wholeBatches } from './hidden';
import { type FiguresSpan } from './views';

/** Places of two spans that are compared: the last two that are complete. */
export type Pair = { readonly earlier: number; readonly later: number };

/** Each span with the incidents that began in it. @param members by start, the earliest first */
export function inSpans(
  members: readonly Member[],
  spans: readonly FiguresSpan[],
): readonly (readonly Member[])[] {
  const parts: Member[][] = spans.map(() => []);
  let at = 0;
  for (const member of members) {
    while (at < spans.length && (spans[at]?.to ?? Infinity) <= member.start) at += 1;
    parts[at]?.push(member);
  }
  return parts.map(wholeBatches);
}

/** @returns null where there are no two next to each other */
export function lastPair(spans: readonly FiguresSpan[]): Pair | null {
  const later = spans.findLastIndex(({ complete }) => complete);
  const earlier = later - 1;
  return earlier >= 0 && spans[earlier]?.complete ? { earlier, later } : null;
}
