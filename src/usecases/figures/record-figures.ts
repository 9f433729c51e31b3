import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { EMPTY_HEAD, type Head } from '../../domain/log/head';
import { projectOf, rowOf } from '../../domain/figures/row';
import { type FigureRows, type KeyedRow } from '../../ports/figures/figure-rows';
import { type IncidentLogs } from '../../ports/log/incident-logs';

/** What it takes to write rows of figures. */
export type Recording = {
  readonly logs: Pick<IncidentLogs, 'heads'>;
  readonly figureRows: Pick<FigureRows, 'keep'>;
};

/**
 * Writes the rows of figures of these incidents as they were read, unless the store has newer ones. May be repeated.
 *
 * @returns the heads of their logs that it went by
 * @throws {IncidentError} as `IncidentLogs.heads` and `FigureRows.keep`
 */
export async function recordFigures(
  { logs, figureRows }: Recording,
  incidents: readonly Incident[],
): Promise<ReadonlyMap<IncidentId, Head>> {
  const heads = await logs.heads(incidents.map(({ id }) => id));
  await figureRows.keep(
    incidents.map((incident) => keyedRow(incident, heads.get(incident.id) ?? EMPTY_HEAD)),
  );
  return heads;
}

/** The row of an incident, with the key of its project. */
export function keyedRow(incident: Incident, head: Head): KeyedRow {
  return { row: rowOf(incident, head), projectKey: projectOf(incident.key) };
}
