import { type Incident } from '../incident/incident';
import { type Head } from '../log/head';
import { CHECKLIST_ITEMS, type ChecklistItem } from '../log/what';
import { isOver } from '../incident/lifecycle';
import { MINUTE_MS, type Instant } from '../time';

/** One row of the communications checklist, and how it stands with it. */
export type ChecklistRow = {
  readonly item: ChecklistItem;
  /** `later`: its turn has not come; `open`: it may be done, and nothing waits for it. */
  readonly state: 'done' | 'overdue' | 'due' | 'open' | 'later' | 'notNeeded';
  /** When it is or was due. */
  readonly due?: Instant;
  readonly done?: Instant;
};

/** The first words are due so many minutes after the company knew, where there is a major incident. */
const FIRST_WORDS_MINUTES = 15;

type Known = {
  readonly incident: Incident;
  readonly head: Head;
  readonly now: Instant;
};

/**
 * What is to be told to whom, in the handbook's order (rows C1 to C8, F5, F6), with what is due. What went out counts
 * by itself; the rest is ticked by hand.
 */
export function checklistOf(known: Known): readonly ChecklistRow[] {
  return CHECKLIST_ITEMS.map((item) => ({ item, ...standing(item, known) }));
}

type Standing = Omit<ChecklistRow, 'item'>;

function standing(item: ChecklistItem, known: Known): Standing {
  const tick = known.head.ticks[item];
  const done = doneAt(item, known.head);
  if (tick?.state === 'notNeeded' && done === undefined) return { state: 'notNeeded' };
  if (done !== undefined) return { state: 'done', done };
  if (tick?.state === 'done') return { state: 'done', done: tick.at };
  const due = dueAt(item, known);
  if (due !== undefined) return { state: due < known.now ? 'overdue' : 'due', due };
  return { state: hasCome(item, known) ? 'open' : 'later' };
}

/** When it was done by what went out. */
function doneAt(item: ChecklistItem, { told, promises, reopened }: Head): Instant | undefined {
  const { internal, external } = told;
  switch (item) {
    case 'internalFirst':
      return internal.first;
    case 'externalFirst':
      return external.first;
    case 'internalUpdate':
      return updatedAt(internal, reopened);
    case 'externalUpdate':
      return updatedAt(external, reopened);
    case 'promise':
      return promises.open?.at ?? internal.final;
    case 'internalFinal':
      return internal.final;
    case 'externalFinal':
      return external.final;
    case 'mail':
    case 'secondReader':
      return undefined;
  }
}

/** More than the first words; words from before it came back tell nobody that it did. */
function updatedAt(
  { count, last }: Head['told']['internal'],
  reopened: Instant | undefined,
): Instant | undefined {
  return count > 1 && last && last.at >= (reopened ?? 0) ? last.at : undefined;
}

function dueAt(item: ChecklistItem, { incident, head }: Known): Instant | undefined {
  const { severity, phase, created, times } = incident;
  const isMajor = severity === 1 || severity === 2;
  const known = times.impactDetected ?? created;
  switch (item) {
    case 'internalFirst':
    case 'externalFirst':
      return isMajor && !isOver(phase) ? later(known, FIRST_WORDS_MINUTES) : undefined;
    case 'internalUpdate':
      return head.promises.open?.due ?? backDue(head.told.internal, head.reopened);
    case 'internalFinal':
      return phase === 'resolved' && head.told.internal.count > 0
        ? later(incident.statusSince ?? created, FIRST_WORDS_MINUTES)
        : undefined;
    case 'externalFinal':
      return phase === 'resolved' && head.told.external.count > 0
        ? later(incident.statusSince ?? created, FIRST_WORDS_MINUTES)
        : undefined;
    case 'externalUpdate':
      return backDue(head.told.external, head.reopened);
    case 'mail':
    case 'secondReader':
    case 'promise':
      return undefined;
  }
}

/** Whoever was told of it hears as soon that it is back. */
function backDue(
  { last }: Head['told']['internal'],
  reopened: Instant | undefined,
): Instant | undefined {
  const isUntold = reopened !== undefined && last !== undefined && last.at < reopened;
  return isUntold ? later(reopened, FIRST_WORDS_MINUTES) : undefined;
}

function hasCome(item: ChecklistItem, { incident: { phase }, head: { told } }: Known): boolean {
  switch (item) {
    case 'internalUpdate':
      return told.internal.count > 0;
    case 'externalUpdate':
      return told.external.count > 0;
    case 'internalFinal':
    case 'externalFinal':
      return phase === 'resolved';
    case 'internalFirst':
    case 'externalFirst':
    case 'mail':
    case 'secondReader':
    case 'promise':
      return true;
  }
}

function later(moment: Instant, minutes: number): Instant {
  return (moment + minutes * MINUTE_MS) as Instant;
}
