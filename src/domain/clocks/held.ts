import { type ImpactTimes, TIME_NAMES, type TimeName } from './clocks';
import { type Incident } from '../incident/incident';
import { keeps } from '../time';
import { type Held, isRefused, type Notes, standing, type TimeNote } from './notes';

/** The times that Jira did not keep, each with its reason; null where it gave none. */
export type Refusals = { readonly [Name in TimeName]?: string | null };

/**
 * The notes after Jira was asked for these times: what it refused is held, with the reason and with what its field
 * holds instead; what it took needs no holding any more.
 */
export function withRefusals(
  notes: Notes,
  {
    refusals,
    ...about
  }: {
    readonly incident: Incident;
    /** What Jira was asked for; what it held before where nothing was asked. */
    readonly times: ImpactTimes;
    readonly refusals: Refusals;
  },
): Notes {
  return withHeld(notes, about, (name) => {
    const reason = refusals[name];
    return reason === undefined ? undefined : { reason };
  });
}

/**
 * The notes by which these times count though Jira's fields hold others, without asking Jira: to write the fields of
 * an old incident would send mail to its watchers. What Jira refused before stays refused.
 */
export function withoutAsking(
  notes: Notes,
  about: { readonly incident: Incident; readonly times: ImpactTimes },
): Notes {
  const { incident, times } = about;
  return withHeld(notes, about, (name) => {
    if (keeps(incident.times[name], times[name])) return undefined;
    const note = standing(notes.times[name], incident.times[name]);
    return isRefused(note?.held) ? { reason: note.held.reason } : { reason: null, notAsked: true };
  });
}

function withHeld(
  notes: Notes,
  { incident, times }: { readonly incident: Incident; readonly times: ImpactTimes },
  heldAs: (name: TimeName) => Omit<Held, 'over'> | undefined,
): Notes {
  const entries = TIME_NAMES.map((name) => {
    const held = heldAs(name);
    const note = notes.times[name];
    const isAbout = note && keeps(times[name], note.moment ?? undefined);
    if (!held) return [name, isAbout ? keptByJira(note) : note] as const;
    const about = isAbout ? note : appsOwn(name, times, incident);
    return [name, { ...about, held: { ...held, over: incident.times[name] ?? null } }] as const;
  });
  return { ...notes, times: Object.fromEntries(entries.filter(([, note]) => note !== undefined)) };
}

function keptByJira(note: TimeNote): TimeNote | undefined {
  if (!note.held) return note;
  // What the app holds by itself is read from the field again, once that has it.
  return note.source === 'default' ? undefined : { ...note, held: undefined };
}

/** A default, or a time taken away, that nobody said and that therefore has no note yet. */
function appsOwn(name: TimeName, times: ImpactTimes, { created }: Incident): TimeNote {
  return {
    moment: times[name] ?? null,
    source: name === 'impactDetected' ? 'default' : 'event',
    at: created,
  };
}
