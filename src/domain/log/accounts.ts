import { type PersonId } from '../incident/incident';
import { type Draft } from './entry';
import { type Kind, type NotesChange, type Of, type What } from './what';

type Named = readonly (PersonId | undefined)[];

const nobody = (): Named => [];

/** Whom an entry of each kind names beside whoever wrote it. Total: a new kind has to say. */
const NAMED: { readonly [K in Kind]: (what: Of<K>) => Named } = {
  observation: nobody,
  decision: nobody,
  note: nobody,
  theory: nobody,
  change: nobody,
  experiment: nobody,
  confirmed: nobody,
  judged: nobody,
  result: nobody,
  corrected: nobody,
  redacted: nobody,
  answer: nobody,
  update: nobody,
  promise: nobody,
  tick: nobody,
  skip: nobody,
  joined: nobody,
  left: nobody,
  disciplined: nobody,
  awake: nobody,
  roleMade: nobody,
  accepted: nobody,
  withdrawn: nobody,
  cleanUp: nobody,
  review: nobody,
  alert: nobody,
  roleGiven: ({ person }) => [person],
  roleLeft: ({ person }) => [person],
  tookOver: ({ from }) => [from],
  handOver: ({ next }) => next.flatMap(({ person, from }) => [person, from]),
  jira: ({ change }) => (change.of === 'assignee' ? [change.from, change.to] : []),
  noted: ({ notes }) => namedInNotes(notes),
};

function namedInNotes(changed: NotesChange): Named {
  const { times, former, severity, cancelled, detection, right } = changed;
  const notes = [...Object.values(times ?? {}), ...(former ?? []), ...(right ?? [])];
  return [...notes.map(({ by }) => by), severity?.by, cancelled?.by, detection?.by];
}

/** The accounts that are kept once these are in a log, each once. */
export function accountsIn(drafts: readonly Pick<Draft, 'by' | 'what'>[]): readonly PersonId[] {
  const all = drafts.flatMap(({ by, what }) => [by, ...namedIn(what)]);
  return [...new Set(all.filter((id) => id !== undefined))];
}

function namedIn<K extends Kind>(what: Of<K> & What): Named {
  const named: (what: Of<K>) => Named = NAMED[what.kind];
  return named(what);
}
