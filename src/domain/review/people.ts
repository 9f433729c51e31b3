import { type PersonId } from '../incident/incident';
import { type Entry } from '../log/entry';
import { type Head } from '../log/head';
import { type What } from '../log/what';

/** As many as take part in an incident, and some more. */
const MOST = 200;

/** Whose names a review says. */
export function peopleIn(head: Head, entries: readonly Entry[]): readonly PersonId[] {
  const all = [
    ...(Object.keys(head.people) as PersonId[]),
    ...head.roles.flatMap(({ holders }) => holders.map(({ person }) => person)),
    ...entries.flatMap(({ by, what }) => [by, ...namedIn(what)]),
  ];
  return [...new Set(all.filter((id) => id !== undefined))].slice(0, MOST);
}

function namedIn(what: What): readonly (PersonId | undefined)[] {
  if (what.kind === 'roleGiven' || what.kind === 'roleLeft') return [what.person];
  if (what.kind === 'tookOver') return [what.from];
  return what.kind === 'jira' && what.change.of === 'assignee' ? [what.change.to] : [];
}
