import { changeTimes, type TimesChange } from '../domain/clocks';
import { type IncidentId } from '../domain/incident';
import { type Instant } from '../domain/time';
import { type FigureFields } from '../ports/figures';
import { type Incidents } from '../ports/incidents';
import { type Jobs } from '../ports/jobs';
import { writeFigures } from './update-figures';

type Deps = {
  readonly incidents: Incidents;
  readonly figureFields: FigureFields;
  readonly jobs: Jobs;
  readonly now: Instant;
};

/**
 * Sets or takes away impact times as a person says, and TTD and TTR with them. An impossible order is refused
 * before anything is written. May be repeated.
 *
 * @throws {IncidentError} `impossible-times`, `time-in-future`, `refused`, and as `Incidents.get`
 */
export async function setTimes(
  { incidents, figureFields, jobs, now }: Deps,
  id: IncidentId,
  change: TimesChange,
): Promise<void> {
  const incident = await incidents.get(id);
  const times = changeTimes(incident.times, change, { created: incident.created, now });
  await incidents.setTimes(incident, times);
  // The figures at once, for whoever looks; and a job in line behind any that has read the times from before, so that
  // the last word is right when two people save together, or when writing the figures fails half-way.
  await Promise.all([writeFigures(figureFields, { ...incident, times }), jobs.updateFigures(id)]);
}
