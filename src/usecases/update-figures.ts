import { figuresOf, sameFigures, sameTimes, withDefaultDetection } from '../domain/clocks';
import { type Incident, type IncidentId } from '../domain/incident';
import { type FigureFields } from '../ports/figures';
import { type Incidents } from '../ports/incidents';

/**
 * Makes the derived fields say what the impact times say, whoever changed those, wherever. It looks at the
 * incident itself, so it may be called twice, late, and in any order. Where nothing is wrong, nothing is written.
 *
 * @throws {IncidentError} as `Incidents.get`, `Incidents.setTimes` and `FigureFields.write`
 */
export async function updateFigures(
  { incidents, figureFields }: { incidents: Incidents; figureFields: FigureFields },
  id: IncidentId,
): Promise<void> {
  const incident = await incidents.get(id);
  const times = withDefaultDetection(incident.times, incident.created);
  if (!sameTimes(times, incident.times)) await incidents.setTimes(incident, times);
  await writeFigures(figureFields, { ...incident, times });
}

/** Writes TTD and TTR of these times where the fields hold something else. */
export async function writeFigures(
  figureFields: FigureFields,
  { id, times, figures }: Pick<Incident, 'id' | 'times' | 'figures'>,
): Promise<void> {
  const right = figuresOf(times);
  if (!sameFigures(right, figures)) await figureFields.write(id, right);
}
