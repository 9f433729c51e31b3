import {
  figuresOf,
  type ImpactTimes,
  sameFigures,
  sameTimes,
  withDefaultDetection,
} from '../domain/clocks';
import { IncidentError } from '../domain/errors';
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
  const wanted = withDefaultDetection(incident.times, incident.created);
  const times = await held(incidents, incident, wanted);
  await writeFigures(figureFields, { ...incident, times });
}

/**
 * The times that Jira holds after we have asked for these. Where it refuses them, because their field is not on the
 * edit screen or the status cannot be edited, they stay as they are: the figures must agree with what people read.
 */
async function held(
  incidents: Incidents,
  incident: Incident,
  wanted: ImpactTimes,
): Promise<ImpactTimes> {
  if (sameTimes(wanted, incident.times)) return incident.times;
  try {
    await incidents.setTimes(incident, wanted);
    return wanted;
  } catch (error) {
    if (error instanceof IncidentError && error.code === 'refused') return incident.times;
    throw error;
  }
}

/** Writes TTD and TTR of these times where the fields hold something else. */
export async function writeFigures(
  figureFields: FigureFields,
  { id, times, figures }: Pick<Incident, 'id' | 'times' | 'figures'>,
): Promise<void> {
  const right = figuresOf(times);
  if (!sameFigures(right, figures)) await figureFields.write(id, right);
}
