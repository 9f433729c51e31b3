import { changeTimes, type TimesChange } from '../domain/clocks';
import { type IncidentId } from '../domain/incident';
import { type Instant } from '../domain/time';
import { type FigureFields } from '../ports/figures';
import { type Incidents } from '../ports/incidents';
import { writeFigures } from './update-figures';

/**
 * Sets or takes away impact times as a person says, and TTD and TTR with them. An impossible order is refused
 * before anything is written. May be repeated.
 *
 * @throws {IncidentError} `impossible-times`, `time-in-future`, `refused`, and as `Incidents.get`
 */
export async function setTimes(
  {
    incidents,
    figureFields,
    now,
  }: { incidents: Incidents; figureFields: FigureFields; now: Instant },
  id: IncidentId,
  change: TimesChange,
): Promise<void> {
  const incident = await incidents.get(id);
  const times = changeTimes(incident.times, change, { created: incident.created, now });
  await incidents.setTimes(incident, times);
  await writeFigures(figureFields, { ...incident, times });
}
