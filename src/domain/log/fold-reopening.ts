import { type Instant } from '../time';
import { type Head, type Participant } from './head';
import { type ChecklistItem } from './what';

type Told = Head['told']['internal'];
type Ending = (head: Head, at: Instant) => Head;

/** It is as true of the incident after it came back as before. */
const stands: Ending = (head) => head;

/** What belongs to one emergency and not to the next; the words that went out before stay told. */
const TICKS_OF_ONE: readonly ChecklistItem[] = [
  'internalUpdate',
  'externalUpdate',
  'secondReader',
  'promise',
  'internalFinal',
  'externalFinal',
];

/** What each part of a head becomes when the incident comes back. A new part is decided here as well. */
const ENDINGS: { readonly [Part in keyof Head]-?: Ending } = {
  seq: stands,
  hash: stands,
  // What belongs to times and severity is settled with Jira's fields: `clocks/settle.ts`.
  notes: stands,
  answers: (head, at) => {
    const { recovery, ...answers } = head.answers;
    return recovery && recovery.at < at ? { ...head, answers } : head;
  },
  theories: stands,
  observations: stands,
  experiments: stands,
  promises: stands,
  told: (head, at) => {
    const { internal, external } = head.told;
    return {
      ...head,
      told: { internal: withoutFinal(internal, at), external: withoutFinal(external, at) },
    };
  },
  ticks: (head, at) => {
    const left = Object.entries(head.ticks).filter(
      ([item, tick]) => !TICKS_OF_ONE.some((one) => one === item) || tick.at >= at,
    );
    return { ...head, ticks: Object.fromEntries(left) };
  },
  // What was passed over in one emergency is asked again in the next.
  skipped: (head, at) => {
    const left = Object.entries(head.skipped).filter(([, skip]) => skip.at >= at);
    return { ...head, skipped: Object.fromEntries(left) };
  },
  roles: stands,
  people: (head, at) => {
    const people = Object.entries(head.people).map(
      ([id, one]) => [id, one && wokenBefore(one, at)] as const,
    );
    return { ...head, people: Object.fromEntries(people) };
  },
  // Somebody waits for an answer, and can take it back.
  handOver: stands,
  handedOver: stands,
  disciplined: (head, at) => {
    const { disciplined, ...rest } = head;
    return disciplined && disciplined.at < at ? rest : head;
  },
  cleanUps: stands,
  // The page stays where it is; next-step.ts asks for it again, by `reopened`.
  review: stands,
  leader: stands,
  reopened: (head, at) => ({ ...head, reopened: at }),
  taken: stands,
  comments: stands,
  jiraUntil: stands,
};

/**
 * The head after the incident came back: what belonged to the emergency that was over is over, too. Told late, it ends
 * only what was said before that moment.
 */
export function withReopening(head: Head, at: Instant): Head {
  if (head.reopened !== undefined && head.reopened >= at) return head;
  return Object.values(ENDINGS).reduce((so, end) => end(so, at), head);
}

function withoutFinal(told: Told, at: Instant): Told {
  if (told.final === undefined || told.final >= at) return told;
  const { final: _, ...rest } = told;
  return rest;
}

/** Since when they were awake then says nothing of now. */
function wokenBefore(one: Participant, at: Instant): Participant {
  if (one.awakeSince === undefined || one.awakeSince >= at) return one;
  const { awakeSince: _, ...rest } = one;
  return rest;
}
