import {
  changeTimes,
  heldByDefault,
  type ImpactTimes,
  TIME_NAMES,
  type TimeName,
  type TimesChange,
} from '../../domain/clocks/clocks';
import { withRefusals } from '../../domain/clocks/held';
import { type Incident, type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Instant, sameSecond } from '../../domain/time';
import {
  type Certainty,
  effectiveTimes,
  type Notes,
  standing,
  type TimeNote,
  withNote,
  withoutOldDefault,
} from '../../domain/clocks/notes';
import { type FigureFields } from '../../ports/clocks/figure-fields';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { type IncidentNotes } from '../../ports/clocks/notes';
import { keepTimes } from './keep-times';
import { writeFigures } from './settle-incident';

/** What it takes to set times. */
export type TimesSetting = {
  readonly incidents: Incidents;
  readonly incidentNotes: IncidentNotes;
  readonly figureFields: FigureFields;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/** What a person says about the times, and how sure they are of each. */
export type SaidTimes = {
  readonly person: PersonId;
  readonly change: TimesChange;
  readonly certainty?: { readonly [Name in TimeName]?: Certainty };
};

/**
 * Sets or takes away impact times as a person says, and TTD and TTR with them. An impossible order is refused before
 * anything is written; a time that Jira refuses is held in the notes. To say a time that is there already confirms
 * it. May be repeated.
 *
 * @throws {IncidentError} `impossible-times`, `time-in-future`, and as `Incidents.get`
 */
export async function setTimes(
  { incidents, incidentNotes, figureFields, jobs, now }: TimesSetting,
  id: IncidentId,
  said: SaidTimes,
): Promise<void> {
  const [incident, notes] = await Promise.all([incidents.get(id), incidentNotes.get(id)]);
  const at = now();
  const known = effectiveTimes(incident, notes);
  const times = changeTimes(known, said.change, { created: incident.created, now: at });
  const asked = onlyChanged(incident.times, { known, times, change: said.change });
  const refusals = await keepTimes(incidents, incident, asked);
  await incidentNotes.change(id, (current) => {
    const fresh = withoutOutdated(current, { notes, held: incident.times, asked });
    const whole = withUnseen(fresh, { incident, change: said.change, at });
    const after = withoutOldDefault(withSaid(whole, said, at), times);
    return withRefusals(after, { incident, times: asked, refusals });
  });
  // The figures at once, for whoever looks; and a job in line behind any that has read the times from before, so that
  // the last word is right when two people save together, or when writing the figures fails half-way.
  await Promise.all([
    writeFigures(figureFields, { ...incident, times }),
    jobs.handOver({ kind: 'look-after', incident: id }),
  ]);
}

/** A time that is held and that nobody spoke of is the job's to ask for again, not this person's. */
function onlyChanged(
  held: ImpactTimes,
  {
    known,
    times,
    change,
  }: { readonly known: ImpactTimes; readonly times: ImpactTimes; readonly change: TimesChange },
): ImpactTimes {
  const entries = TIME_NAMES.map((name) => {
    const isChanged = change[name] !== undefined || !sameSecond(times[name], known[name]);
    return [name, isChanged ? times[name] : held[name]] as const;
  });
  return Object.fromEntries(entries.filter(([, moment]) => moment !== undefined));
}

/**
 * The notes without those that somebody's edit in Jira had put out of date, where this writes over that edit: the
 * default of the detection may lie in the minute of the old note, and would pass for it.
 */
function withoutOutdated(
  current: Notes,
  read: { readonly notes: Notes; readonly held: ImpactTimes; readonly asked: ImpactTimes },
): Notes {
  return TIME_NAMES.reduce((so, name) => {
    const note = read.notes.times[name];
    const isSame = note !== undefined && note.at === so.times[name]?.at;
    const isOutdated = isSame && !standing(note, read.held[name]);
    const isWrittenOver = !sameSecond(read.held[name], read.asked[name]);
    return isOutdated && isWrittenOver ? withNote(so, name, undefined) : so;
  }, current);
}

/**
 * What somebody wrote in Jira and nobody has looked at yet is noted before something else is said instead: so it stays
 * among the former times. Who wrote it is in the change log alone.
 */
function withUnseen(
  notes: Notes,
  {
    incident: { times, created },
    change,
    at,
  }: { readonly incident: Incident; readonly change: TimesChange; readonly at: Instant },
): Notes {
  return TIME_NAMES.reduce((so, name) => {
    const moment = times[name];
    const isDefault = name === 'impactDetected' && heldByDefault(times, created);
    const isUnseen = moment !== undefined && !isDefault && !standing(so.times[name], moment);
    if (change[name] === undefined || !isUnseen) return so;
    return withNote(so, name, { moment, source: 'changelog', at });
  }, notes);
}

function withSaid(notes: Notes, { person, change, certainty }: SaidTimes, at: Instant): Notes {
  return TIME_NAMES.reduce((so, name) => {
    const moment = change[name];
    if (moment === undefined) return so;
    const note: TimeNote = {
      moment,
      source: 'person',
      by: person,
      at,
      certainty: moment === null ? undefined : certainty?.[name],
    };
    return withNote(so, name, note);
  }, notes);
}
