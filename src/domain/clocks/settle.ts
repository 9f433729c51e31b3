import {
  heldByDefault,
  type ImpactTimes,
  TIME_NAMES,
  type TimeName,
  withDefaultDetection,
} from './clocks';
import { type History, isInto, resolvings } from '../incident/history';
import { type Incident } from '../incident/incident';
import {
  effectiveTimes,
  type Notes,
  standing,
  type TimeNote,
  withNote,
  withoutOldDefault,
} from './notes';
import { withoutOverwriting } from './overwritten';
import { type Instant, keeps, sameSecond } from '../time';

/** What an incident's times should be, and what is to be noted of them. */
export type Settled = { readonly times: ImpactTimes; readonly notes: Notes };

/**
 * The one place that decides what the times of an incident should be, from what its issue holds, what was noted and
 * what Jira's change log says. It may be asked at any moment and any number of times: the answer is the same as if
 * every change had been looked at when it was made.
 *
 * - a moment in a field that no note explains was written in Jira's own editors: who and when is noted
 * - a recovery from before the incident came back is lost; the note of it stays among the former ones
 * - resolved without a recovery: the moment of the transition stands in, to be confirmed, unless somebody emptied it
 *   after that transition. Not so when cancelled
 * - detection defaults to the creation, and gives way
 * - what a person wrote and the app wrote over in the same moment comes back
 *
 * With empty notes and the whole change log it says what the times of an old incident are and where each came from.
 * It never invents an impact start.
 *
 * @see docs/decisions/0007-notes-on-times.md
 */
export function settle(seen: Incident, known: Notes, history: History): Settled {
  const { times: written, notes } = withoutOverwriting(seen, known, history);
  const incident = { ...seen, times: written };
  const explained = TIME_NAMES.reduce(
    (so, name) => withExplanation(so, name, incident, history),
    notes,
  );
  const before = { times: effectiveTimes(incident, explained), notes: explained };
  const { times, notes: after } = recoveredByDefault(
    lostByComingBack(before, history),
    incident,
    history,
  );
  const moved = history.findLast(({ phase }) => phase)?.at;
  const settled = withDefaultDetection(times, incident.created);
  return {
    times: settled,
    notes: {
      ...withoutOldDefault(after, settled),
      lookedAt: moved ?? notes.lookedAt ?? incident.created,
    },
  };
}

function withExplanation(
  notes: Notes,
  name: TimeName,
  { times, created }: Incident,
  history: History,
): Notes {
  const field = times[name];
  const note = standing(notes.times[name], field);
  // "No detection" means the default, which needs no note once Jira has it.
  const isNoDetection = name === 'impactDetected' && note?.moment === null && !note.held;
  if (note && !isNoDetection) return { ...notes, times: { ...notes.times, [name]: note } };
  if (field === undefined) return withNote(notes, name, undefined);
  if (name === 'impactDetected' && heldByDefault(times, created)) {
    return withNote(notes, name, undefined);
  }
  return withNote(notes, name, explanation(name, field, created, history));
}

/** Where a moment came from that nobody said in our surfaces. */
function explanation(
  name: TimeName,
  moment: Instant,
  created: Instant,
  history: History,
): TimeNote {
  const change = history.findLast(({ times }) => isSet(times?.[name]));
  const resolved = history.findLast(({ phase }) => isInto(phase));
  // A person who writes the minute of the transition says it; an app leaves what stands in for it.
  const isStandIn = sameSecond(resolved?.at, moment) || change?.by?.isApp === true;
  if (name === 'impactRecovered' && resolved && isStandIn && keeps(moment, resolved.at)) {
    return { moment: resolved.at, source: 'event', by: resolved.by?.id, at: resolved.at };
  }
  return { moment, source: 'changelog', by: change?.by?.id, at: change?.at ?? created };
}

function lostByComingBack({ times, notes }: Settled, history: History): Settled {
  const { impactRecovered: moment, ...others } = times;
  const note = notes.times.impactRecovered;
  const left = history[resolvings(history).left];
  if (moment === undefined || !note || !left) return { times, notes };
  // One that stands in for a later transition is in its field since before where both lie in one minute.
  const isOwn = note.source === 'person' || note.source === 'event' || note.held !== undefined;
  const saidSince = isOwn && note.at > left.at;
  const isOld = note.held ? true : isStale(history, moment);
  if (saidSince || !isOld) return { times, notes };
  return { times: others, notes: withNote(notes, 'impactRecovered', undefined, 'cameBack') };
}

/** The recovery that this history leads to dates from before the incident last came back. */
function isStale(history: History, moment: Instant | null | undefined): boolean {
  const { left } = resolvings(history);
  const set = history.findLastIndex(({ times }) => isSet(times?.impactRecovered));
  if (left < 0 || set < left) return left >= 0;
  // Set since, but by an app, and to the moment of a resolving from before: a default that was written late.
  const earlier = history.slice(0, left).filter(({ phase }) => isInto(phase));
  return (
    (history[set]?.by?.isApp ?? false) && earlier.some(({ at }) => keeps(moment ?? undefined, at))
  );
}

function recoveredByDefault(
  { times, notes }: Settled,
  { phase }: Incident,
  history: History,
): Settled {
  const { into, left } = resolvings(history);
  const resolved = history[into];
  const settled = { times, notes };
  // The change log may know that it came back since the issue was read.
  const isResolved = phase === 'resolved' && resolved !== undefined && into > left;
  if (!isResolved || times.impactRecovered !== undefined) return settled;
  const { impactRecovered: said } = notes.times;
  const takenAway = said?.moment === null && said.source === 'person' && said.at >= resolved.at;
  if (takenAway || wasEmptied(history)) return settled;
  const moment = resolved.at;
  const note: TimeNote = { moment, source: 'event', by: resolved.by?.id, at: resolved.at };
  return {
    times: { ...times, impactRecovered: moment },
    notes: withNote(notes, 'impactRecovered', note),
  };
}

/**
 * Somebody took the recovery away since the incident was resolved. That an app took away one from before it came
 * back says nothing: it was out of date.
 */
function wasEmptied(history: History): boolean {
  const { into } = resolvings(history);
  return history.some(({ times, by }, place) => {
    const change = times?.impactRecovered;
    if (place < into || change?.to !== null || change.from === null) return false;
    return !(by?.isApp && isStale(history.slice(0, place), change.from));
  });
}

function isSet(change: { readonly to?: Instant | null } | undefined): boolean {
  return change !== undefined && change.to !== null;
}
