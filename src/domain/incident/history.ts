import { type TimeName } from '../clocks/clocks';
import { type PersonId } from './incident';
import { type Phase } from './lifecycle';
import { type Severity } from './severity';
import { type Instant } from '../time';

/** Who made a change in Jira: a person, or an app or automation in nobody's name. */
export type Author = { readonly id: PersonId; readonly name: string; readonly isApp: boolean };

/** What a field was and became; null: empty. Absent: the change log says it in a way that nobody can read. */
export type FromTo<Value> = { readonly from?: Value | null; readonly to?: Value | null };

/** One change as Jira's change log keeps it. Several fields may have changed at once. */
export type Change = {
  /** Jira's own id of it. */
  readonly id?: string;
  readonly at: Instant;
  readonly by?: Author;
  /** A status that stands for no phase is absent. */
  readonly phase?: { readonly from?: Phase; readonly to?: Phase };
  readonly times?: { readonly [Name in TimeName]?: FromTo<Instant> };
  readonly severity?: FromTo<Severity>;
  readonly assignee?: FromTo<PersonId>;
  /** Links that came or went, in Jira's words. */
  readonly links?: readonly { readonly added: boolean; readonly text: string }[];
};

/** An incident's changes, oldest first. The values that it was raised with are not among them. */
export type History = readonly Change[];

/** The place of the last change that went into Resolved, and of the last that left it; -1: never. */
export function resolvings(history: History): { readonly into: number; readonly left: number } {
  return {
    into: history.findLastIndex(({ phase }) => isInto(phase)),
    left: history.findLastIndex(
      ({ phase }) => phase?.from === 'resolved' && phase.to !== 'resolved',
    ),
  };
}

/** From one status that means resolved to another is no new resolving. */
export function isInto(phase: Change['phase']): boolean {
  return phase?.to === 'resolved' && phase.from !== 'resolved';
}
