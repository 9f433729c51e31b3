import { figuresOf, heldByDefault, keepTimes, sameFigures, TIME_NAMES } from './clocks';
import { type Incident } from '../incident/incident';
import { isOver } from '../incident/lifecycle';
import { canBeTried } from '../declaring/pending';
import { settle } from './settle';
import { effectiveTimes, type Notes, standing, timesNotDue } from './notes';
import { type Instant } from '../time';

/** The change log says nothing that the notes do not know. Told without it, from when the status last changed. */
export function isKnown(incident: Incident, notes: Notes): boolean {
  if (isUnexplained(incident, notes)) return false;
  return !turnsOnResolving(incident, notes) || lookedSince(incident.statusSince, notes);
}

/**
 * Nothing is to be done: times, figures and notes are as `settle` would have them. Told without the change log. What
 * nobody has asked Jira to keep is asked for while the incident is worked on; one that is over is left in peace.
 */
export function isSettled(incident: Incident, notes: Notes): boolean {
  if (!isKnown(incident, notes) || (notes.pending ?? []).some(canBeTried)) return false;
  const { times } = settle(incident, notes, []);
  const kept = isOver(incident.phase) ? timesNotDue(incident, notes) : incident.times;
  return keepTimes(kept, times) && sameFigures(figuresOf(times), incident.figures);
}

/** A field and its note disagree. */
function isUnexplained({ times, created }: Incident, notes: Notes): boolean {
  return TIME_NAMES.some((name) => {
    const note = notes.times[name];
    if (standing(note, times[name])) return false;
    if (name === 'impactDetected' && heldByDefault(times, created)) return note !== undefined;
    return note !== undefined || times[name] !== undefined;
  });
}

function turnsOnResolving(incident: Incident, notes: Notes): boolean {
  return (
    incident.phase === 'resolved' || effectiveTimes(incident, notes).impactRecovered !== undefined
  );
}

/** Jira writes the two moments in one go, and need not write them to the same millisecond. */
function lookedSince(statusSince: Instant | undefined, { lookedAt }: Notes): boolean {
  return statusSince !== undefined && lookedAt !== undefined && lookedAt >= statusSince - 1000;
}
