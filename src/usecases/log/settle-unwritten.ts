import { type IncidentId } from '../../domain/incident/incident';
import { type EntryId } from '../../domain/log/what';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type UnwrittenEntries } from '../../ports/log/unwritten-entries';

type Deps = {
  readonly logs: Pick<IncidentLogs, 'append'>;
  readonly unwritten: UnwrittenEntries;
};

/**
 * Writes into the log what it did not take before, as it was said then. What is refused again stays where it is. May be
 * repeated.
 *
 * @throws {IncidentError} as `IncidentLogs.append` and `UnwrittenEntries.find`
 */
export async function writeUnwritten(
  { logs, unwritten }: Deps,
  incident: IncidentId,
  entry: EntryId,
): Promise<void> {
  const draft = await unwritten.find(incident, entry);
  if (!draft) return; // somebody else was faster
  await logs.append(incident, () => [draft]);
  await unwritten.remove(incident, entry);
}

/** Drops what a log did not take: somebody has read it and needs it no more. May be repeated. */
export async function dropUnwritten(
  { unwritten }: Pick<Deps, 'unwritten'>,
  incident: IncidentId,
  entry: EntryId,
): Promise<void> {
  await unwritten.remove(incident, entry);
}
