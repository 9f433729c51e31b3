import { type PersonId } from '../incident/incident';
import { type Phase } from '../incident/lifecycle';
import { type Severity } from '../incident/severity';
import { type Instant } from '../time';
import { type Notes } from '../clocks/notes';

/** An entry's own id. Whoever says something makes it, so that the same saying twice is one entry. */
export type EntryId = string & { readonly __brand: 'EntryId' };

/** Names a text that has the form of an entry's id. */
export function entryId(text: string): EntryId {
  return text as EntryId;
}

/**
 * What is asked and answered in words. The first four belong to the assessment, whose other two questions are
 * answered by the impact start and by the number of support tickets; the last two are asked of every update.
 */
export const QUESTIONS = ['impact', 'seen', 'affected', 'factors', 'cause', 'recovery'] as const;
/** As long as an answer may be, in letters: it is shown and changed whole. */
export const ANSWER_LIMIT = 1000;
export type Question = (typeof QUESTIONS)[number];

export const THEORY_STATES = ['open', 'supported', 'ruledOut'] as const;
export type TheoryState = (typeof THEORY_STATES)[number];

/** Roles that the handbook knows. The primary incident manager is always the assignee and stands in no log. */
export const HANDBOOK_ROLES = [
  'incidentManager',
  'techLead',
  'communicationsManager',
  'internalCommunications',
  'externalCommunications',
] as const;

/** One of the handbook's, or `own:…` for one that was made during the incident. */
export type RoleId = string & { readonly __brand: 'RoleId' };

/** Names a text that has the form of a role's id. */
export function roleId(text: string): RoleId {
  return text as RoleId;
}

export const AUDIENCES = ['internal', 'external'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Rows of the communications checklist that somebody ticks by hand or says are not needed. */
export const CHECKLIST_ITEMS = [
  'internalFirst',
  'externalFirst',
  'mail',
  'internalUpdate',
  'externalUpdate',
  'secondReader',
  'promise',
  'internalFinal',
  'externalFinal',
] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

/** What the app offers as the one next thing and what somebody may pass over. */
export const SKIPPABLE = [
  'assess',
  'confirm-severity',
  'tell-internal',
  'tell-external',
  'give-communications',
  'give-tech-lead',
  'offer-role',
  'promise-update',
  'discipline',
  'hand-over',
  'final-update',
  'clean-up',
  'review',
  'alerts-recovered',
] as const;
export type Skippable = (typeof SKIPPABLE)[number];

/** The same shape under several kinds. */
type Each<K extends string, Rest = object> = K extends string ? { readonly kind: K } & Rest : never;

/** What one person says of what they wrote or of what they do. */
export type What =
  | { readonly kind: 'observation'; readonly text: string; readonly theory?: EntryId }
  | Each<'decision' | 'note', { readonly text: string }>
  | { readonly kind: 'theory'; readonly text: string }
  | {
      readonly kind: 'change';
      readonly text: string;
      readonly how?: string;
      readonly why?: string;
      readonly undo?: string;
    }
  | { readonly kind: 'experiment'; readonly text: string; readonly theory?: EntryId }
  /** Somebody else has seen the same. */
  | { readonly kind: 'confirmed'; readonly entry: EntryId }
  | { readonly kind: 'judged'; readonly theory: EntryId; readonly state: TheoryState }
  | { readonly kind: 'result'; readonly experiment: EntryId; readonly text: string }
  /** It happened at another moment than was said first. Both are kept. */
  | { readonly kind: 'corrected'; readonly entry: EntryId; readonly moment: Instant }
  /** The words of an entry are taken out for good; that there was one stays. */
  | { readonly kind: 'redacted'; readonly entry: EntryId }
  /** `from`: the answer that the person saw while they wrote, null for none; absent: whatever stood there. */
  | {
      readonly kind: 'answer';
      readonly question: Question;
      readonly text: string;
      readonly from?: EntryId | null;
    }
  /** Words went out, written by this person. `next`: the update they promise in the same breath. */
  | {
      readonly kind: 'update';
      readonly audience: Audience;
      readonly text: string;
      readonly isFinal?: boolean;
      readonly next?: Instant;
    }
  | { readonly kind: 'promise'; readonly due: Instant }
  | { readonly kind: 'tick'; readonly item: ChecklistItem; readonly state: TickState }
  | { readonly kind: 'skip'; readonly step: Skippable }
  | { readonly kind: 'joined'; readonly zone?: string }
  | Each<'left' | 'disciplined'>
  /** Since when this person has been awake, and the time zone they are in (`Europe/Berlin`). */
  | { readonly kind: 'awake'; readonly since: Instant | null; readonly zone?: string }
  | { readonly kind: 'roleMade'; readonly role: RoleId; readonly name: string }
  | Each<'roleGiven' | 'roleLeft', { readonly role: RoleId; readonly person: PersonId }>
  /** Took a role from somebody who may be asleep. */
  | { readonly kind: 'tookOver'; readonly role: RoleId; readonly from: PersonId }
  | { readonly kind: 'handOver'; readonly next: readonly Succession[]; readonly summary: string }
  /** This person takes the roles that the hand-over has for them. */
  | { readonly kind: 'accepted'; readonly handOver: EntryId }
  | { readonly kind: 'withdrawn'; readonly handOver: EntryId }
  /** An issue was made for what is to be cleaned up. */
  | { readonly kind: 'cleanUp'; readonly issue: string; readonly text: string }
  /** The page of the review; without an address it was taken along as text. */
  | { readonly kind: 'review'; readonly address?: string }
  | { readonly kind: 'jira'; readonly change: JiraChange }
  /**
   * What an alert of this incident has done, as its tool says; `from`: the door that it came in at. `count`: how many
   * alerts there are then, `firing`: how many of them are not over.
   */
  | {
      readonly kind: 'alert';
      readonly state: AlertState;
      readonly name: string;
      readonly from?: string;
      readonly count: number;
      readonly firing: number;
    }
  /** What is known of the times, the severity and the declaration beside what the issue holds. */
  | { readonly kind: 'noted'; readonly notes: NotesChange };

/** `joined`: one more of the same outage; `recovered`: what it was about is over; `again`: it is not, after all. */
export type AlertState = 'joined' | 'recovered' | 'again';

/** The parts of the notes that are new; null: there is no such part any more. */
export type NotesChange = { readonly [Part in keyof Notes]?: Notes[Part] | null };

export const TICK_STATES = ['done', 'open', 'notNeeded'] as const;
export type TickState = (typeof TICK_STATES)[number];

/** Who has a role after a hand-over; `from` gives it up. */
export type Succession = {
  readonly role: RoleId;
  readonly person: PersonId;
  readonly from?: PersonId;
  /** The lead itself, which goes over in Jira. */
  readonly lead?: true;
};

/** Something that changed in Jira itself, by whomever. */
export type JiraChange =
  | { readonly of: 'status'; readonly from?: Phase; readonly to?: Phase; readonly name?: string }
  | { readonly of: 'assignee'; readonly from?: PersonId; readonly to?: PersonId }
  | { readonly of: 'severity'; readonly from?: Severity; readonly to?: Severity }
  | { readonly of: 'link'; readonly added: boolean; readonly text: string }
  /** A comment that somebody marked. `comment`: Jira's id of it; `version`: when these words were written. */
  | {
      readonly of: 'comment';
      readonly text: string;
      readonly comment?: string;
      readonly version?: Instant;
    }
  /**
   * The words that an entry took from a comment are not for everybody any more, and go from the log: `edited`, other
   * words stand in their place; `gone`, it was deleted, shown to a few only, or lost its mark.
   */
  | {
      readonly of: 'commentGone';
      readonly comment: string;
      readonly entry: EntryId;
      readonly why: 'edited' | 'gone';
    };

export type Kind = What['kind'];
export type Of<K extends Kind> = Extract<What, { readonly kind: K }>;
