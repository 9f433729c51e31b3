import { IncidentError } from '../../domain/errors';
import {
  type Incident,
  type IncidentId,
  incidentId,
  type PersonId,
} from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';
import { type CancelNote } from '../../domain/clocks/notes';
import { type Duplicates } from '../../ports/incident/duplicates';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { type IncidentNotes } from '../../ports/clocks/notes';

type Deps = {
  readonly incidents: Incidents;
  readonly duplicates: Duplicates;
  readonly incidentNotes: IncidentNotes;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/**
 * No incident after all, or another one's duplicate: linked to that one, then moved to Cancelled. A link that cannot
 * be made holds nothing up; the notes say why there is none. May be repeated.
 *
 * @param said.duplicateOf key or id of the other one; null: it was no incident.
 * @throws {IncidentError} `duplicate-not-found` before anything is done; `refused` with Jira's reason when it cannot
 *   be moved; and as `Incidents.get`
 */
export async function cancelIncident(
  { incidents, duplicates, incidentNotes, jobs, now }: Deps,
  id: IncidentId,
  { person, duplicateOf }: { readonly person: PersonId; readonly duplicateOf: string | null },
): Promise<void> {
  const incident = await incidents.get(id);
  const original = duplicateOf === null ? undefined : await findOther(incidents, duplicateOf, id);
  const duplicate = original && (await link(duplicates, incident, original));
  await incidents.moveTo(incident, 'cancelled');
  const cancelled: CancelNote = { by: person, at: now(), duplicate };
  await incidentNotes.change(id, (notes) => ({ ...notes, cancelled }));
  await jobs.handOver({ kind: 'look-after', incident: id });
}

async function findOther(incidents: Incidents, key: string, not: IncidentId): Promise<Incident> {
  // Jira takes keys where it takes ids; it answers with the id.
  const original = await incidents.get(incidentId(key)).catch((error: unknown) => {
    const unseen = ['not-found', 'forbidden', 'not-an-incident', 'not-set-up'];
    if (error instanceof IncidentError && unseen.includes(error.code)) return undefined;
    throw error;
  });
  if (!original || original.id === not) {
    throw new IncidentError('duplicate-not-found', 'No other incident has this key', {
      subject: key,
    });
  }
  return original;
}

async function link(
  duplicates: Duplicates,
  incident: Incident,
  original: Incident,
): Promise<CancelNote['duplicate']> {
  try {
    const isLinked = (await duplicates.link(incident, original)) === 'linked';
    return { linked: isLinked, reason: null };
  } catch (error) {
    const refused =
      error instanceof IncidentError && ['refused', 'forbidden', 'not-found'].includes(error.code);
    if (!refused) throw error;
    return { linked: false, reason: error.details.subject ?? error.message };
  }
}
