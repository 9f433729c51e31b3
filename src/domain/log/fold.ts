import { NO_NOTES, type Notes } from '../clocks/notes';
import { type Entry } from './entry';
import { withHandOver, withHandOverEnded } from './fold-hand-over';
import { withJiraChange } from './fold-jira';
import { withAnyone, withAwake, withLeft, withRole, withZone } from './fold-people';
import { withPromise, withUpdate } from './fold-promises';
import { withoutWordsForGood } from './fold-redaction';
import { withTheory } from './fold-theories';
import { EMPTY_HEAD, type Head } from './head';
import { CLEAN_UPS } from './room';
import { saidText, whoAndWhen } from './said';
import { ANSWER_LIMIT, type Kind, type NotesChange, type Of } from './what';

/** Of a letter in UTF-8, at most. */
const BYTES_OF_LETTER = 3;

/** The head after these entries, oldest first. `replay(log)` is the head that the log has. */
export function replay(entries: readonly Entry[], head: Head = EMPTY_HEAD): Head {
  return entries.reduce(fold, head);
}

/** The head after one more entry. It follows the order of appending; the moment an entry is about is for display. */
export function fold(head: Head, entry: Entry): Head {
  return { ...said(withAnyone(head, entry), entry, entry.what), seq: entry.seq, hash: entry.hash };
}

function said<K extends Kind>(head: Head, entry: Entry, what: Of<K> & { readonly kind: K }): Head {
  return FOLDS[what.kind](head, entry, what);
}

type Fold<K extends Kind> = (head: Head, entry: Entry, what: Of<K>) => Head;

/** A line of the timeline and nothing else. */
const asItIs = (head: Head): Head => head;

/** What each kind of entry does to the head. */
const FOLDS: { readonly [K in Kind]: Fold<K> } = {
  decision: asItIs,
  change: asItIs,
  note: asItIs,
  corrected: asItIs,
  alert: asItIs,
  observation: withTheory,
  theory: withTheory,
  experiment: withTheory,
  confirmed: withTheory,
  judged: withTheory,
  result: withTheory,
  redacted: (head, _, { entry }) => withoutWordsForGood(head, entry),
  noted: (head, _, { notes }) => ({ ...head, notes: changedNotes(head.notes, notes) }),
  answer: (head, entry, { question, text }) => {
    const answer = saidText(entry, text, BYTES_OF_LETTER * ANSWER_LIMIT);
    return { ...head, answers: { ...head.answers, [question]: answer } };
  },
  update: withUpdate,
  promise: (head, entry, { due }) => withPromise(head, entry, due),
  tick: (head, entry, { item, state }) => {
    return { ...head, ticks: { ...head.ticks, [item]: { ...whoAndWhen(entry), state } } };
  },
  skip: (head, entry, { step }) => {
    return { ...head, skipped: { ...head.skipped, [step]: whoAndWhen(entry) } };
  },
  joined: withZone,
  left: withLeft,
  awake: withAwake,
  roleMade: withRole,
  roleGiven: withRole,
  roleLeft: withRole,
  tookOver: withRole,
  handOver: withHandOver,
  accepted: withHandOverEnded,
  withdrawn: withHandOverEnded,
  disciplined: (head, entry) => ({ ...head, disciplined: whoAndWhen(entry) }),
  cleanUp: (head, entry, { text, issue }) => {
    const cleanUp = { ...saidText(entry, text), issue };
    return { ...head, cleanUps: [...head.cleanUps, cleanUp].slice(-CLEAN_UPS) };
  },
  review: (head, entry, { address }) => {
    return { ...head, review: { ...whoAndWhen(entry), ...(address && { address }) } };
  },
  jira: (head, entry, { change }) => withJiraChange(head, entry, change),
};

function changedNotes(before: Notes, change: NotesChange): Notes {
  const parts = Object.entries({ ...before, ...change }).filter(([, part]) => part !== null);
  return { ...NO_NOTES, ...(Object.fromEntries(parts) as Partial<Notes>) };
}
