import { type EntryView } from '../../../../src/contract';
import { TIMES, type TimeName } from '../../../kit/texts/times';

type Notes = Extract<EntryView['what'], { kind: 'noted' }>['notes'];
type Times = NonNullable<Notes['times']>;
type TimeNote = NonNullable<Times[TimeName]>;

/** Something that an entry of the notes says to people; housekeeping says nothing. */
export type Noted =
  | {
      readonly of: 'time';
      readonly name: TimeName;
      readonly how: 'said' | 'confirmed' | 'corrected' | 'takenAway';
      readonly note: TimeNote;
      /** The moment that counted before. */
      readonly before?: number;
    }
  | { readonly of: 'severity'; readonly note: NonNullable<Notes['severity']> }
  | { readonly of: 'detection'; readonly note: Notes['detection'] }
  | { readonly of: 'cancelled'; readonly note: NonNullable<Notes['cancelled']> };

/** What was written down at the same moment belongs to the entry. */
const SAME_MS = 60_000;

/**
 * What an entry of the notes says. An entry holds whole parts of the notes, so what is new follows from the part as it
 * was before.
 *
 * @param last the times of the entry before that has some; undefined: not known, then what was said at the entry's own
 *   moment is new.
 */
export function notedIn(
  notes: Notes,
  { saidAt, last }: { readonly saidAt: number; readonly last?: Times },
): readonly Noted[] {
  const times = notes.times
    ? TIMES.flatMap((name) => timeNoted(notes, name, { saidAt, last }))
    : [];
  return [
    ...times,
    ...(notes.severity ? [{ of: 'severity', note: notes.severity } as const] : []),
    ...('detection' in notes ? [{ of: 'detection', note: notes.detection } as const] : []),
    ...(notes.cancelled ? [{ of: 'cancelled', note: notes.cancelled } as const] : []),
  ];
}

/** Who says it: entries of the notes name nobody themselves. */
export function noterOf(noted: readonly Noted[]): string | undefined {
  return noted.map(({ note }) => note?.by).find((by) => by !== undefined);
}

function timeNoted(
  notes: Notes,
  name: TimeName,
  { saidAt, last }: { readonly saidAt: number; readonly last?: Times },
): readonly Noted[] {
  const note = notes.times?.[name];
  const was = last?.[name];
  const isNew = last ? !isSame(note, was) : note && Math.abs(note.at - saidAt) < SAME_MS;
  if (!note || !isNew) return [];
  const former = notes.former?.findLast((one) => one.name === name && one.moment !== note.moment);
  const before = was?.moment ?? former?.moment ?? undefined;
  if (note.moment === null) return [{ of: 'time', name, how: 'takenAway', note, before }];
  if (note.source !== 'person') return [{ of: 'time', name, how: 'said', note }];
  if (before === undefined) return [{ of: 'time', name, how: 'said', note }];
  return before === note.moment
    ? [{ of: 'time', name, how: 'confirmed', note }]
    : [{ of: 'time', name, how: 'corrected', note, before }];
}

/** Whether Jira keeps it is nothing that somebody said. */
function isSame(a: TimeNote | undefined, b: TimeNote | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.moment === b.moment &&
    a.source === b.source &&
    a.by === b.by &&
    a.at === b.at &&
    a.certainty === b.certainty
  );
}
