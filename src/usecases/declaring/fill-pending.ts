import { type DeclaredField } from '../../domain/declaring/declaration';
import { IncidentError } from '../../domain/errors';
import { type Incident } from '../../domain/incident/incident';
import {
  afterFilling,
  canBeTried,
  type Pending,
  stillPending,
} from '../../domain/declaring/pending';
import { type Notes } from '../../domain/clocks/notes';
import { type Raising } from '../../ports/declaring/raising';

/** How each of the pending wishes stands after it was tried; one that is done is not among them. */
export type Tried = {
  /** Those that were looked at; others may have been noted since. */
  readonly asked: readonly Pending[];
  readonly left: readonly Pending[];
};

/**
 * Tries again what was declared and is not on the issue yet, each alone. May be repeated.
 *
 * @throws {IncidentError} as `Raising.fill`, but for `refused` and `forbidden`
 */
export async function fillPending(
  raising: Pick<Raising, 'fill'>,
  incident: Incident,
  notes: Notes,
): Promise<Tried> {
  const left: Pending[] = [];
  for (const one of stillPending(incident, notes)) {
    const after = canBeTried(one) ? await tryOne(raising, incident, one) : one;
    if (after) left.push(after);
  }
  return { asked: notes.pending ?? [], left };
}

/** The notes with what is left in place of what was asked. */
export function withTried(notes: Notes, { asked, left }: Tried): Notes {
  const { pending = [], ...others } = notes;
  const wasAsked = (one: Pending) => asked.some((other) => same(one, other));
  const now = [...pending.filter((one) => !wasAsked(one)), ...left];
  return now.length > 0 ? { ...others, pending: now } : others;
}

function same(a: Pending, b: Pending): boolean {
  return a.field === b.field && a.wanted.join('\n') === b.wanted.join('\n');
}

async function tryOne(
  raising: Pick<Raising, 'fill'>,
  incident: Incident,
  one: Pending,
): Promise<Pending | undefined> {
  try {
    const left = await raising.fill(incident, one.field as DeclaredField, one.wanted);
    return afterFilling(one, incident, left);
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    if (error.code !== 'refused' && error.code !== 'forbidden') throw error;
    return { ...one, why: 'refused', reason: error.details.subject ?? null };
  }
}
