import { figuresOf, sameFigures, sameTimes, withDefaultDetection } from '../domain/clocks';
import { type Incident } from '../domain/incident';
import { type ChangedIncidents } from '../ports/changed-incidents';
import { type Jobs } from '../ports/jobs';

/** More than an hour and a half, so that a late or skipped hour leaves no gap. */
const LOOK_BACK_MINUTES = 150;

/**
 * Finds what no event told: incidents that were changed lately and whose derived fields do not say what their
 * times say. Each becomes a job; the others cost nothing more. May be repeated.
 *
 * @returns how many were found wrong.
 * @throws {IncidentError} as `ChangedIncidents.within` and `Jobs.updateFigures`
 */
export async function reconcile({
  changedIncidents,
  jobs,
}: {
  changedIncidents: ChangedIncidents;
  jobs: Jobs;
}): Promise<number> {
  let found = 0;
  for await (const incident of changedIncidents.within(LOOK_BACK_MINUTES)) {
    if (isRight(incident)) continue;
    await jobs.updateFigures(incident.id);
    found += 1;
  }
  return found;
}

function isRight({ times, created, figures }: Incident): boolean {
  const right = withDefaultDetection(times, created);
  return sameTimes(right, times) && sameFigures(figuresOf(right), figures);
}
