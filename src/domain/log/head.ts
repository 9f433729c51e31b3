import { type PersonId } from '../incident/incident';
import { type Instant } from '../time';
import { NO_NOTES, type Notes } from '../clocks/notes';
import {
  type Audience,
  type ChecklistItem,
  type EntryId,
  type Question,
  type RoleId,
  type Skippable,
  type Succession,
  type TheoryState,
  type TickState,
} from './what';

/** Who said something, when, and in which entry. */
export type Said = { readonly entry: EntryId; readonly at: Instant; readonly by?: PersonId };
/** The words are cut: the entry has them whole. */
export type SaidText = Said & { readonly text: string };

export type Observation = SaidText & { readonly confirmedBy: readonly PersonId[] };
export type Experiment = SaidText & { readonly result?: SaidText };
export type Theory = SaidText & {
  readonly state: TheoryState;
  readonly judged?: { readonly by?: PersonId; readonly at: Instant };
  /** Newest last, the newest few. */
  readonly observations: readonly Observation[];
  readonly experiments: readonly Experiment[];
};

/** A promised update that came in time, came late or was promised anew before it was due. */
export type PastPromise = {
  readonly due: Instant;
  readonly state: 'kept' | 'missed' | 'moved';
  readonly at: Instant;
};
export type Promises = {
  readonly open?: { readonly due: Instant; readonly by?: PersonId; readonly at: Instant };
  /** Newest last, the newest fifty; the counts know all. */
  readonly past: readonly PastPromise[];
  readonly kept: number;
  readonly missed: number;
};

/** A comment in the log: which entry has its words, and when those were written. */
export type TakenComment = {
  readonly comment: string;
  readonly entry: EntryId;
  readonly version: Instant;
  /** Somebody took its words out by hand: an edit brings none back. */
  readonly isClosed?: true;
};

/** The words that went out to one side. */
type Told = {
  readonly count: number;
  readonly first?: Instant;
  readonly last?: SaidText;
  readonly final?: Instant;
};

export type Role = {
  readonly id: RoleId;
  /** Of a role that was made during the incident. */
  readonly name?: string;
  /** Who has it, the longest first. Not the primary incident manager: that is the assignee. */
  readonly holders: readonly { readonly person: PersonId; readonly since: Instant }[];
  /** When somebody had it for the first time. */
  readonly first?: Instant;
};

export type Participant = {
  readonly joined: Instant;
  readonly left?: Instant;
  readonly awakeSince?: Instant;
  /** `Europe/Berlin`. */
  readonly zone?: string;
};

type HandOver = Said & {
  readonly next: readonly Succession[];
  readonly summary: string;
  readonly accepted: readonly PersonId[];
};

type CleanUp = SaidText & { readonly issue: string };

/**
 * Where a response stands: the log so far, folded, without its timeline. It is as large for fifty entries as for five
 * thousand. It can be made anew from the log at any time.
 */
export type Head = {
  readonly seq: number;
  /** Hash of the last entry; empty while there is none. */
  readonly hash: string;
  readonly notes: Notes;
  readonly answers: { readonly [Name in Question]?: SaidText };
  readonly theories: readonly Theory[];
  /** Those that belong to no theory. */
  readonly observations: readonly Observation[];
  readonly experiments: readonly Experiment[];
  readonly promises: Promises;
  readonly told: { readonly [Side in Audience]: Told };
  readonly ticks: { readonly [Item in ChecklistItem]?: Ticked };
  readonly skipped: { readonly [Step in Skippable]?: Said };
  readonly roles: readonly Role[];
  readonly people: { readonly [Person in PersonId]?: Participant };
  readonly handOver?: HandOver;
  /** When the hand-overs of this incident were taken on. */
  readonly handedOver: number;
  readonly disciplined?: Said;
  readonly cleanUps: readonly CleanUp[];
  readonly review?: Said & { readonly address?: string };
  /** The primary incident manager as Jira's changes last told, and since when. */
  readonly leader?: { readonly person: PersonId; readonly since: Instant };
  /** When it came back for the last time after it had been over. */
  readonly reopened?: Instant;
  /** When somebody took it for the first time. */
  readonly taken?: Instant;
  /** Comments whose words stand in the log, the newest fifty; absent: none. */
  readonly comments?: readonly TakenComment[];
  /** Jira's changes up to this moment are in the log. */
  readonly jiraUntil?: Instant;
};

type Ticked = Said & { readonly state: TickState };

export const EMPTY_HEAD: Head = {
  seq: 0,
  hash: '',
  notes: NO_NOTES,
  answers: {},
  theories: [],
  observations: [],
  experiments: [],
  promises: { past: [], kept: 0, missed: 0 },
  told: { internal: { count: 0 }, external: { count: 0 } },
  ticks: {},
  skipped: {},
  roles: [],
  people: {},
  handedOver: 0,
  cleanUps: [],
};
