import { type PersonId } from '../incident/incident';
import { type Instant } from '../time';
import { type Entry } from './entry';
import { type Head, type Participant, type Role } from './head';
import { hasRoomFor, PEOPLE, ROLES } from './room';
import { type Of, type RoleId } from './what';

/** Whoever says something takes part, from then on. */
export function withAnyone(head: Head, { by, what, saidAt }: Entry): Head {
  const takesPart = what.kind !== 'jira' && what.kind !== 'noted' && what.kind !== 'left';
  return by && takesPart ? withParticipant(head, by, saidAt) : head;
}

/** This person takes part; somebody who had left is back. */
export function withParticipant(head: Head, person: PersonId, at: Instant): Head {
  const before = head.people[person];
  if (before && before.left === undefined) return head;
  const isFull = !before && Object.keys(head.people).length >= PEOPLE;
  if (isFull) return head;
  return { ...head, people: { ...head.people, [person]: { joined: at } } };
}

/** Off duty: every role but the lead is free again. */
export function withLeft(head: Head, { by, saidAt }: Entry): Head {
  const before = by && head.people[by];
  if (!before) return head;
  const free = head.roles.reduce((so, { id }) => withoutHolder(so, id, by), head);
  return { ...free, people: { ...head.people, [by]: { ...before, left: saidAt } } };
}

/** Joined from this time zone. */
export function withZone(head: Head, { by }: Entry, { zone }: Of<'joined'>): Head {
  const before = by && head.people[by];
  if (!before || !zone) return head;
  return { ...head, people: { ...head.people, [by]: { ...before, zone } } };
}

export function withAwake(head: Head, { by }: Entry, { since, zone }: Of<'awake'>): Head {
  const before = by && head.people[by];
  if (!before) return head;
  const { awakeSince: _, ...rest } = before;
  const after: Participant = {
    ...rest,
    ...(since !== null && { awakeSince: since }),
    ...(zone && { zone }),
  };
  return { ...head, people: { ...head.people, [by]: after } };
}

export function withRole(
  head: Head,
  { by, saidAt }: Entry,
  what: Of<'roleMade' | 'roleGiven' | 'roleLeft' | 'tookOver'>,
): Head {
  switch (what.kind) {
    case 'roleMade': {
      const { role: id, name } = what;
      if (head.roles.some((role) => role.id === id) || head.roles.length >= ROLES) return head;
      return { ...head, roles: [...head.roles, { id, name, holders: [] }] };
    }
    case 'roleGiven':
      return withHolder(head, what.role, what.person, saidAt);
    case 'roleLeft':
      return withoutHolder(head, what.role, what.person);
    case 'tookOver':
      return by
        ? withHolder(withoutHolder(head, what.role, what.from), what.role, by, saidAt)
        : head;
  }
}

/** This person has the role, beside whoever has it, where there is room for them. */
export function withHolder(head: Head, id: RoleId, person: PersonId, at: Instant): Head {
  const role = head.roles.find((one) => one.id === id) ?? { id, holders: [] };
  if (role.holders.some((holder) => holder.person === person)) return head;
  if (!hasRoomFor(head.roles, id)) return head;
  const after: Role = {
    ...role,
    holders: [...role.holders, { person, since: at }],
    first: role.first ?? at,
  };
  return withParticipant(withRoleAs(head, after), person, at);
}

export function withoutHolder(head: Head, id: RoleId, person: PersonId): Head {
  const role = head.roles.find((one) => one.id === id);
  if (!role) return head;
  const holders = role.holders.filter((holder) => holder.person !== person);
  return withRoleAs(head, { ...role, holders });
}

function withRoleAs(head: Head, role: Role): Head {
  const place = head.roles.findIndex(({ id }) => id === role.id);
  const roles = place < 0 ? [...head.roles, role] : head.roles.with(place, role);
  return { ...head, roles };
}
