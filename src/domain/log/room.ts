import { type PersonId } from '../incident/incident';
import { type Head, type Role, type Theory } from './head';
import { type RoleId } from './what';

/*
 * The head of a log is one value of a store, 240 KiB at most. Each list in it has an end, so that a log that is full of
 * one thing takes all others. tests/unit/domain/room.test.ts fills a head to the brim and weighs it.
 */

/** As many people as take part by the head; the timeline has all. */
export const PEOPLE = 100;
export const ROLES = 30;
const HOLDERS_OF_ROLE = 20;
/** All holders of all roles together. */
const HOLDERS = 60;
const THEORIES = 20;
/** Of one theory: observations, and experiments. */
export const OF_A_THEORY = 5;
/** Of all theories together: observations, and experiments. */
const OF_ALL_THEORIES = 20;
/** Of no theory: observations, and experiments. */
export const LOOSE = 8;
export const CONFIRMERS = 5;
export const COMMENTS = 50;
export const CLEAN_UPS = 25;
export const PAST_PROMISES = 50;

/** One more person may have this role. */
export function hasRoomFor(roles: readonly Role[], id: RoleId): boolean {
  const all = roles.reduce((sum, { holders }) => sum + holders.length, 0);
  const role = roles.find((one) => one.id === id);
  return all < HOLDERS && (role?.holders.length ?? 0) < HOLDERS_OF_ROLE;
}

/** The theories, newest last; where there are too many, what was ruled out goes first, and the oldest of the rest. */
export function fewEnough(theories: readonly Theory[]): readonly Theory[] {
  let kept = theories;
  while (kept.length > THEORIES) kept = kept.toSpliced(Math.max(firstRuledOut(kept), 0), 1);
  kept = thinned(kept, 'observations');
  return thinned(kept, 'experiments');
}

function firstRuledOut(theories: readonly Theory[]): number {
  return theories.findIndex(({ state }) => state === 'ruledOut');
}

type Evidence = 'observations' | 'experiments';

/** While there is too much of it, the oldest goes: of a theory that was ruled out, else of the one that has most. */
function thinned(theories: readonly Theory[], what: Evidence): readonly Theory[] {
  const counted = theories.reduce((sum, theory) => sum + theory[what].length, 0);
  if (counted <= OF_ALL_THEORIES) return theories;
  const ruledOut = theories.findIndex((one) => one.state === 'ruledOut' && one[what].length > 0);
  const most = Math.max(...theories.map((theory) => theory[what].length));
  const place = ruledOut >= 0 ? ruledOut : theories.findIndex((one) => one[what].length === most);
  const changed = theories.map((theory, n) =>
    n === place ? { ...theory, [what]: theory[what].slice(1) } : theory,
  );
  return thinned(changed, what);
}

/** A head that an older version of the app wrote, with every list as short as it is now. */
export function withinRoom(head: Head): Head {
  return {
    ...head,
    theories: fewEnough(head.theories.map(withFewConfirmers)),
    observations: head.observations.slice(-LOOSE).map(lessConfirmed),
    experiments: head.experiments.slice(-LOOSE),
    cleanUps: head.cleanUps.slice(-CLEAN_UPS),
    roles: withFewHolders(head.roles.slice(0, ROLES)),
    people: Object.fromEntries(Object.entries(head.people).slice(0, PEOPLE)),
  };
}

function withFewConfirmers(theory: Theory): Theory {
  return { ...theory, observations: theory.observations.map(lessConfirmed) };
}

function lessConfirmed<One extends { readonly confirmedBy: readonly PersonId[] }>(one: One): One {
  return { ...one, confirmedBy: one.confirmedBy.slice(-CONFIRMERS) };
}

function withFewHolders(all: readonly Role[]): readonly Role[] {
  let roles: readonly Role[] = all.map((role) => ({ ...role, holders: [] }));
  for (const { id, holders } of all) {
    for (const holder of holders) {
      if (!hasRoomFor(roles, id)) break;
      roles = roles.map((role) =>
        role.id === id ? { ...role, holders: [...role.holders, holder] } : role,
      );
    }
  }
  return roles;
}
