import { proposedRecovery } from '../declaring/incident-alerts';
import { type Incident, type PersonId } from '../incident/incident';
import { type Head, type Role } from '../log/head';
import { type Skippable } from '../log/what';
import { type Next, type Situation } from './next';
import { MINUTE_MS, type Instant } from '../time';
import { effectiveTimes } from '../clocks/notes';

/** A promised update is the next thing when so little is left. */
const UPDATE_SOON_MS = 10 * MINUTE_MS;
/** The checklist is gone through once the first rush is over, and then again and again. */
const DISCIPLINE_AFTER_MS = 30 * MINUTE_MS;
const DISCIPLINE_EVERY_MS = 120 * MINUTE_MS;
/** Somebody who is awake for so long should sleep. */
const AWAKE_LIMIT_MS = 16 * 60 * MINUTE_MS;

const ASSESSED = ['impact', 'seen', 'affected', 'factors'] as const;
const COMMUNICATIONS = [
  'communicationsManager',
  'internalCommunications',
  'externalCommunications',
] as const;

/** What is due while it is being fixed. */
export function dueOf(situation: Situation): Next | undefined {
  return RULES.map((rule) => rule(situation)).find((next) => next !== undefined);
}

type Rule = (situation: Situation) => Next | undefined;

/** In the order in which they are due. A rule that says nothing lets the next one speak. */
const RULES: readonly Rule[] = [
  ({ head: { promises }, now }) => {
    const due = promises.open?.due;
    return due !== undefined && due - now <= UPDATE_SOON_MS
      ? { step: 'write-update', due }
      : undefined;
  },
  alertsRecovered,
  ({ incident, head }) =>
    effectiveTimes(incident, head.notes).impactStart === undefined
      ? { step: 'say-start' }
      : undefined,
  ({ incident, head }) =>
    isMajor(incident) && head.told.internal.count === 0 && !isTicked(head, 'internalFirst')
      ? offered('tell-internal', head)
      : undefined,
  ({ head }) =>
    isUntoldBack(head) ? offered('tell-internal', head, { isAgain: true }) : undefined,
  ({ incident: { severity }, head }) =>
    head.notes.severity?.level === severity ? undefined : offered('confirm-severity', head),
  ({ incident, head }) =>
    isMajor(incident) && head.told.external.count === 0 && !isTicked(head, 'externalFirst')
      ? offered('tell-external', head)
      : undefined,
  ({ incident, head }) =>
    isMajor(incident) && !COMMUNICATIONS.some((id) => hasHolder(head.roles, id))
      ? offered('give-communications', head)
      : undefined,
  ({ incident, head }) => {
    const person = withoutRole(incident, head);
    return person ? offered('offer-role', head, { person }) : undefined;
  },
  ({ head }) =>
    ASSESSED.some((question) => !head.answers[question]) ? offered('assess', head) : undefined,
  ({ head, cadenceMinutes }) =>
    cadenceMinutes !== undefined && !head.promises.open && !head.told.internal.final
      ? offered('promise-update', head)
      : undefined,
  ({ incident, head }) =>
    isMajor(incident) && !hasHolder(head.roles, 'techLead')
      ? offered('give-tech-lead', head)
      : undefined,
  (situation) => {
    const person = tired(situation);
    return person && !situation.head.handOver
      ? offered('hand-over', situation.head, { person })
      : undefined;
  },
  ({ head, now }) => {
    const last = head.disciplined?.at;
    const since = last ?? latest(head.taken, head.reopened);
    const wait = last === undefined ? DISCIPLINE_AFTER_MS : DISCIPLINE_EVERY_MS;
    return since !== undefined && now - since >= wait ? offered('discipline', head) : undefined;
  },
];

/** Alerts say that it is over; a person says whether it is. */
export function alertsRecovered({ incident, head, alerts }: Situation): Next | undefined {
  const due = proposedRecovery(alerts, effectiveTimes(incident, head.notes), head);
  return due === undefined ? undefined : { step: 'alerts-recovered', due };
}

/** The step, unless somebody passed it over. */
function offered(step: Skippable, head: Head, about: Omit<Next, 'step'> = {}): Next | undefined {
  return head.skipped[step] ? undefined : { step, ...about };
}

/** They know that it was over, and not that it came back. */
function isUntoldBack({ reopened, told: { internal } }: Head): boolean {
  return reopened !== undefined && internal.last !== undefined && internal.last.at < reopened;
}

function latest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one;
  return one > other ? one : other;
}

function isMajor({ severity }: Incident): boolean {
  return severity === 1 || severity === 2;
}

function isTicked({ ticks }: Head, item: 'internalFirst' | 'externalFirst'): boolean {
  const state = ticks[item]?.state;
  return state === 'done' || state === 'notNeeded';
}

function hasHolder(roles: readonly Role[], id: string): boolean {
  return roles.some((role) => role.id === id && role.holders.length > 0);
}

/** Who joined last and has nothing to do yet, in their own eyes or in those of the incident manager. */
function withoutRole({ incidentManager }: Incident, { people, roles }: Head): PersonId | undefined {
  const busy = new Set([
    ...roles.flatMap(({ holders }) => holders.map(({ person }) => person)),
    ...(incidentManager ? [incidentManager.id] : []),
  ]);
  const present = (Object.keys(people) as PersonId[]).filter(
    (id) => people[id]?.left === undefined,
  );
  return present.findLast((id) => !busy.has(id));
}

/** Who has a role and has been in it, or awake, for too long; the longest first. */
function tired({
  incident: { incidentManager },
  head: { people, roles, reopened },
  now,
  handOverHours,
}: Situation): PersonId | undefined {
  const limitMs = handOverHours === undefined ? Infinity : handOverHours * 60 * MINUTE_MS;
  const holders = roles.flatMap((role) => role.holders.map(({ person }) => person));
  const onDuty = new Set([...(incidentManager ? [incidentManager.id] : []), ...holders]);
  const late = (since: Instant | undefined, limit: number) =>
    since !== undefined && now - since >= limit;
  const found = [...onDuty].filter((id) => {
    const one = people[id];
    if (!one || one.left !== undefined) return false;
    return late(latest(one.joined, reopened), limitMs) || late(one.awakeSince, AWAKE_LIMIT_MS);
  });
  return found.toSorted((a, b) => (people[a]?.joined ?? 0) - (people[b]?.joined ?? 0))[0];
}
