import { type Incident } from '../domain/incident';
import { isSettled } from '../domain/settle';
import { NO_NOTES } from '../domain/time-notes';
import { type ChangedIncidents } from '../ports/changed-incidents';
import { type Jobs } from '../ports/jobs';
import { type TimeNotes } from '../ports/time-notes';

/** More than an hour and a half, so that a late or skipped hour leaves no gap. */
const LOOK_BACK_MINUTES = 150;

type Deps = {
  readonly changedIncidents: ChangedIncidents;
  readonly timeNotes: TimeNotes;
  readonly jobs: Pick<Jobs, 'updateFigures'>;
};

/**
 * Finds what no event told: incidents that were changed lately and whose times, notes or derived fields are not what
 * they should be. Each becomes a job; the others cost a read of their notes. A time that Jira refused comes back as
 * well, to be tried again. May be repeated.
 *
 * @returns how many were found wrong.
 * @throws {IncidentError} as `ChangedIncidents.within`, `TimeNotes.getMany` and `Jobs.updateFigures`
 */
export async function reconcile(deps: Deps): Promise<number> {
  let found = 0;
  let some: Incident[] = [];
  for await (const incident of deps.changedIncidents.within(LOOK_BACK_MINUTES)) {
    some.push(incident);
    if (some.length < AT_ONCE) continue;
    found += await mended(deps, some);
    some = [];
  }
  return found + (await mended(deps, some));
}

/** As many as the notes are read of at once. */
const AT_ONCE = 25;

async function mended({ timeNotes, jobs }: Deps, incidents: readonly Incident[]): Promise<number> {
  if (incidents.length === 0) return 0;
  const notes = await timeNotes.getMany(incidents.map(({ id }) => id));
  const wrong = incidents.filter(
    (incident) => !isSettled(incident, notes.get(incident.id) ?? NO_NOTES),
  );
  for (const { id } of wrong) await jobs.updateFigures(id);
  return wrong.length;
}
