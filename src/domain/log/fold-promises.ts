import { type Instant } from '../time';
import { type Entry } from './entry';
import { type Head, type PastPromise, type Promises } from './head';
import { PAST_PROMISES } from './room';
import { saidText } from './said';
import { type Of } from './what';

/**
 * An update that went out. An internal one settles the promise that was open: kept when it came in time, missed when
 * it came late. The next is promised in the same breath, or none; after the final one none is open.
 */
export function withUpdate(head: Head, entry: Entry, what: Of<'update'>): Head {
  const before = head.told[what.audience];
  const told = {
    ...before,
    count: before.count + 1,
    first: before.first ?? entry.saidAt,
    last: saidText(entry, what.text),
    ...(what.isFinal && { final: entry.saidAt }),
  };
  const after = { ...head, told: { ...head.told, [what.audience]: told } };
  if (what.audience === 'external') return after;
  const { open } = head.promises;
  const settled = open
    ? ended(head.promises, entry.saidAt <= open.due ? 'kept' : 'missed', entry.saidAt)
    : head.promises;
  const next = what.isFinal ? undefined : what.next;
  return { ...after, promises: next === undefined ? settled : opened(settled, entry, next) };
}

/** Promised anew: before it was due nobody was let down; after, somebody waited in vain. */
export function withPromise(head: Head, entry: Entry, due: Instant): Head {
  const { promises } = head;
  const { open } = promises;
  const before = open
    ? ended(promises, entry.saidAt <= open.due ? 'moved' : 'missed', entry.saidAt)
    : promises;
  return { ...head, promises: opened(before, entry, due) };
}

function opened(promises: Promises, { by, saidAt }: Entry, due: Instant): Promises {
  return { ...promises, open: { due, at: saidAt, ...(by && { by }) } };
}

function ended(promises: Promises, state: PastPromise['state'], at: Instant): Promises {
  const { open, ...rest } = promises;
  if (!open) return promises;
  return {
    ...rest,
    past: [...rest.past, { due: open.due, state, at }].slice(-PAST_PROMISES),
    kept: rest.kept + (state === 'kept' ? 1 : 0),
    missed: rest.missed + (state === 'missed' ? 1 : 0),
  };
}
