import { type Entry } from './entry';
import { withHolder, withoutHolder } from './fold-people';
import { type Head } from './head';
import { shortened, whoAndWhen } from './said';
import { type Of } from './what';

/** A hand-over is planned. A newer plan takes the place of the one before. */
export function withHandOver(head: Head, entry: Entry, what: Of<'handOver'>): Head {
  const { next, summary } = what;
  const handOver = { ...whoAndWhen(entry), next, summary: shortened(summary), accepted: [] };
  return { ...head, handOver };
}

/**
 * Taken on by one of those it is meant for: the roles go over. The lead goes over in Jira, where the assignee is. When
 * everybody has taken theirs, it is done.
 */
export function withHandOverEnded(
  head: Head,
  { by, saidAt }: Entry,
  what: Of<'accepted' | 'withdrawn'>,
): Head {
  const { handOver, ...rest } = head;
  if (!handOver || handOver.entry !== what.handOver) return head;
  if (what.kind === 'withdrawn') return rest;
  const mine = handOver.next.filter(({ person }) => person === by);
  if (!by || mine.length === 0 || handOver.accepted.includes(by)) return head;
  const over = mine
    .filter(({ lead }) => !lead)
    .reduce<Head>((so, { role, person, from }) => {
      const left = from ? withoutHolder(so, role, from) : so;
      return withHolder(left, role, person, saidAt);
    }, rest);
  const accepted = [...handOver.accepted, by];
  const isDone = handOver.next.every(({ person }) => accepted.includes(person));
  return isDone
    ? { ...over, handedOver: head.handedOver + 1 }
    : { ...over, handOver: { ...handOver, accepted } };
}
