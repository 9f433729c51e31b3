import { IncidentError } from '../errors';
import { type PersonId } from '../incident/incident';
import { MINUTE_MS, type Instant } from '../time';
import { type Draft } from './entry';
import { type Head } from './head';
import { hasRoomFor, ROLES } from './room';
import {
  ANSWER_LIMIT,
  type EntryId,
  HANDBOOK_ROLES,
  type Kind,
  type Of,
  type RoleId,
  type What,
} from './what';

/** What comes from Jira, or is written by what the app does, and is nobody's to say. */
type Unsayable = 'jira' | 'noted' | 'alert' | 'cleanUp' | 'review';

/** What a person may say about the response to an incident. */
export type Saying = Exclude<What, { readonly kind: Unsayable }>;

export type SayingKind = Exclude<Kind, Unsayable>;

/** As long as one entry may be. */
const TEXT_LIMIT = 8000;
const ROLE_NAME_LIMIT = 60;
/** The browser's clock may be ahead of ours. */
const SKEW_MS = MINUTE_MS;
const PROMISE_LIMIT_MS = 7 * 24 * 60 * MINUTE_MS;
const AWAKE_LIMIT_MS = 72 * 60 * MINUTE_MS;

/** Who says it and when, by the server's clock. `at`: the moment it is about, where that was another. */
export type Speaking = {
  readonly id: EntryId;
  readonly person: PersonId;
  readonly now: Instant;
  readonly at?: Instant;
};

/**
 * The entry that a saying becomes, checked against where the response stands.
 *
 * @throws {IncidentError} `moment-in-future`, `due-in-past`, `entry-not-found` for a theory, experiment or observation
 *   that is not in view any more, `role-unknown`, `role-exists`, `changed-meanwhile` for a role, a hand-over or an
 *   answer that somebody else has dealt with, `too-many` for one role or one holder too many, `invalid-input` for words
 *   that are none or too many
 */
export function draftOf(saying: Saying, { id, person, now, at }: Speaking, head: Head): Draft {
  if (at !== undefined && at > now + SKEW_MS) throw new IncidentError('moment-in-future', 'at');
  if ('text' in saying) checkText(saying.text, saying.kind === 'answer' ? ANSWER_LIMIT : undefined);
  check(saying.kind, saying, { id, head, person, now });
  const isBackdated = at !== undefined && at < now;
  return { id, what: saying, saidAt: now, by: person, ...(isBackdated && { at }) };
}

type Known = Pick<Speaking, 'id' | 'person' | 'now'> & { readonly head: Head };

function check<K extends SayingKind>(kind: K, saying: Of<K>, known: Known): void {
  CHECKS[kind](saying, known);
}

type Checks = { readonly [K in SayingKind]: (saying: Of<K>, known: Known) => void };

/** It is about nothing that has to be there. */
const isAlwaysMeant = (): void => undefined;

/** What is said of others must be meant for what is there. */
const CHECKS: Checks = {
  decision: isAlwaysMeant,
  note: isAlwaysMeant,
  change: isAlwaysMeant,
  theory: isAlwaysMeant,
  confirmed: isAlwaysMeant,
  redacted: isAlwaysMeant,
  tick: isAlwaysMeant,
  skip: isAlwaysMeant,
  joined: isAlwaysMeant,
  left: isAlwaysMeant,
  disciplined: isAlwaysMeant,
  observation: ({ theory }, { head }) => {
    if (theory) checkThere(head.theories, theory);
  },
  experiment: ({ theory }, { head }) => {
    if (theory) checkThere(head.theories, theory);
  },
  answer: checkAnswer,
  judged: ({ theory }, { head }) => {
    checkThere(head.theories, theory);
  },
  result: ({ experiment }, { head }) => {
    checkThere(experimentsOf(head), experiment);
  },
  corrected: ({ moment }, { now }) => {
    if (moment > now + SKEW_MS) throw new IncidentError('moment-in-future', 'moment');
  },
  update: ({ next }, { now }) => {
    if (next !== undefined) checkDue(next, now);
  },
  promise: ({ due }, { now }) => {
    checkDue(due, now);
  },
  awake: ({ since }, { now }) => {
    checkAwake(since, now);
  },
  roleMade: ({ role, name }, { head }) => {
    checkNewRole(role, name.trim(), head);
  },
  roleGiven: ({ role, person }, { head }) => {
    checkRole(role, head);
    checkRoom(role, person, head);
  },
  roleLeft: ({ role }, { head }) => {
    checkRole(role, head);
  },
  tookOver: ({ role, from }, { head }) => {
    checkRole(role, head);
    if (!holds(from, role, head)) {
      throw new IncidentError('changed-meanwhile', 'They do not have this role any more');
    }
  },
  handOver: ({ next }, { head }) => {
    if (next.length === 0) throw new IncidentError('invalid-input', 'Nobody is named');
    for (const { role } of next) checkRole(role, head);
  },
  accepted: ({ handOver }, { head, person }) => {
    checkHandOver(handOver, head, person);
    for (const one of head.handOver?.next ?? []) {
      if (one.person === person && !one.lead && !one.from) checkRoom(one.role, person, head);
    }
  },
  withdrawn: ({ handOver }, { head }) => {
    checkHandOver(handOver, head, undefined);
  },
};

function checkText(text: string, limit = TEXT_LIMIT): void {
  if (text.trim() === '' || text.length > limit) {
    throw new IncidentError('invalid-input', `Words: 1 to ${limit} letters`);
  }
}

/** Nobody overwrites an answer that they have not seen. One that is said again is their own. */
function checkAnswer({ question, from }: Of<'answer'>, { id, head }: Known): void {
  const there = head.answers[question]?.entry ?? null;
  if (from !== undefined && from !== there && there !== id) {
    throw new IncidentError('changed-meanwhile', `Somebody else has answered ${question}`);
  }
}

function checkThere(known: readonly { readonly entry: EntryId }[], id: EntryId): void {
  if (!known.some(({ entry }) => entry === id)) {
    throw new IncidentError('entry-not-found', `No ${id} in view`);
  }
}

function experimentsOf({ theories, experiments }: Head) {
  return [...experiments, ...theories.flatMap((theory) => theory.experiments)];
}

function checkDue(due: Instant, now: Instant): void {
  if (due <= now || due > now + PROMISE_LIMIT_MS) {
    throw new IncidentError('due-in-past', 'A promise is for within a week from now');
  }
}

function checkAwake(since: Instant | null, now: Instant): void {
  if (since === null) return;
  if (since > now + SKEW_MS) throw new IncidentError('moment-in-future', 'since');
  if (since < now - AWAKE_LIMIT_MS) throw new IncidentError('invalid-input', 'Awake for over 72 h');
}

function checkNewRole(id: RoleId, name: string, head: Head): void {
  if (!id.startsWith('own:') || name === '' || name.length > ROLE_NAME_LIMIT) {
    throw new IncidentError(
      'invalid-input',
      `A role has a name of 1 to ${ROLE_NAME_LIMIT} letters`,
    );
  }
  const isTaken = head.roles.some((role) => role.name?.toLowerCase() === name.toLowerCase());
  if (isTaken) throw new IncidentError('role-exists', 'There is such a role', { subject: name });
  if (head.roles.length >= ROLES) throw new IncidentError('too-many', 'Too many roles');
}

function checkRole(id: RoleId, head: Head): void {
  const isKnown =
    HANDBOOK_ROLES.some((role) => role === id) || head.roles.some((role) => role.id === id);
  if (!isKnown) throw new IncidentError('role-unknown', `No role ${id}`);
}

/** Whoever has it already has it still. */
function checkRoom(id: RoleId, person: PersonId, head: Head): void {
  if (holds(person, id, head) || hasRoomFor(head.roles, id)) return;
  throw new IncidentError('too-many', `No room for one more in ${id}`);
}

function holds(person: PersonId, id: RoleId, { roles }: Head): boolean {
  const role = roles.find((one) => one.id === id);
  return role?.holders.some((holder) => holder.person === person) ?? false;
}

function checkHandOver(id: EntryId, { handOver }: Head, by: PersonId | undefined): void {
  const isOpen = handOver?.entry === id;
  const isMeant = !by || handOver?.next.some(({ person }) => person === by);
  if (!isOpen || !isMeant)
    throw new IncidentError('changed-meanwhile', 'No such hand-over is open');
}
