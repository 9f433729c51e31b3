import { type Declaration, firstAttempt, type Refused } from '../../domain/declaring/declaration';
import { withRefusals } from '../../domain/clocks/held';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { type DeclaredTimes, pendingOf, possibleTimes } from '../../domain/declaring/pending';
import { type Instant } from '../../domain/time';
import { effectiveTimes, NO_NOTES, type Notes, withNote } from '../../domain/clocks/notes';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { type SettingsStore } from '../../ports/settings/settings';
import { type IncidentNotes } from '../../ports/clocks/notes';
import { keepTimes } from '../clocks/keep-times';

export type Declaring = {
  readonly incidents: Incidents;
  readonly incidentNotes: IncidentNotes;
  readonly settings: SettingsStore;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/**
 * Says on a new incident what was declared beside its fields: its times, how it was noticed, and what Jira did not
 * take. What Jira has of it decides, not what was sent. May be repeated.
 *
 * @throws {IncidentError} as `Incidents.get`, `Incidents.setTimes`, `IncidentNotes.change` and `Jobs.handOver`
 */
export async function noteDeclared(
  deps: Declaring,
  id: IncidentId,
  declaration: Declaration,
  refused: Refused,
): Promise<void> {
  const at = deps.now();
  const [incident, { settings }] = await Promise.all([deps.incidents.get(id), deps.settings.get()]);
  // The default detection may have lost its seconds in Jira.
  const known = { ...incident, times: effectiveTimes(incident, NO_NOTES) };
  const { change, impossible } = possibleTimes(declaration, known, at);
  const times = { ...incident.times, ...change };
  const refusals = await keepTimes(deps.incidents, incident, times);
  const { wish } = firstAttempt(declaration);
  const pending = [...pendingOf(wish, incident, { refused, settings }), ...impossible];
  await deps.incidentNotes.change(id, (notes) => ({
    ...overDefault(
      withRefusals(withAlert(notes, change, at), { incident, times, refusals }),
      incident,
    ),
    detection: notes.detection ?? { source: declaration.source, at },
    ...(pending.length > 0 && { pending }),
  }));
  await deps.jobs.handOver({ kind: 'look-after', incident: id });
}

function withAlert(notes: Notes, change: DeclaredTimes['change'], at: Instant): Notes {
  return (['impactStart', 'impactDetected'] as const).reduce((so, name) => {
    const moment = change[name];
    // A person who was faster knows better.
    if (moment === undefined || so.times[name]?.source === 'person') return so;
    return withNote(so, name, { moment, source: 'alert', at });
  }, notes);
}

/**
 * A job that has read the issue a moment ago may still write the default over the detection that was declared. Where it
 * does, the field holds the creation, and the declared moment is asked for again.
 */
function overDefault(notes: Notes, { created }: Incident): Notes {
  const note = notes.times.impactDetected;
  if (note?.source !== 'alert' || note.held) return notes;
  const held = { reason: null, over: created };
  return { ...notes, times: { ...notes.times, impactDetected: { ...note, held } } };
}
