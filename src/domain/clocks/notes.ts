import { heldByDefault, type ImpactTimes, TIME_NAMES, type TimeName } from './clocks';
import { type DetectionSource } from '../declaring/declaration';
import { type Doubt } from './doubt';
import { type Incident, type IncidentId, type PersonId } from '../incident/incident';
import { type Pending } from '../declaring/pending';
import { type Severity } from '../incident/severity';
import { type Instant, keeps, MINUTE_MS, sameSecond } from '../time';

/**
 * Where a time came from: a person said it in our surfaces, a transition stands in for it (`event`), the creation
 * stands in for it (`default`), somebody wrote it in Jira's own editors (`changelog`), or the alert that raised the
 * incident said it (`alert`).
 */
export type Source = 'person' | 'event' | 'default' | 'changelog' | 'alert';

/** How sure whoever said it was. */
export const CERTAINTIES = ['exact', 'about', 'guess'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What an incident manager thinks it takes to fix; severity rests on impact and on this. */
export const EFFORTS = ['hours', 'day', 'days', 'unknown'] as const;
export type Effort = (typeof EFFORTS)[number];

/** What Jira's field of a time cannot say. */
export type TimeNote = {
  /** The moment that this note is about; null: there is none, on purpose. */
  readonly moment: Instant | null;
  readonly source: Source;
  /** Absent: nobody said. */
  readonly certainty?: Certainty;
  readonly by?: PersonId;
  /** When it was said or happened. */
  readonly at: Instant;
  /** Jira's field does not hold the moment; the clocks use it all the same. */
  readonly held?: Held;
};

/** A moment that counts though Jira's field holds another one, for as long as the field holds `over`. */
export type Held = {
  /** Why Jira refused it; null: it gave no reason, or nobody asked. */
  readonly reason: string | null;
  readonly over: Instant | null;
  /** Nobody has asked Jira to keep it: what the change log says of an old incident. */
  readonly notAsked?: true;
};

/** A time that counted once: somebody corrected it, or the incident lost it by coming back. */
export type FormerTime = TimeNote & {
  readonly name: TimeName;
  readonly why: 'corrected' | 'cameBack';
};

/** The level that somebody stands by, with the effort to fix that they reckoned with. */
export type SeverityNote = {
  readonly level: Severity;
  readonly effort?: Effort;
  readonly by: PersonId;
  readonly at: Instant;
};

/** Why it was closed without having been an incident of its own. */
export type CancelNote = {
  readonly by: PersonId;
  readonly at: Instant;
  /** It duplicates another one. `linked`: Jira's link says which; else the reason why there is no link. */
  readonly duplicate?: {
    readonly linked: boolean;
    readonly reason: string | null;
    /** The other one, where the link was made with it: it goes when this is taken back. */
    readonly of?: IncidentId;
  };
};

/** How it was noticed. Without a person, the alert says so. */
type DetectionNote = {
  readonly source: DetectionSource;
  readonly by?: PersonId;
  readonly at: Instant;
};

/** Times that looked doubtful, and that somebody said are right as they are. It holds for these times alone. */
export type RightNote = {
  readonly about: Doubt;
  readonly times: ImpactTimes;
  readonly by: PersonId;
  readonly at: Instant;
};

/** What is known of one incident beside what its issue holds. Account ids only, no names. */
export type Notes = {
  readonly times: { readonly [Name in TimeName]?: TimeNote };
  /** Newest last, the newest hundred. */
  readonly former: readonly FormerTime[];
  readonly severity?: SeverityNote;
  readonly cancelled?: CancelNote;
  readonly detection?: DetectionNote;
  /** One for each doubt at most. */
  readonly right?: readonly RightNote[];
  /** What was declared and Jira has not taken. */
  readonly pending?: readonly Pending[];
  /** The last change of status that these notes have taken in; the creation when there was none. */
  readonly lookedAt?: Instant;
};

export const NO_NOTES: Notes = { times: {}, former: [] };

const FORMER_KEPT = 100;

/**
 * The note that counts for a time: its moment is what the field holds, to the second or cut to the minute, or the field
 * still holds what it held when Jira refused the moment. Any other note is out of date: somebody changed the field in
 * Jira.
 */
export function standing(
  note: TimeNote | undefined,
  field: Instant | undefined,
): TimeNote | undefined {
  if (!note) return undefined;
  if (isKept(note, field)) return { ...note, held: undefined };
  return note.held && keeps(field, note.held.over ?? undefined) ? note : undefined;
}

/** What was read from the field itself can have lost no seconds there: another second is another time. */
function isKept({ moment, source }: TimeNote, field: Instant | undefined): boolean {
  const isSame = source === 'changelog' ? sameSecond : keeps;
  return isSame(field, moment ?? undefined);
}

/**
 * The times that the clocks go by: what was noted, where Jira's field keeps it or refused it; else what the field
 * holds. So they have the seconds that a field may have lost, those of the default detection too. Nothing else reads a
 * field to reckon with it.
 *
 * @see docs/decisions/0015-fields-keep-minutes.md
 */
export function effectiveTimes(
  { times, created }: Pick<Incident, 'times' | 'created'>,
  notes: Notes,
): ImpactTimes {
  const read = TIME_NAMES.map((name) => {
    const note = standing(notes.times[name], times[name]);
    return [name, note ? (note.moment ?? undefined) : precise(name, times, created)] as const;
  });
  return Object.fromEntries(read.filter(([, moment]) => moment !== undefined));
}

function precise(name: TimeName, fields: ImpactTimes, created: Instant): Instant | undefined {
  return name === 'impactDetected' && heldByDefault(fields, created) ? created : fields[name];
}

/** The notes with this one in place of the one before, which is kept where it said another moment. */
export function withNote(
  notes: Notes,
  name: TimeName,
  note: TimeNote | undefined,
  why: FormerTime['why'] = 'corrected',
): Notes {
  const before = notes.times[name];
  const isPast =
    before && before.moment !== null && !sameMoment(before, note) && !isSameWriting(before, note);
  return {
    ...notes,
    times: { ...notes.times, [name]: note },
    former: isPast
      ? withFormer(notes.former, { ...before, held: undefined, name, why })
      : notes.former,
  };
}

/** Once, however often it is told: a job that comes late finds it among the former ones already. */
function withFormer(former: Notes['former'], past: FormerTime): Notes['former'] {
  const isKept = former.some(
    (one) => one.name === past.name && one.at === past.at && sameMoment(one, past),
  );
  return isKept ? former : [...former, past].slice(-FORMER_KEPT);
}

/**
 * The notes without what the default of the detection left behind and what no longer holds: a default that is held
 * though another moment counts, and the hold of "no detection" once the default counts again.
 */
export function withoutOldDefault(notes: Notes, { impactDetected }: ImpactTimes): Notes {
  const note = notes.times.impactDetected;
  if (!note || sameSecond(note.moment ?? undefined, impactDetected)) return notes;
  if (note.source === 'default') return withDetection(notes, undefined);
  const isDefaultBack = note.moment === null && note.held !== undefined;
  return isDefaultBack ? withDetection(notes, { ...note, held: undefined }) : notes;
}

function withDetection(notes: Notes, note: TimeNote | undefined): Notes {
  return { ...notes, times: { ...notes.times, impactDetected: note } };
}

/**
 * Between our writing of Jira's field and of its note, a job may have read the field and noted what the change log
 * says: the minute of the moment, by the person for whom we wrote. That is the same saying, not a former one.
 */
function isSameWriting(before: TimeNote, note: TimeNote | undefined): boolean {
  if (!note || before.source !== 'changelog' || note.source === 'changelog') return false;
  // The two clocks are not one: theirs may be a little behind.
  const isSincePerson = before.by === note.by && before.at > note.at - MINUTE_MS;
  return isSincePerson && keeps(before.moment ?? undefined, note.moment ?? undefined);
}

function sameMoment(a: TimeNote, b: TimeNote | undefined): boolean {
  return b !== undefined && sameSecond(a.moment ?? undefined, b.moment ?? undefined);
}

/** A recovery that the transition stands in for, until a person says that it is right or when it was. */
export function toConfirm({ times }: Pick<Incident, 'times'>, notes: Notes): boolean {
  const note = standing(notes.times.impactRecovered, times.impactRecovered);
  return note?.source === 'event' && note.moment !== null;
}

/** The times that Jira refused to keep, and that the clocks go by all the same. */
export function heldTimes({ times }: Pick<Incident, 'times'>, notes: Notes): TimeName[] {
  return TIME_NAMES.filter((name) => isRefused(standing(notes.times[name], times[name])?.held));
}

/** Jira was asked to keep it, and refused. */
export function isRefused(held: Held | undefined): held is Held {
  return held !== undefined && held.notAsked === undefined;
}

/** What is in Jira's fields and what nobody has asked Jira to keep: nothing is due to be written for it. */
export function timesNotDue({ times }: Pick<Incident, 'times'>, notes: Notes): ImpactTimes {
  const entries = TIME_NAMES.map((name) => {
    const note = standing(notes.times[name], times[name]);
    return [name, note?.held?.notAsked ? (note.moment ?? undefined) : times[name]] as const;
  });
  return Object.fromEntries(entries.filter(([, moment]) => moment !== undefined));
}
