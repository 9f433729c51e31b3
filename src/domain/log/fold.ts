import { NO_NOTES, type Notes } from '../time-notes';
import { type Entry } from './entry';
import { withHandOver, withHandOverEnded } from './fold-hand-over';
import { withJiraChange } from './fold-jira';
import { withAnyone, withAwake, withLeft, withRole } from './fold-people';
import { withPromise, withUpdate } from './fold-promises';
import { withoutWordsOf } from './fold-redaction';
import { withTheory } from './fold-theories';
import { EMPTY_HEAD, type Head } from './head';
import { saidText, whoAndWhen } from './said';
import { ANSWER_LIMIT, type NotesChange } from './what';

const CLEAN_UPS = 40;

/** Of a letter in UTF-8, at most. */
const BYTES_OF_LETTER = 3;

/** The head after these entries, oldest first. `replay(log)` is the head that the log has. */
export function replay(entries: readonly Entry[], head: Head = EMPTY_HEAD): Head {
  return entries.reduce(fold, head);
}

/** The head after one more entry. It follows the order of appending; the moment an entry is about is for display. */
export function fold(head: Head, entry: Entry): Head {
  return { ...said(withAnyone(head, entry), entry), seq: entry.seq, hash: entry.hash };
}

function said(head: Head, entry: Entry): Head {
  const { what } = entry;
  switch (what.kind) {
    case 'decision':
    case 'change':
    case 'note':
    case 'joined':
    case 'corrected':
      return head;
    case 'observation':
    case 'theory':
    case 'experiment':
    case 'confirmed':
    case 'judged':
    case 'result':
      return withTheory(head, entry, what);
    case 'redacted':
      return withoutWordsOf(head, what.entry);
    case 'noted':
      return { ...head, notes: changedNotes(head.notes, what.notes) };
    case 'answer': {
      const answer = saidText(entry, what.text, BYTES_OF_LETTER * ANSWER_LIMIT);
      return { ...head, answers: { ...head.answers, [what.question]: answer } };
    }
    case 'update':
      return withUpdate(head, entry, what);
    case 'promise':
      return withPromise(head, entry, what.due);
    case 'left':
      return withLeft(head, entry);
    case 'awake':
      return withAwake(head, entry, what);
    case 'roleMade':
    case 'roleGiven':
    case 'roleLeft':
    case 'tookOver':
      return withRole(head, entry, what);
    case 'handOver':
      return withHandOver(head, entry, what);
    case 'accepted':
    case 'withdrawn':
      return withHandOverEnded(head, entry, what);
    case 'jira':
      return withJiraChange(head, entry, what.change);
    default:
      return ticked(head, entry);
  }
}

function changedNotes(before: Notes, change: NotesChange): Notes {
  const parts = Object.entries({ ...before, ...change }).filter(([, part]) => part !== null);
  return { ...NO_NOTES, ...(Object.fromEntries(parts) as Partial<Notes>) };
}

function ticked(head: Head, entry: Entry): Head {
  const { what } = entry;
  const by = whoAndWhen(entry);
  switch (what.kind) {
    case 'tick':
      return { ...head, ticks: { ...head.ticks, [what.item]: { ...by, state: what.state } } };
    case 'skip':
      return { ...head, skipped: { ...head.skipped, [what.step]: by } };
    case 'disciplined':
      return { ...head, disciplined: by };
    case 'cleanUp': {
      const cleanUp = { ...saidText(entry, what.text), issue: what.issue };
      return { ...head, cleanUps: [...head.cleanUps, cleanUp].slice(-CLEAN_UPS) };
    }
    case 'review':
      return { ...head, review: { ...by, ...(what.address && { address: what.address }) } };
    default:
      return head;
  }
}
